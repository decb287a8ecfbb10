"""The bundled ladder of product management holds what is known of the field, row by row."""

import re
from itertools import groupby

import pytest

from ladder import Ladder, bundled, find_role

AWARENESS, WORKING, PRACTITIONER, EXPERT = 1, 2, 3, 4

# Role: what people call it, what it develops, and where it leads.
ROLES = {
    "graduate": (
        ["recent graduate", "new graduate", "university graduate", "grad"],
        [],
        ["associate-product-manager"],
    ),
    "software-engineer": (
        ["engineer", "developer", "software developer", "engineering", "dev", "programmer", "SWE"],
        ["technical-acumen", "product-life-cycle"],
        ["associate-product-manager", "product-manager"],
    ),
    "business-analyst": (
        ["analyst", "BA", "analysis"],
        ["analytical-thinking", "customer-discovery", "business-strategy"],
        ["associate-product-manager", "product-manager"],
    ),
    "marketing-specialist": (
        ["marketer", "marketing"],
        ["customer-discovery", "market-research", "strategic-thinking", "communication"],
        ["associate-product-manager", "product-manager"],
    ),
    "associate-product-manager": (
        [
            "APM",
            "Associate PM",
            "Junior Product Manager",
            "Junior PM",
            "entry-level product manager",
        ],
        [
            "market-research",
            "customer-discovery",
            "prioritisation",
            "product-life-cycle",
            "stakeholder-management",
            "user-centred-design",
            "professional-network",
        ],
        ["product-manager"],
    ),
    "product-manager": (
        ["PM"],
        [
            "strategic-thinking",
            "roadmapping",
            "prioritisation",
            "data-and-experiments",
            "stakeholder-management",
            "go-to-market",
            "decision-making",
        ],
        [
            "senior-product-manager",
            "ux-product-manager",
            "data-product-manager",
            "product-marketing-manager",
            "product-founder",
        ],
    ),
    "senior-product-manager": (
        ["SPM", "Senior PM", "Sr PM", "Sr Product Manager"],
        [
            "mentoring",
            "strategic-thinking",
            "stakeholder-management",
            "market-research",
            "prioritisation",
            "user-centred-design",
            "leadership",
            "people-management",
        ],
        ["director-of-product", "vp-of-product", "product-founder"],
    ),
    "director-of-product": (
        [
            "Director of Product Management",
            "director",
            "Product Director",
            "Head of Product",
            "Head of Product Management",
        ],
        [
            "people-management",
            "strategic-thinking",
            "roadmapping",
            "mentoring",
            "stakeholder-management",
        ],
        ["vp-of-product", "product-founder"],
    ),
    "vp-of-product": (
        [
            "VP of Product",
            "VP",
            "VP Product",
            "Vice President",
            "VP of Product Management",
            "Vice President of Product Management",
        ],
        [
            "people-management",
            "business-strategy",
            "finance",
            "strategic-thinking",
            "go-to-market",
            "product-marketing",
        ],
        ["chief-product-officer", "product-founder"],
    ),
    "chief-product-officer": (
        ["CPO"],
        ["business-strategy", "strategic-thinking", "leadership", "stakeholder-management"],
        ["product-founder"],
    ),
    "product-founder": (
        ["entrepreneur", "founder", "co-founder", "start-up founder"],
        ["customer-discovery", "go-to-market", "finance", "business-strategy", "leadership"],
        [],
    ),
    "ux-product-manager": (["UX PM"], ["user-centred-design"], ["product-manager"]),
    "data-product-manager": (
        ["Data PM"],
        ["data-analysis", "data-and-experiments"],
        ["product-manager"],
    ),
    "product-marketing-manager": (
        ["PMM", "product marketer"],
        ["product-marketing", "go-to-market"],
        ["product-manager"],
    ),
}

CORE = {
    "communication",
    "analytical-thinking",
    "empathy",
    "leadership",
    "strategic-thinking",
    "technical-acumen",
}
SKILLS = CORE | {
    "market-research",
    "prioritisation",
    "roadmapping",
    "stakeholder-management",
    "data-and-experiments",
    "user-centred-design",
    "go-to-market",
    "product-marketing",
    "mentoring",
    "people-management",
    "business-strategy",
    "professional-network",
    "portfolio",
    "personal-brand",
}

# Activity: its kind, and a skill that it develops.
ACTIVITIES = {
    "cspo": ("certification", "product-life-cycle"),
    "pmp": ("certification", "product-life-cycle"),
    "product-course": ("course", "roadmapping"),
    "market-research-course": ("course", "market-research"),
    "user-experience-course": ("course", "user-centred-design"),
    "data-analysis-course": ("course", "data-analysis"),
    "collaboration-course": ("course", "stakeholder-management"),
    "mba": ("degree", "business-strategy"),
    "side-projects": ("project", "portfolio"),
    "freelance-projects": ("project", "portfolio"),
    "networking": ("networking", "professional-network"),
    "mentor": ("mentoring", "strategic-thinking"),
    "leadership-programme": ("programme", "leadership"),
    "communication-workshop": ("workshop", "communication"),
    "emotional-intelligence": ("study", "empathy"),
    "personal-brand": ("publishing", "personal-brand"),
    "stretch-work": ("stretch work", "decision-making"),
    "regular-feedback": ("feedback", "communication"),
}

# From, to, months, at the fast and the slow end, confidence.
PROMOTIONS = [
    ("associate-product-manager", "product-manager", 24, (18, 30), "good"),
    ("product-manager", "senior-product-manager", 36, (24, 48), "fair"),
    ("senior-product-manager", "director-of-product", 30, (24, 48), "low"),
    ("director-of-product", "vp-of-product", 36, (24, 60), "low"),
    ("vp-of-product", "chief-product-officer", 48, (24, 72), "low"),
]

# What a gate asks for at least, whichever role one comes from.
CRAFT = [
    "customer-discovery",
    "prioritisation",
    "roadmapping",
    "stakeholder-management",
    "data-and-experiments",
]
GATES = {
    "associate-product-manager": {
        "data-analysis": WORKING,
        "customer-discovery": AWARENESS,
        "product-life-cycle": AWARENESS,
        "communication": WORKING,
    },
    "product-manager": dict.fromkeys(CRAFT, WORKING),
    "senior-product-manager": dict.fromkeys(CRAFT, PRACTITIONER)
    | {"leadership": WORKING, "go-to-market": WORKING, "mentoring": AWARENESS},
    "director-of-product": {
        "strategic-thinking": PRACTITIONER,
        "people-management": WORKING,
        "finance": WORKING,
        "market-research": PRACTITIONER,
    },
    "vp-of-product": {"finance": PRACTITIONER, "people-management": PRACTITIONER},
    "chief-product-officer": {
        "finance": EXPERT,
        "people-management": EXPERT,
        "business-strategy": EXPERT,
        "stakeholder-management": EXPERT,
    },
}
SIDE_ROLES = {"ux-product-manager", "data-product-manager", "product-marketing-manager"}


@pytest.fixture(scope="module")
def product() -> Ladder:
    return bundled("product-management")


def moves(ladder: Ladder, source: str, target: str) -> list:
    return [t for t in ladder.transitions if (t.from_role, t.to_role) == (source, target)]


def test_it_has_these_roles_and_no_others(product):
    """Every role that is known is there, and nothing invented."""
    assert set(product.roles) == set(ROLES)


@pytest.mark.parametrize("role", ROLES)
def test_a_role_answers_to_the_names_that_people_use(product, role):
    """Id, name and each alias find the role."""
    aliases, _, _ = ROLES[role]
    assert list(product.roles[role].aliases) == aliases
    for name in [role, product.roles[role].name, *aliases]:
        assert find_role(product, name).id == role


@pytest.mark.parametrize("role", ROLES)
def test_a_role_develops_what_it_is_about(product, role):
    """What one does in a role is what one gets better at."""
    _, skills, _ = ROLES[role]
    assert set(skills) <= set(product.roles[role].develops)
    assert product.roles[role].about
    assert bool(product.roles[role].develops) == (role != "graduate")


@pytest.mark.parametrize("role", ROLES)
def test_a_role_leads_where_it_should_and_nowhere_else(product, role):
    """The transitions out of a role are those of the field."""
    _, _, targets = ROLES[role]
    found = [t.to_role for t in product.transitions if t.from_role == role]
    assert sorted(found) == sorted(targets)


def test_the_ladder_rises_in_one_track(product):
    """The roles from associate to chief stand in one track, each a rank higher."""
    ladder = ["associate-product-manager"] + [target for _, target, *_ in PROMOTIONS]
    assert {product.roles[role].track for role in ladder} == {"product"}
    assert [product.roles[role].rank for role in ladder] == [1, 2, 3, 4, 5, 6]


def test_every_skill_that_is_named_is_there_on_four_levels(product):
    """The core skills and the further ones are there, on the scale of the field."""
    assert set(product.skills) >= SKILLS
    assert product.levels == ("awareness", "working", "practitioner", "expert")


def test_every_skill_is_asked_for_and_can_be_developed(product):
    """No skill is there for show: a gate or an activity asks for it, and something gives it."""
    steps = [*product.transitions, *product.activities.values()]
    asked = {skill for step in steps for skill in step.requires}
    growth = [*product.roles.values(), *product.activities.values()]
    given = {skill for source in growth for skill in source.develops}
    assert asked == given == set(product.skills)


@pytest.mark.parametrize("activity", ACTIVITIES)
def test_a_way_to_grow_is_an_activity(product, activity):
    """Each way to grow is there, of the right kind, and develops what it is for."""
    kind, skill = ACTIVITIES[activity]
    assert product.activities[activity].kind == kind
    assert skill in product.activities[activity].develops


def test_costs_are_said_to_be_estimates(product):
    """Whatever costs money says in which currency, where the figure is from, and how sure it is."""
    assert product.currency == "USD"
    for activity in product.activities.values():
        assert activity.source
        assert activity.confidence in {"fair", "low"}
        assert not activity.cost or "list prices" in activity.source


@pytest.mark.parametrize(("source", "target", "months", "ends", "confidence"), PROMOTIONS)
def test_a_promotion_takes_its_typical_months(product, source, target, months, ends, confidence):
    """Time in the role, its range, and how sure it is, are those of the sources, and are named."""
    (move,) = moves(product, source, target)
    assert (move.kind, move.months, move.confidence) == ("promotion", months, confidence)
    assert move.months_range == ends
    assert move.source


def test_every_transition_says_where_its_months_come_from(product):
    """No figure stands without its source and how far to trust it."""
    for move in product.transitions:
        assert move.source
        assert move.confidence in {"good", "fair", "low"}


@pytest.mark.parametrize("role", GATES)
def test_a_gate_asks_for_what_the_field_asks_for(product, role):
    """Each way up into a role asks for at least the usual levels."""
    origins = set(ROLES) - SIDE_ROLES
    ways = [t for t in product.transitions if t.to_role == role and t.from_role in origins]
    assert ways
    for way in ways:
        for skill, level in GATES[role].items():
            assert way.requires.get(skill, 0) >= level, (way.from_role, skill)


@pytest.mark.parametrize(
    ("origin", "lacks"),
    [
        ("business-analyst", ["empathy", "decision-making", "roadmapping"]),
        ("software-engineer", ["business-strategy", "customer-discovery", "empathy"]),
        ("marketing-specialist", ["technical-acumen", "decision-making"]),
    ],
)
def test_the_direct_way_asks_for_what_the_origin_lacks(product, origin, lacks):
    """Who skips the first rung has to make up for what their own trade does not teach."""
    (move,) = moves(product, origin, "product-manager")
    for skill in lacks:
        held = max(product.roles[origin].develops.get(skill, {0: 0}))
        assert held < move.requires[skill]


def test_there_are_several_ways_in(product):
    """Graduates, engineers, analysts and marketers all reach the first rung."""
    into = [t for t in product.transitions if t.to_role == "associate-product-manager"]
    origins = ["graduate", "software-engineer", "business-analyst", "marketing-specialist"]
    assert [(move.from_role, move.kind) for move in into] == [(o, "entry") for o in origins]
    assert {product.roles[origin].track for origin in origins} == {"origins"}


def test_side_moves_stand_on_a_foundation_and_lead_back(product):
    """The specialised roles are entered after a year as product manager, sideways, and left so."""
    for role in SIDE_ROLES:
        (there,) = moves(product, "product-manager", role)
        (back,) = moves(product, role, "product-manager")
        assert (there.kind, back.kind) == ("lateral", "lateral")
        assert there.months >= 12
        assert there.requires["roadmapping"] >= WORKING


def test_the_six_core_skills_are_one_group(product):
    """Every skill stands in a group, and groups follow on one another as the file has them."""
    groups = [skill.group for skill in product.skills.values()]
    assert {skill.id for skill in product.skills.values() if skill.group == "Core"} == CORE
    assert [group for group, _ in groupby(groups)] == [
        "Core",
        "Product craft",
        "Market and business",
        "People",
        "Standing in the field",
    ]


def test_every_level_of_every_skill_says_what_one_can_do(product):
    """A sentence each, short enough for a table, and none of them twice."""
    texts = [text for skill in product.skills.values() for text in skill.levels.values()]
    assert all(set(skill.levels) == {1, 2, 3, 4} for skill in product.skills.values())
    assert len(set(texts)) == len(texts) == 4 * len(product.skills)
    for text in texts:
        assert re.fullmatch(r"[A-Z][^.]{20,88}\.", text), text


def test_every_level_has_a_general_meaning(product):
    """For skills of one's own that are added without texts."""
    assert set(product.levels_about) == {1, 2, 3, 4}
