"""Questions as a dozen different people type them, and what a good colleague makes of each.

A line is the command that answers, with all that the question says; or ``? words`` of the question
that is asked back; or ``! words`` of why it cannot be answered.
"""

from __future__ import annotations

TODAY = "2026-11"

PRODUCT = {
    # A new graduate
    "how do i become a product manager": "? From which role to Product Manager?",
    "im a recent graduate how do i become a product manager": "path graduate product-manager",
    "what can a graduate become": "reach graduate",
    "is it possible to become CPO from graduate in 10 years": (
        "path graduate chief-product-officer --within 120"
    ),
    "grad -> pm asap": "path graduate product-manager --by months",
    "i just finished uni, what jobs are there for me": '! "finished uni"',
    # An engineer
    "engineer to pm": "path software-engineer product-manager",
    "I've been a software engineer for 3 years and I want to become a product manager by 2030. "
    "What should I learn next?": (
        "next software-engineer product-manager --within 38 --months-in-role 36"
    ),
    "dev → data PM without any certification": (
        "path software-engineer data-product-manager --without cspo --without pmp"
    ),
    "i'm a developer and i know data and sql, how do i get to data product manager": (
        "? At which level is Data and SQL held"
    ),
    "what's the difference between product manager and data product manager": (
        "gap product-manager data-product-manager"
    ),
    "can a programmer become a UX PM and keep coding": '! "keep coding"',
    # A head of product
    "where do people get stuck": "analyze",
    "which course helps most on the way to SPM": "analyze --to senior-product-manager",
    "what does everything hang on?": "analyze",
    "which course pays": "analyze",
    "what hangs on what": "analyze",
    "which change opens most": "analyze",
    "is entry fair": "analyze",
    "is entry fair to engineers, analysts and marketers?": "analyze",
    "is entry fair to analysts on the way to spm": "analyze --to senior-product-manager",
    "is entry fair to directors": "! no career begins as Director of Product",
    "where do people get stuck as an analyst": "! is about everybody",
    "what hangs on one thing?": "analyze",
    "what hangs on PM?": "! hangs on",
    "what hangs on the leadership programme?": "! under Losses",
    "what happens if we drop the leadership programme?": "! under Losses",
    "what are the single points of failure?": "analyze",
    "what would open a way to CPO?": "analyze --to chief-product-officer",
    "where do analysts get stuck": "! is about everybody",
    "why do people get stuck on the way to SPM": "analyze --to senior-product-manager",
    "what is the biggest bottleneck on the way to SPM": "analyze --to senior-product-manager",
    "what would help most": "analyze",
    "which course should we pay for?": "analyze",
    "how fair is the ladder to engineers": "analyze",
    "is the way into SPM fair to engineers and marketers": "analyze --to senior-product-manager",
    "who has the hardest way in": "analyze",
    "where are the bottlenecks for director of product within 5 years": '! "within 5 years"',
    # Somebody in human resources
    "who can become SPM": "into senior-product-manager",
    "Which roles lead to Director of Product?": "into director-of-product",
    "what does a product marketing manager do": "show product-marketing-manager",
    "compare PM with SPM": "gap product-manager senior-product-manager",
    "how long does it take an analyst to become SPM": (
        "path business-analyst senior-product-manager"
    ),
    "what roles are there": "roles",
    "what does roadmapping mean?": "skills roadmapping",
    # A head of product
    "What is the skills gap between my APMs and a PM?": (
        "gap associate-product-manager product-manager"
    ),
    "from apm to pm with a budget of 2,000 dollars per year": "! a budget for each year",
    "cheapest way from analyst to SPM": ("path business-analyst senior-product-manager --by cost"),
    "how much would it cost to become director from analyst": (
        "path business-analyst director-of-product"
    ),
    "from analyst to SPM avoiding scrum master": '! no role "scrum master"',
    "from PM to VP via SPM and then director": (
        "path product-manager vp-of-product --via senior-product-manager --via director-of-product"
    ),
    # A marketer
    "I am a marketing specialist. Which roles are open to me?": "reach marketing-specialist",
    "marketer to pmm with product marketing at working": (
        "path marketing-specialist product-marketing-manager --skill product-marketing=working"
    ),
    "I'm a marketer with an MBA, how do I become product manager?": "! done: [mba]",
    "what am I missing for product marketing manager as a marketer": (
        "gap marketing-specialist product-marketing-manager"
    ),
    "As a marketer, what should I do next?": "? From Marketing Specialist to which role?",
    "as marketing specialist i would go to pm but not via apm": (
        "path marketing-specialist product-manager --avoid associate-product-manager"
    ),
    "how long till i am a PM from marketing": "path marketing-specialist product-manager",
    "im 34 will i be a PM before im 40 starting from marketing": (
        "path marketing-specialist product-manager --within 60"
    ),
    "im in marketing how do i become a product manger": (
        '! "how do I get from Marketing Specialist to Product Manager"'
    ),
    "marketer to PM with my SQL": '! Say it as "with Data and SQL at awareness"',
    "marketer to PM without going back to university": '! "without going back to university"',
    "marketer to PM for max 500 euros": "! costs are counted in USD here, and not converted",
    "from marketing, as an analyst": "! from which to which?",
    # A career changer
    "I am 35 and an analyst. Can I become SPM before I am 40?": (
        "path business-analyst senior-product-manager --within 48"
    ),
    "before i am 40 i want to be a director, i'm an analyst": "? How old are you now",
    "analyst to pm part time": "! --pace slow",
    "budget 2000 dollars, analyst to spm": (
        "path business-analyst senior-product-manager --max-cost 2000"
    ),
    "at most USD 1,000 a year, from analyst to SPM": "! a budget for each year",
    "from teacher to PM": '! no role "teacher"',
    "how do I get from analyst or engineer to PM": "! one at a time",
    "analyst to PM or SPM": "! one at a time",
    "how do I get from analyst to SPM without SQL": '! "sql"',
    # A business analyst
    "ba to pm as quickly as possible": "path business-analyst product-manager --by months",
    "I am PM 30 months with roadmapping at practitioner, what's the way to SPM": (
        "path product-manager senior-product-manager --skill roadmapping=practitioner "
        "--months-in-role 30"
    ),
    "PM since March 2025, how long until SPM?": (
        "path product-manager senior-product-manager --months-in-role 20"
    ),
    "what should I learn next as APM to become PM": (
        "next associate-product-manager product-manager"
    ),
    "from BA to SPM within 5 years, no more than USD 3,000, not via APM": (
        "path business-analyst senior-product-manager --within 60 --max-cost 3000 "
        "--avoid associate-product-manager"
    ),
    "how do I get from analist to SPM": "! did you mean business-analyst",
    "wie komme ich vom analyst zum SPM": "! What can be said",
    "what do i need to become senior product manager": "? From which role to Senior Product",
    "path from analyst to spm at a slow pace starting in January 2027": (
        "path business-analyst senior-product-manager --start 2027-01 --pace slow"
    ),
    "SPM": "? What about Senior Product Manager?",
    # Somebody who would found a company
    "how do i become a founder from pm without spending any money": (
        "path product-manager product-founder --max-cost 0"
    ),
    "which courses are there": "activities",
}

START_UP = {
    "grad to head of product": "path graduate director-of-product",
    "what is a product lead?": "show product-manager",
}

LARGE_COMPANY = {
    "from GPM to principal PM": "path group-product-manager principal-product-manager",
    "where can a staff product manager go from there": "reach principal-product-manager",
    "gpm vs senior director": "gap group-product-manager senior-director-of-product",
}

DIGITAL_AND_DATA = {
    # Civil servants
    "how do i become a head of user research": "? From which role to Head of user research?",
    "what's between developer and lead developer": "gap developer lead-developer",
    "can a test engineer become a product manager": "path test-engineer product-manager",
    "can a tester become a product manager": '! "tester"',
    "Content designer to head of content design within 8 years, avoiding lead content designer": (
        "path content-designer head-of-content-design --within 96 --avoid lead-content-designer"
    ),
    "who becomes head of test": "into head-of-test",
    "I work as a service designer at the Home Office; how do I become a lead service designer?": (
        '! "at the home office"'
    ),
    "service owner vs product manager": "gap service-owner product-manager",
    "product manager for 14 months, expert in stakeholder relationship management, way to head of "
    "product": (
        "path product-manager head-of-product --skill stakeholder-relationship-management=expert "
        "--months-in-role 14"
    ),
    "what do i need for senior data engineer, i am a data engineer": (
        "gap data-engineer senior-data-engineer"
    ),
}

BY_LADDER = {
    "product-management": PRODUCT,
    "product-management-start-up": START_UP,
    "product-management-large-company": LARGE_COMPANY,
    "uk-digital-and-data": DIGITAL_AND_DATA,
}
