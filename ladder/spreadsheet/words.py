"""What the columns of lists and matrices are called, and what the cells of lists say.

All in English, German, French and Spanish.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

LIST, MOVES, ACTIVITIES = "list", "moves", "activities"
SHOWN = "Levels are"
"""The heading of the column that says which levels a role's row has, in a matrix of an export."""
ROLES, SKILLS = "roles", "skills"
"""The kinds of tables: of skills by roles, of moves, of ways to learn; of roles or skills alone."""

_ROLE = (
    "role", "role name", "job role", "job title", "role title", "job", "position", "occupation",
    "job profile", "job profile name", "position title", "position name", "title", "roles",
    "Rolle", "Rollenname", "Stelle", "Stellenbezeichnung", "Jobtitel", "Berufsbezeichnung",
    "Jobprofil", "Stellenprofil", "Beruf",
    "rôle", "poste", "intitulé du poste", "titre du poste", "emploi", "métier", "fiche de poste",
    "rol", "puesto", "puesto de trabajo", "nombre del puesto", "cargo", "ocupación",
)  # fmt: skip
_TRACK = (
    "track", "career track", "job family", "family", "role family", "department", "stream",
    "discipline", "function", "team", "business unit", "career path",
    "Laufbahn", "Karrierepfad", "Jobfamilie", "Berufsfamilie", "Fachbereich", "Abteilung",
    "filière", "famille de métiers", "famille professionnelle", "parcours", "département",
    "service", "équipe",
    "familia profesional", "familia de puestos", "trayectoria", "carrera", "departamento", "equipo",
)  # fmt: skip
_RANK = (
    "rank", "role rank", "role level", "job level", "career level", "grade", "job grade", "band",
    "seniority", "rung",
    "Rang", "Karrierestufe", "Karrierelevel", "Rollenstufe", "Stellenstufe", "Hierarchiestufe",
    "Entgeltgruppe",
    "rang", "échelon", "niveau du poste", "niveau hiérarchique", "classification",
    "rango", "grado", "escalón", "banda", "nivel del puesto", "nivel jerárquico",
)  # fmt: skip
_ID = (
    "role id", "role code", "job id", "job code", "position id",
    "Rollen-ID", "Stellen-ID", "Stellennummer",
    "code poste", "id poste",
    "id puesto", "código del puesto",
)  # fmt: skip
_SKILL = (
    "skill", "skill name", "skills", "competency", "competency name", "competence", "competencies",
    "capability", "skill title",
    "Kompetenz", "Kompetenzen", "Fähigkeit", "Fähigkeiten", "Fertigkeit", "Kenntnisse",
    "Qualifikation",
    "compétence", "compétences", "nom de la compétence", "savoir-faire", "aptitude",
    "competencia", "competencias", "habilidad", "habilidades", "capacidad", "destreza",
)  # fmt: skip
_SKILL_LEVEL = (
    "skill level", "required level", "expected level", "target level", "level required",
    "level expected", "required skill level", "competency level", "proficiency level",
    "proficiency", "required proficiency", "expected proficiency", "target proficiency", "mastery",
    "proficiency rating", "required rating", "expected rating", "target rating", "rating required",
    "competency rating", "skill rating", "required score", "target score", "target", "expected",
    "Kompetenzstufe", "Kompetenzniveau", "Kompetenzlevel", "Skill-Level", "Soll", "Soll-Stufe",
    "Soll-Niveau", "Sollwert", "Ausprägung", "Anforderungsniveau", "Zielstufe", "Zielniveau",
    "niveau requis", "niveau attendu", "niveau de compétence", "niveau cible", "niveau exigé",
    "niveau de maîtrise", "maîtrise",
    "nivel requerido", "nivel esperado", "nivel de competencia", "nivel exigido", "nivel objetivo",
    "nivel de dominio", "dominio",
)  # fmt: skip
_LEVEL = (
    "level", "score", "rating", "Niveau", "Stufe", "Level", "niveau", "degré", "nivel",
    "puntuación",
)  # fmt: skip
_REQUIRED = (
    "required", "requirement", "mandatory", "must have", "must", "must/nice", "must or nice",
    "must have / nice to have", "essential", "essential/optional", "required/optional",
    "essential/desirable", "required/desirable", "mandatory/optional", "required or desirable",
    "required or optional", "relation type", "need", "optionality", "core", "core skill",
    "critical", "compulsory",
    "Pflicht", "Muss", "Muss/Kann", "Pflicht/Optional", "erforderlich", "verpflichtend", "benötigt",
    "Anforderung",
    "requis", "obligatoire", "exigé", "obligatoire/facultatif", "indispensable", "exigence",
    "requerido", "obligatorio", "exigido", "imprescindible", "obligatorio/opcional", "requisito",
)  # fmt: skip
_WEIGHT = (
    "weight", "weighting", "importance", "priority", "criticality", "share",
    "Gewicht", "Gewichtung", "Wichtigkeit", "Priorität", "Bedeutung",
    "poids", "pondération", "priorité",
    "peso", "ponderación", "importancia", "prioridad",
)  # fmt: skip
_GROUP = (
    "group", "skill group", "category", "skill category", "competency group",
    "competency category", "competency area", "competency cluster", "cluster", "skill cluster",
    "skill area", "area", "domain", "skill type",
    "Gruppe", "Kategorie", "Kompetenzgruppe", "Kompetenzbereich", "Kompetenzfeld",
    "Kompetenzcluster", "Kompetenzart", "Bereich", "Themenfeld",
    "groupe", "catégorie", "domaine", "bloc de compétences", "domaine de compétences",
    "famille de compétences",
    "grupo", "categoría", "ámbito", "área", "grupo de competencias", "área de competencia",
    "bloque",
)  # fmt: skip
_TEXT = (
    "text", "level description", "level text", "skill level description", "expectation",
    "expectations", "behaviour", "behaviours", "behavior", "behaviors", "indicator", "indicators",
    "behavioural indicators", "behavioral indicators", "descriptor", "description",
    "what it looks like",
    "Beschreibung", "Stufenbeschreibung", "Verhaltensanker", "Erläuterung", "Erwartung",
    "texte", "description du niveau", "descriptif", "comportements attendus", "indicateurs",
    "attentes",
    "texto", "descripción", "descripción del nivel", "indicadores", "comportamientos",
    "expectativas",
)  # fmt: skip
_ABOUT = (
    "about", "about the skill", "definition", "skill definition", "skill description",
    "competency definition", "competency description",
    "Definition", "Kompetenzbeschreibung", "Definition der Kompetenz",
    "définition", "description de la compétence", "définition de la compétence",
    "definición", "descripción de la competencia", "definición de la competencia",
)  # fmt: skip
_PERSON = (
    "employee", "employee name", "employee id", "person", "full name", "first name", "last name",
    "colleague", "team member", "staff member", "holder", "name", "nom", "nombre",
    "Mitarbeiter", "Mitarbeiterin", "Mitarbeitende", "Mitarbeiter/in", "Personalnummer", "Vorname",
    "Nachname", "Beschäftigte",
    "employé", "salarié", "collaborateur", "prénom", "matricule",
    "empleado", "empleada", "colaborador", "trabajador", "apellido", "apellidos",
)  # fmt: skip
_MONTHS = (
    "months", "month", "min months", "minimum months", "months in role", "duration in months",
    "duration (months)", "tenure",
    "Monate", "Monat", "Dauer in Monaten", "Mindestmonate", "Monate in der Rolle",
    "mois", "durée en mois", "mois dans le poste",
    "meses", "mes", "duración en meses", "meses en el puesto",
)  # fmt: skip
_LEFT_OUT = (
    "notes", "note", "comment", "comments", "remark", "remarks", "Bemerkung", "Bemerkungen",
    "Anmerkung", "Anmerkungen", "Kommentar", "Kommentare", "Hinweis", "Hinweise", "Notiz",
    "Notizen", "commentaire", "commentaires", "remarque", "remarques", "nota", "notas",
    "comentario", "comentarios", "observaciones", "years of experience", "minimum experience",
    "min. years", "direct reports", "team size", "span of control", "employees", "min salary",
    "max salary", "minimum salary", "maximum salary", "salary min", "salary max", "base salary",
    "hourly rate", "team average", "weighted average", "weighted score", "max level",
    "maximum level", "highest level", "gap", "Berufserfahrung", "années d'expérience",
    "años de experiencia", "total", "totals", "total score", "average", "sum", "mean", "max", "min",
    "minimum", "maximum", "no.", "nr.", "#", "headcount", "head count", "fte", "ftes",
    "number of employees", "openings", "vacancies", "Summe", "Gesamt", "Durchschnitt", "Mittelwert",
    "lfd. Nr.", "Anzahl", "Anzahl Mitarbeitende", "Stellenumfang", "VZÄ", "moyenne", "somme",
    "effectif", "effectifs", "ETP", "promedio", "suma", "n.º", "plantilla",
)  # fmt: skip
_OF_OWNERS = (
    "reports to", "reporting to", "reporting line", "line manager", "status", "owner", "owned by",
    "author", "last updated", "last update", "last reviewed", "last review", "updated",
    "updated on", "updated by", "reviewed by", "review date", "valid from", "valid to",
    "effective date", "version", "created", "created by", "changed", "last changed", "approved by",
    "salary", "salary band", "salary range", "pay band", "pay range", "pay grade",
    "grade/salary band", "grade / salary", "cost centre", "cost center", "location", "site",
    "country", "employment type", "flsa status", "link", "url", "source", "Vorgesetzter",
    "Vorgesetzte", "berichtet an", "Führungskraft", "Verantwortlich", "Eigentümer", "Stand",
    "zuletzt geändert", "geändert am", "aktualisiert am", "letzte Änderung", "gültig ab", "Gehalt",
    "Gehaltsband", "Standort", "Ort", "Kostenstelle", "Ersteller", "rattaché à", "rattachement",
    "supérieur hiérarchique", "responsable hiérarchique", "statut", "propriétaire", "mis à jour",
    "mise à jour", "dernière mise à jour", "date de mise à jour", "salaire", "lieu",
    "site de travail", "reporta a", "depende de", "superior", "jefe directo", "estado",
    "propietario", "actualizado", "última actualización", "fecha de actualización", "salario",
    "banda salarial", "ubicación",
)  # fmt: skip

HEADINGS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    LIST: {
        "role": _ROLE, "id": _ID, "track": _TRACK, "rank": _RANK, "skill": _SKILL,
        "level": _SKILL_LEVEL, "any level": _LEVEL, "required": _REQUIRED, "weight": _WEIGHT,
        "group": _GROUP, "text": _TEXT, "about": _ABOUT, "person": _PERSON,
    },
    MOVES: {
        "from": ("from", "from role", "source", "source role", "current role", "leaves",
                 "von", "von Rolle", "aus", "Ausgangsrolle", "bisherige Rolle",
                 "de", "depuis", "poste de départ", "poste actuel", "origine",
                 "desde", "origen", "puesto de origen", "puesto actual"),
        "to": ("to", "to role", "target", "target role", "next role", "leads to",
               "nach", "zu", "Zielrolle", "nächste Rolle",
               "vers", "à", "poste cible", "poste visé", "poste suivant", "destination",
               "a", "hacia", "destino", "puesto de destino", "puesto siguiente"),
        "months": _MONTHS,
        "kind": ("kind", "type", "move", "move type", "transition type", "kind of move",
                 "Art", "Typ", "Art des Wechsels", "nature", "type de mobilité",
                 "tipo", "clase", "tipo de movimiento"),
    },
    ACTIVITIES: {
        "name": ("activity", "name", "course", "course name", "training", "learning activity",
                 "activity name", "certification", "way to learn", "title",
                 "Aktivität", "Kurs", "Maßnahme", "Schulung", "Weiterbildung", "Lernangebot",
                 "Titel",
                 "activité", "formation", "cours", "intitulé", "nom",
                 "actividad", "curso", "formación", "nombre", "título"),
        "months": (*_MONTHS, "duration", "Dauer", "durée", "duración"),
        "cost": ("cost", "costs", "price", "fee", "Kosten", "Preis", "Gebühr",
                 "coût", "prix", "tarif", "coste", "costo", "precio"),
        "skill": (*_SKILL, "develops", "teaches"),
        "level": (*_SKILL_LEVEL, *_LEVEL, "to level", "level reached", "level after"),
        "kind": ("kind", "type", "format", "Art", "Typ", "nature", "tipo", "modalidad"),
        "url": ("url", "link", "address", "page", "web page", "Adresse", "lien", "enlace"),
        "about": ("about", "description", "Beschreibung", "descriptif", "descripción"),
    },
    SKILLS: {
        "skill": _SKILL, "level": (*_SKILL_LEVEL, *_LEVEL), "group": _GROUP, "text": _TEXT,
        "about": _ABOUT,
    },
    ROLES: {"role": _ROLE, "id": _ID, "track": _TRACK, "rank": (*_RANK, *_LEVEL)},
}  # fmt: skip
"""By the kind of table, from what a column holds to the words for it, the likeliest first."""

FACTS: Mapping[str, tuple[str, ...]] = {
    "role": (*_ROLE, "rollen", "funktion", "berufsbild", "fonction", "postes", "puestos", "roles"),
    "id": (*_ID, "id", "key", "code"),
    "track": (*_TRACK, "tracks", "path", "Laufbahnen", "carrière"),
    "rank": (*_RANK, "level", "Stufe", "niveau", "nivel"),
    "skill": (*_SKILL, "capabilities"),
    "skill id": ("skill id",),
    "shown": (SHOWN,),
    "group": (*_GROUP, "theme", "pillar"),
    "about": (*_ABOUT, "description", "meaning", "Beschreibung", "descripción"),
    "ignore": (*_LEFT_OUT, *_WEIGHT),
    "note": _OF_OWNERS,
}
"""From what a heading of a matrix means to the words for it."""

WORDED = ("track", "group", "about", "note")
"""Of those, what is never a level: a skill that has levels may well be called Service or Status."""

NEEDED: Mapping[str, tuple[str, ...]] = {
    ACTIVITIES: ("name", "skill", "months"),
    LIST: ("role", "skill"),
    MOVES: ("from", "to"),
    ROLES: ("role",),
    SKILLS: ("skill",),
}
"""The columns by which a kind of table is told, in the order in which they are tried."""

_YES = (
    "yes", "y", "true", "x", "✓", "✔", "☑", "✅", "●", "1", "required", "mandatory", "must",
    "must have", "essential", "needed", "core", "compulsory", "obligatory", "necessary", "key",
    "ja", "j", "wahr", "Pflicht", "Muss", "erforderlich", "verpflichtend", "notwendig",
    "zwingend", "benötigt", "obligatorisch",
    "oui", "o", "vrai", "requis", "requise", "obligatoire", "exigé", "exigée", "indispensable",
    "essentiel", "essentielle", "nécessaire",
    "sí", "s", "verdadero", "requerido", "requerida", "obligatorio", "obligatoria",
    "imprescindible", "esencial", "necesario", "necesaria", "exigido",
)  # fmt: skip
_NO = (
    "no", "n", "false", "-", "–", "—", "✗", "✘", "☐", "○", "0", "optional", "nice to have",
    "nice", "desirable", "preferred", "bonus", "plus", "not required", "good to have",
    "nein", "falsch", "Kann", "wünschenswert", "von Vorteil", "nicht erforderlich", "wünschbar",
    "non", "faux", "facultatif", "facultative", "optionnel", "optionnelle", "souhaité",
    "souhaitée", "souhaitable", "un plus", "un atout",
    "falso", "opcional", "deseable", "preferible", "no requerido", "valorable",
)  # fmt: skip
_ANY = ("any", "any role", "*", "all", "alle", "beliebig", "tous", "toutes", "todos", "cualquiera")
_KINDS = {
    "promotion": ("promotion", "Beförderung", "Aufstieg", "promoción", "ascenso", "promoted", "up"),
    "lateral": ("lateral", "lateral move", "side move", "sideways", "Wechsel", "Seitenwechsel",
                "Querwechsel", "mobilité", "mobilité latérale", "mobilité horizontale", "latéral",
                "transversal", "movimiento lateral", "traslado"),
    "entry": ("entry", "Einstieg", "Eintritt", "entrée", "recrutement", "entrada", "ingreso"),
}  # fmt: skip

_BEHIND = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def plain(text: str) -> str:
    """A heading or a word as it compares: no accents, marks or spaces, and nothing in brackets.

    >>> plain("Niveau requis (1–4) :"), plain("Must-have / nice to have"), plain("✓")
    ('niveaurequis', 'musthavenicetohave', '✓')
    """
    letters = unicodedata.normalize("NFKD", _BEHIND.sub(" ", text).casefold())
    return "".join(c for c in letters if c.isalnum()) or text.strip()


def _meanings(words: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, int]]:
    meant: dict[str, tuple[str, int]] = {}
    for what, several in words.items():
        for place, word in enumerate(several):
            meant.setdefault(plain(word), (what, place))
    return meant


_HEADINGS = {kind: _meanings(words) for kind, words in HEADINGS.items()}
_FACTS = _meanings(FACTS)
_FLAGS = {key: what == "yes" for key, (what, _) in _meanings({"yes": _YES, "no": _NO}).items()}
_MOVE_KINDS = _meanings(_KINDS)
_ANYWHERE = frozenset(map(plain, _ANY))
_FREE = frozenset(map(plain, ("free", "none", "-", "kostenlos", "gratis", "gratuit", "gratuito")))
_MONTH = frozenset(
    map(plain, ("month", "months", "mo", "m", "Monat", "Monate", "mois", "mes", "meses"))
)


def heading_meant(kind: str, text: str) -> tuple[str, int] | None:
    """What a column holds by its heading in a kind of table, and how unlikely that is.

    >>> heading_meant(LIST, "Kompetenz")[0], heading_meant(LIST, "Salary")
    ('skill', None)
    """
    return _HEADINGS[kind].get(plain(text))


def fact_meant(text: str) -> str | None:
    """What a heading of a matrix means, if it is no name of a role or a skill.

    >>> fact_meant("Job family"), fact_meant("Kompetenz:"), fact_meant("Roadmapping")
    ('track', 'skill', None)
    >>> fact_meant("Rank [rank]")
    """
    found = None if text.endswith("]") else _FACTS.get(plain(text))
    return found[0] if found else None


def required(text: str) -> bool | None:
    """Whether a word says that something is required, or that it is not; None for any other.

    >>> required("Must-have"), required("souhaité"), required("often")
    (True, False, None)
    """
    return _FLAGS.get(plain(text))


def move_kind(text: str) -> str:
    """The kind of a move in the ladder's words; one that it does not know stays as it is.

    >>> move_kind("Beförderung"), move_kind("secondment")
    ('promotion', 'secondment')
    """
    found = _MOVE_KINDS.get(plain(text))
    return found[0] if found else text


def is_anywhere(text: str) -> bool:
    """Tell whether a move leads from any role.

    >>> is_anywhere("Any"), is_anywhere("Analyst")
    (True, False)
    """
    return plain(text) in _ANYWHERE


def is_month(text: str) -> bool:
    """Tell whether a word means months.

    >>> is_month("Monate"), is_month("years")
    (True, False)
    """
    return plain(text) in _MONTH


def is_free(text: str) -> bool:
    """Tell whether a word says that something costs nothing.

    >>> is_free("Kostenlos"), is_free("500")
    (True, False)
    """
    return plain(text) in _FREE
