"""Tables that people take for frameworks, or give by mistake, told by their headings and cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from ladder.errors import FileProblems
from ladder.matching import fold
from ladder.spreadsheet.grid import Cell
from ladder.spreadsheet.layout.orientation import is_job
from ladder.wording import quoted, some

from .tables import Headed

_EXPECTED = "expected roles, skills, and the level of each skill that a role asks for"

_PERSON = {
    "email", "emailaddress", "mail", "phone", "phonenumber", "mobile", "telephone", "hiredate",
    "hired", "datehired", "dateofhire", "startdate", "joined", "joiningdate", "dateofbirth", "dob",
    "birthday", "firstname", "lastname", "surname", "givenname", "familyname", "employee",
    "employeeid", "employeenumber", "employeename", "staffid", "personnelnumber", "gender",
    "nationality", "vorname", "nachname", "personalnummer", "eintrittsdatum", "geburtsdatum",
    "prenom", "prénom", "matricule", "dateembauche", "apellido", "apellidos", "correo",
}  # fmt: skip
_ABOVE = {
    "parent", "parentid", "reportsto", "reportingto", "manager", "managerid", "managername",
    "manageremail", "linemanager", "supervisor", "supervisorid", "boss", "superior", "reports",
    "parentposition", "vorgesetzter", "vorgesetzte", "responsable", "jefe", "n+1",
}  # fmt: skip
_ALSO_JOBS = {
    "manager",
    "supervisor",
    "boss",
    "superior",
    "responsable",
    "jefe",
    "parent",
    "reports",
}
"""Of those; they may as well be the names of roles in a matrix."""

_OF_A_POST = {
    "id", "no", "nr", "#", "number", "title", "jobtitle", "job", "name", "role", "position",
    "department", "dept", "team", "unit", "division", "location", "office", "site", "country",
    "city", "company", "status", "type", "level", "grade", "band", "costcenter", "costcentre",
    "fte", "headcount", "code", "function", "family", "track", "rank", "notes", "comment",
    "comments", "image", "photo", "url", "link", "description",
}  # fmt: skip
_PAY = {
    "salary", "pay", "min", "minimum", "mid", "midpoint", "median", "max", "maximum", "basepay",
    "basesalary", "bonus", "equity", "currency", "gehalt", "salaire", "salario", "paygrade",
    "payband", "annualsalary", "hourlyrate", "compensation",
}  # fmt: skip
_DONE = {
    "done", "done?", "complete", "completed", "complete?", "completed?", "finished", "checked",
    "check", "status", "✓", "✔", "☑", "☐", "[]", "[x]", "x", "erledigt", "fertig", "fait",
    "terminé", "hecho", "completado", "ok", "ok?",
}  # fmt: skip
_STATES = {
    "done", "notdone", "open", "closed", "todo", "inprogress", "pending", "complete", "completed",
    "incomplete", "yes", "no", "true", "false", "y", "n", "x", "✓", "✔", "✅", "☑", "☐", "☒", "✗",
    "✘", "❌", "⬜", "[]", "[x]", "ja", "nein", "oui", "non", "si", "sí", "started", "notstarted",
    "erledigt", "offen", "fait", "hecho", "pendiente", "n/a",
}  # fmt: skip
_OF_A_TASK = {
    "due", "duedate", "date", "deadline", "by", "bywhen", "owner", "assignee", "assignedto", "who",
    "when", "week", "day", "month", "priority", "notes", "comment", "comments", "category", "phase",
    "#", "no", "nr", "id", "link", "url",
}  # fmt: skip
_TIMES = {
    fold(word)
    for words in (
        "mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday",
        "mo di mi do fr montag dienstag mittwoch donnerstag freitag lun mer jeu ven lundi mardi",
        "mercredi jeudi vendredi lunes martes miércoles jueves viernes jan feb apr may jun jul aug",
        "sep oct nov dec january february march april june july august september october november",
        "december q1 q2 q3 q4 w1 w2 w3 w4 2023 2024 2025 2026 2027 2028",
    )
    for word in words.split()
}
_MONEY = {
    "invoice", "invoiceno", "invoicenumber", "invoicedate", "customer", "amount", "vat", "tax",
    "net", "gross", "price", "unitprice", "quantity", "qty", "subtotal", "balance", "debit",
    "credit", "rechnung", "rechnungsnummer", "kunde", "betrag", "mwst", "facture", "montant", "tva",
    "factura", "importe", "iva", "cliente", "client",
}  # fmt: skip
_COURSE = {
    "course", "coursename", "training", "provider", "duration", "months", "duration(months)",
    "cost", "price", "fee", "kurs", "schulung", "anbieter", "dauer", "kosten", "formation", "durée",
    "coût", "curso", "proveedor", "duración", "coste", "url", "link", "format", "location", "date",
}  # fmt: skip
_EMPLOYEE = {
    "employee", "employeename", "employeeid", "staffmember", "teammember", "colleague", "person",
    "fullname", "mitarbeiter", "mitarbeiterin", "mitarbeitende", "mitarbeiter/in",
    "mitarbeitername", "employé", "salarié", "collaborateur", "empleado", "empleada", "trabajador",
}  # fmt: skip
"""Of the first column: they leave no doubt."""
_NAME = {"name", "nom", "nombre"}
_WHERE = {
    "department", "dept", "team", "location", "office", "site", "jobtitle", "title", "position",
    "abteilung", "standort", "département", "service", "équipe", "departamento", "equipo",
}  # fmt: skip
_ANSWERS = {
    "stronglydisagree", "disagree", "neutral", "neitheragreenordisagree", "agree", "stronglyagree",
    "never", "rarely", "sometimes", "often", "always", "stimmenichtzu", "stimmezu", "teilsteils",
    "teils/teils", "stimmevollzu", "stimmeganzundgarnichtzu", "stimmevollundganzzu",
    "stimmeehernichtzu", "stimmeeherzu", "nie", "selten", "manchmal", "oft", "häufig", "immer",
    "pasd'accord", "d'accord", "toutàfaitd'accord", "pasdutoutd'accord", "jamais", "parfois",
    "souvent", "toujours", "endesacuerdo", "deacuerdo", "nunca", "aveces", "siempre",
}  # fmt: skip
_NUMBERED_TIME = re.compile(
    r"(?:week|wk|day|month|sprint|kw|woche|tag|monat|semaine|jour|mois|semana|día|mes)s?[-.]?\d{1,3}|"
    r"(?:q[1-4]|[a-zäéû]{3,9}\.?)[-/']?20\d\d"
).fullmatch
_AMOUNT = re.compile(
    r"(?:[$€£]|[A-Z]{3})?\s*(?:\d{4,7}|\d{1,3}(?:[ .,'’]\d{3})+|\d{2,3}k)(?:[.,]\d\d)?"
    r"\s*(?:[$€£]|[A-Z]{3})?"
).fullmatch
_BOX = re.compile(r"^\s*(?:☐|☑|☒|✅|⬜|\[[ xX✓]?\])")
_OPEN_BOX = re.compile(r"\s*(?:☐|⬜|\[ ?\])")
_TASK = re.compile(r"^[ \t]*+(?:[-*+]|\d{1,9}[.)])[ \t]++\[[ xX✓]\][ \t]", re.MULTILINE)
_ADDRESS = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+").fullmatch
MOST_OTHERS = 1
"""Columns of another kind that such a table may have."""


class NoFramework(FileProblems):
    """A table that looks like something else; a person may know better."""


def what_else(table: Headed) -> NoFramework | None:
    """What a table is where it is no framework; None where it may be one."""
    looks = (
        *(_people, _reporting_lines, _pay, _checklist, _duties),
        *(_calendar, _accounts, _courses, _survey, _amounts, _one_column),
    )
    for look in looks:
        if found := look(table):
            cell, message = found
            return NoFramework([table.grid.problem(cell, message)])
    return None


def is_of_people(table: Headed) -> NoFramework | None:
    """What a table is refused for that has a row for each person."""
    if found := _people(table):
        cell, message = found
        return NoFramework([table.grid.problem(cell, message)])
    return None


def is_checklist(text: str) -> bool:
    r"""Whether a text is a list of things to tick off.

    >>> is_checklist("- [ ] Learn SQL\n- [x] Meet the team\n")
    True
    """
    return len(_TASK.findall(text)) > 1


Found = tuple[Cell, str] | None


def _people(table: Headed) -> Found:
    signs = [cell for cell in table.head if fold(cell.text) in _PERSON]
    with_addresses = [
        cell
        for at, cell in enumerate(table.head)
        if len(table.below(at)) > 1 and _mostly(table.below(at), _is_address)
    ]
    sure = [*table.head[:1]] if _begins_with_people(table) else with_addresses
    if len(signs) < 2 and not sure:
        return None
    found = list(dict.fromkeys([*signs, *sure]))
    headings = some([quoted(cell.text) for cell in found])
    return found[0], f"this looks like a table of people, with {headings}; {_EXPECTED}"


def _begins_with_people(table: Headed) -> bool:
    """Whether the first column holds people, by its heading, or names of no job beside a place."""
    heading = fold(table.head[0].text) if table.head else ""
    names = table.below(0) if heading in _NAME else []
    at_work = any(fold(cell.text) in _WHERE for cell in table.head)
    return heading in _EMPLOYEE or (at_work and len(names) > 2 and all(map(_is_person, names)))


def _is_person(text: str) -> bool:
    """Whether a text may be a person's name: two to four words with capitals, and no job.

    >>> _is_person("Petra Sommer"), _is_person("Data Analyst"), _is_person("Cook")
    (True, False, False)
    """
    words = text.split()
    proper = all(word[0].isupper() for word in words) and not any(map(str.isdigit, text))
    return 2 <= len(words) <= 4 and proper and not is_job(text)


def _reporting_lines(table: Headed) -> Found:
    above = [at for at, cell in enumerate(table.head) if fold(cell.text) in _ABOVE]
    if not above or len(_others(table, _ABOVE | _OF_A_POST | _PERSON)) > MOST_OTHERS:
        return None
    cell = table.head[above[0]]
    if fold(cell.text) in _ALSO_JOBS and not _names_others(table, above[0]):
        return None
    return cell, (
        f"this looks like reporting lines, as {quoted(cell.text)} says who stands above whom; they "
        f"tell neither skills nor who may become what; {_EXPECTED}"
    )


def _names_others(table: Headed, at: int) -> bool:
    """Whether a column mostly names what has a row of its own."""
    named = {
        fold(text)
        for other, cell in enumerate(table.head)
        if other != at and fold(cell.text) in _OF_A_POST | _PERSON
        for text in table.below(other)
    }
    return _mostly(table.below(at), lambda text: fold(text) in named)


def _pay(table: Headed) -> Found:
    signs = [cell for cell in table.head if fold(cell.text) in _PAY]
    if len(signs) < 2 or len(_others(table, _PAY | _OF_A_POST)) > MOST_OTHERS:
        return None
    headings = some([quoted(cell.text) for cell in signs])
    return signs[0], f"this looks like a table of pay, with {headings}; {_EXPECTED}"


def _checklist(table: Headed) -> Found:
    """One column of names, and one that says whether each is done."""
    ticked = [
        at
        for at, cell in enumerate(table.head)
        if (fold(cell.text) in _DONE and _mostly(table.below(at), _is_state, empty=True))
        or _has_boxes([cell.text, *table.below(at)])
    ]
    others = _others(table, _DONE | _OF_A_TASK)
    if len(ticked) != 1 or len(others) > 1 + MOST_OTHERS or _has_levels(table, ticked[0]):
        return None
    return table.head[ticked[0]], (
        "this looks like a checklist, with things that are done or not; it has no roles and no "
        f"levels; {_EXPECTED}"
    )


def _calendar(table: Headed) -> Found:
    """A column for each day, month, quarter or year."""
    times = [cell for cell in table.head if _is_time(cell.text)]
    others = _others(table, [fold(cell.text) for cell in times])
    if len(times) < 3 or len(others) > 1 + MOST_OTHERS:
        return None
    headings = some([quoted(cell.text) for cell in times])
    return times[0], (
        f"this looks like a timetable or a budget, with a column each for {headings}; {_EXPECTED}"
    )


def _is_time(text: str) -> bool:
    return fold(text) in _TIMES or _NUMBERED_TIME(fold(text)) is not None


def _survey(table: Headed) -> Found:
    """A column for each answer, from "strongly disagree" to "strongly agree"."""
    signs = [cell for cell in table.head if fold(cell.text) in _ANSWERS]
    if len(signs) < 3 or len(_others(table, _ANSWERS)) > 1 + MOST_OTHERS:
        return None
    headings = some([quoted(cell.text) for cell in signs])
    return signs[0], f"this looks like the answers to a survey, with {headings}; {_EXPECTED}"


def _amounts(table: Headed) -> Found:
    """Figures in the thousands, which are no levels."""
    cells = [cell for row in table.body for cell in row[1:] if any(map(str.isdigit, cell.text))]
    if len(cells) < 3 or not _mostly([cell.text for cell in cells], _is_amount):
        return None
    return cells[0], (
        f"this looks like a table of pay or of other amounts, such as {quoted(cells[0].text)}; "
        f"{_EXPECTED}"
    )


def _is_amount(text: str) -> bool:
    return _AMOUNT(text) is not None and not re.fullmatch(r"(?:19|20)\d\d", text)


def _accounts(table: Headed) -> Found:
    signs = [cell for cell in table.head if fold(cell.text) in _MONEY]
    if len(signs) < 2 or len(_others(table, _MONEY | _OF_A_POST | _OF_A_TASK)) > MOST_OTHERS:
        return None
    headings = some([quoted(cell.text) for cell in signs])
    return signs[0], f"this looks like accounts or invoices, with {headings}; {_EXPECTED}"


def _courses(table: Headed) -> Found:
    folded = {fold(cell.text): fold(cell.text.split("(")[0]) for cell in table.head}
    known = {text for text, plain in folded.items() if {text, plain} & _COURSE}
    signs = [cell for cell in table.head if fold(cell.text) in known]
    if len(signs) < 3 or len(_others(table, known | _OF_A_POST)) > MOST_OTHERS:
        return None
    headings = some([quoted(cell.text) for cell in signs])
    return signs[0], (
        f"this looks like a catalogue of courses, with {headings}; it may stand beside a list of "
        "roles and skills, with the columns name, months, cost, skill and level"
    )


def _duties(table: Headed) -> Found:
    """Who is responsible, accountable, consulted and informed."""
    cells = [text for at in range(1, len(table.head)) for text in table.below(at)]
    letters = {text.strip().upper() for text in cells}
    if len(letters & {"R", "A", "C", "I"}) < 3 or not _mostly(cells, _is_duty):
        return None
    return table.head[0], (
        "this looks like a RACI matrix, which says who does what, not what a role has to be able "
        f"to do; {_EXPECTED}"
    )


def _one_column(table: Headed) -> Found:
    if not table.head or len(table.head) > 1:
        return None
    cell = table.grid.rows[0][0]
    if _has_boxes([cell.text, *table.below(0)]):
        return cell, f"this looks like a checklist; it has no roles and no levels; {_EXPECTED}"
    return cell, (
        "there is a single column; expected cells with commas, semicolons, tabs or bars between: "
        "roles one way, skills the other, and a level in each cell"
    )


def _others(table: Headed, known: Iterable[str]) -> list[str]:
    """Headings of another kind."""
    there = {fold(cell.text): cell.text for cell in table.head if cell.text}
    return [text for folded, text in there.items() if folded not in set(known)]


def _has_levels(table: Headed, but: int) -> bool:
    """Whether another column than the first and one more holds figures or marks, as levels are."""
    texts: Iterator[list[str]] = (
        table.below(at)
        for at in range(1, len(table.head))
        if at != but and fold(table.head[at].text) not in _OF_A_TASK
    )
    return any(_mostly(column, lambda text: len(text) <= 2) for column in texts)


def _mostly(texts: list[str], holds: Callable[[str], bool], *, empty: bool = False) -> bool:
    """Whether something holds of nearly all texts."""
    return 5 * sum(map(holds, texts)) >= 4 * len(texts) if texts else empty


def _has_boxes(texts: list[str]) -> bool:
    """Whether nearly all begin with a box, and one is not ticked: a tick alone may be a level."""
    return _mostly(texts, lambda text: bool(_BOX.match(text))) and any(map(_OPEN_BOX.match, texts))


def _is_duty(text: str) -> bool:
    return re.fullmatch(r"[RACIraci](?:\s*[,/&+]\s*[RACIraci])*", text) is not None


def _is_state(text: str) -> bool:
    return fold(text) in _STATES


def _is_address(text: str) -> bool:
    return _ADDRESS(text) is not None
