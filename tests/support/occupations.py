"""Titles of occupations in O*NET, and how one says each of a single person."""

SINGULARS = {
    "Chief Executives": "Chief Executive",
    "Chief Sustainability Officers": "Chief Sustainability Officer",
    "Legislators": "Legislator",
    "Treasurers and Controllers": "Treasurer and Controller",
    "Medical and Health Services Managers": "Medical and Health Services Manager",
    "Farmers, Ranchers, and Other Agricultural Managers": (
        "Farmer, Rancher, and Other Agricultural Manager"
    ),
    "Postmasters and Mail Superintendents": "Postmaster and Mail Superintendent",
    "Education Administrators, Postsecondary": "Education Administrator, Postsecondary",
    "Managers, All Other": "Manager, All Other",
    "Lawyers": "Lawyer",
    "Judges, Magistrate Judges, and Magistrates": "Judge, Magistrate Judge, and Magistrate",
    "Arbitrators, Mediators, and Conciliators": "Arbitrator, Mediator, and Conciliator",
    "Buyers and Purchasing Agents, Farm Products": "Buyer and Purchasing Agent, Farm Products",
    "Claims Adjusters, Examiners, and Investigators": (
        "Claims Adjuster, Examiner, and Investigator"
    ),
    "Management Analysts": "Management Analyst",
    "Financial and Investment Analysts": "Financial and Investment Analyst",
    "Tax Examiners and Collectors, and Revenue Agents": (
        "Tax Examiner and Collector, and Revenue Agent"
    ),
    "Data Scientists": "Data Scientist",
    "Database Administrators": "Database Administrator",
    "Software Quality Assurance Analysts and Testers": (
        "Software Quality Assurance Analyst and Tester"
    ),
    "Actuaries": "Actuary",
    "Architects, Except Landscape and Naval": "Architect, Except Landscape and Naval",
    "Geneticists": "Geneticist",
    "Physicists": "Physicist",
    "Clergy": "Clergy",
    "Clinical and Counseling Psychologists": "Clinical and Counseling Psychologist",
    "Teaching Assistants, Except Postsecondary": "Teaching Assistant, Except Postsecondary",
    "Coaches and Scouts": "Coach and Scout",
    "News Analysts, Reporters, and Journalists": "News Analyst, Reporter, and Journalist",
    "Art Directors": "Art Director",
    "Actors": "Actor",
    "Physicians, All Other": "Physician, All Other",
    "Physician Assistants": "Physician Assistant",
    "Registered Nurses": "Registered Nurse",
    "Acute Care Nurses": "Acute Care Nurse",
    "Nurse Midwives": "Nurse Midwife",
    "Nurse Practitioners": "Nurse Practitioner",
    "Nurse Anesthetists": "Nurse Anesthetist",
    "Licensed Practical and Licensed Vocational Nurses": (
        "Licensed Practical and Licensed Vocational Nurse"
    ),
    "Midwives": "Midwife",
    "Nursing Assistants": "Nursing Assistant",
    "Orderlies": "Orderly",
    "Dental Hygienists": "Dental Hygienist",
    "Radiologic Technologists and Technicians": "Radiologic Technologist and Technician",
    "Pharmacists": "Pharmacist",
    "Pharmacy Aides": "Pharmacy Aide",
    "Firefighters": "Firefighter",
    "Detectives and Criminal Investigators": "Detective and Criminal Investigator",
    "Police and Sheriff's Patrol Officers": "Police and Sheriff's Patrol Officer",
    "Chefs and Head Cooks": "Chef and Head Cook",
    "Waiters and Waitresses": "Waiter and Waitress",
    "Maids and Housekeeping Cleaners": "Maid and Housekeeping Cleaner",
    "Barbers": "Barber",
    "Childcare Workers": "Childcare Worker",
    "First-Line Supervisors of Retail Sales Workers": (
        "First-Line Supervisor of Retail Sales Workers"
    ),
    "Cashiers": "Cashier",
    "Retail Salespersons": "Retail Salesperson",
    "Secretaries and Administrative Assistants, Except Legal, Medical, and Executive": (
        "Secretary and Administrative Assistant, Except Legal, Medical, and Executive"
    ),
    "Legal Secretaries and Administrative Assistants": (
        "Legal Secretary and Administrative Assistant"
    ),
    "Billing and Posting Clerks": "Billing and Posting Clerk",
    "Proofreaders and Copy Markers": "Proofreader and Copy Marker",
    "Carpenters": "Carpenter",
    "Automotive Service Technicians and Mechanics": "Automotive Service Technician and Mechanic",
    "Tool and Die Makers": "Tool and Die Maker",
    "Machinists": "Machinist",
    "Biofuels Processing Technicians": "Biofuels Processing Technician",
    "Bus Drivers, School": "Bus Driver, School",
    "Taxi Drivers": "Taxi Driver",
    "Heavy and Tractor-Trailer Truck Drivers": "Heavy and Tractor-Trailer Truck Driver",
    "Ship Engineers": "Ship Engineer",
}
