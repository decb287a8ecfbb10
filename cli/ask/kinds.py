"""The kinds of questions, and the command that answers each.

A new command joins by a line in `KINDS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ladder.wording import listed, quoted, some

from .sentence import ACTIVITY, ROLE, SKILL, Sentence, whole

_AN = r"(?:(?:an?|the|my|our|your|being|role of|job of|position of|to|for|of|as) )*"
_WHO = r"(?:i|we|you|one|someone|somebody|people|they)"
_CAN = r"(?:can|could|might|may|would|will|should|shall|must|do|does|did|am|are|is)"
_BECOME = r"(?:become|be|becomes|get to be|turn into|reach|get into|move into|get to|get|move to)"
_TELL = "describe|explain|define|show|show me|tell me(?: more)? about|what about"
_ROLES = r"(?:roles?|jobs?|positions?|careers?|posts?|titles?)"


_TELL_WORDS = (
    "describe explain define show tell about requirements responsibilities duties description"
)
_LACK = r"(?:need|lack|missing|lacking|miss|short of)"
_EXIST = r"(?:are there|exist|do you know|can i take)"


def _the(group: str, name: str = ROLE) -> str:
    return rf"{_AN}(?P<{group}>{name})"


class Kind(NamedTuple):
    """A kind of question."""

    command: str
    needs: tuple[str, ...]
    """Parts that the command is about, in its order: "from", "to", "role" or "skill"."""
    example: str
    """How to ask it, with names in place of the parts."""
    phrases: tuple[tuple[str, str], ...]
    """Patterns that tell it, apart from conditions, each behind words of which it has one. Groups
    named start, end, role or skill say which name is which."""
    costs: bool = False
    """Whether its answer has months and cost, the fewest months first."""
    option: str = ""
    """Which option names a role, where one may be told and need not."""


_FROM, _TO, _ROLE, _SKILL = _the("start"), _the("end"), _the("role"), _the("skill", SKILL)
_ME = rf"(?P<start>{_WHO}|{_AN}{ROLE})"
_ENTRY = r"(?:entry|it|ladder|our ladder|way in|way)"
_TO_WHOM = rf"(?:to|for|towards|between)(?P<entries>(?: (?:,|and|or|both|all|the|an?|{ROLE}))+)"
_ALL = r"(?: me| all| the| of| existing)*"

KINDS = (
    Kind(
        "path",
        ("from", "to"),
        "how do I get from {from} to {to}",
        (
            ("do", rf"what {_CAN} {_WHO} (?:have |need )?(?:to )?do(?: in order)?(?= (?:to|for) )"),
            ("take", r"what (?:does|would|will) it take(?= (?:to|for) )"),
            ("between", r"(?:path|way|route|ways|routes|paths)(?= between )"),
        ),
        costs=True,
    ),
    Kind(
        "gap",
        ("from", "to"),
        "what am I missing for {to} as {from}",
        (
            ("compare", rf"compare {_FROM} (?:with|to|and|against|versus|vs) {_TO}"),
            (
                "difference differences gap comparison",
                rf"(?:what (?:is |are )?)?(?:the )?(?:skills? )?(?:differences?|gap|comparison)"
                rf"(?: in skills?)? (?:between|of|from) {_FROM} (?:and|to|with|vs|versus) {_TO}",
            ),
            ("between", rf"what (?:is |lies |stands )?between {_FROM} and {_TO}"),
            (
                "separates distinguishes",
                rf"what (?:separates|distinguishes) {_FROM} (?:and|from) {_TO}",
            ),
            (
                "differ different compare compared",
                rf"how (?:does|do|is|are) {_FROM} (?:differ|different|compared?) "
                rf"(?:from|to|with) {_TO}",
            ),
            (
                "differ different compare",
                rf"how (?:do|are) {_FROM} and {_TO} (?:differ|different|compare)",
            ),
            ("vs versus compared", rf"{_FROM} (?:vs|versus|compared (?:to|with)) {_TO}"),
            (
                "need lack missing lacking miss short",
                rf"(?:what|which)(?: (?:else|skills?|levels?))* (?:do|does|would|will|am|is|are) "
                rf"(?:{_WHO} (?:still )?{_LACK}(?: to have| to know| in order)?|{_FROM} (?:still )?"
                rf"{_LACK}(?= (?:for|in order|to (?!know|have|do)))(?: in order)?)",
            ),
            ("missing", r"(?:what|which)(?: skills?)? (?:is|are) (?:still )?missing"),
            ("gap missing", r"(?:the |my )?(?:skills? gap|gap|missing skills)"),
            ("ready qualify qualified", r"am i ready|do i qualify|am i qualified"),
        ),
    ),
    Kind(
        "into",
        ("to",),
        "who can become {to}",
        (
            (
                "who",
                rf"who (?:else )?(?:{_CAN} |is (?:able|eligible|allowed) to )?"
                rf"(?:{_BECOME}|(?:gets|moves|turns) into) {_TO}",
            ),
            (
                "lead leads feed feeds",
                rf"(?:from )?(?:which|what)(?: other)? {_ROLES} (?:can |could |may )?"
                rf"(?:leads?|feeds?)(?: up)? (?:to|into) {_TO}",
            ),
            ("come", rf"(?:from )?(?:which|what|where)(?: {_ROLES})? (?:do|does) {_TO} come from"),
            (
                "from",
                rf"from (?:(?:which|what)(?: {_ROLES})?|where) {_CAN} {_WHO} {_BECOME} {_TO}",
            ),
            ("people others", rf"how do (?:people|others) (?:usually )?{_BECOME} {_TO}"),
            (
                "ways routes paths",
                rf"(?:what are )?(?:the |all )*(?:ways|routes|paths) (?:to|into) {_TO}(?= ?$| ,)",
            ),
        ),
        costs=True,
    ),
    Kind(
        "analyze",
        (),
        "where do people get stuck",
        (
            (
                "stuck wait waiting bottleneck bottlenecks wall walls",
                rf"(?:where|why) (?:do|are|does|is) (?:the )?(?:{_WHO}|everybody|most people|"
                rf"bottlenecks?|walls?|{_FROM})(?: (?:get )?(?:stuck|wait|waiting))?"
                r"(?: (?:the )?longest| (?:the )?most)?(?: on the way)?",
            ),
            (
                "bottleneck bottlenecks wall walls points point",
                r"(?:what|which|where) (?:is|are) (?:the |our )?(?:ladders |ladder )?"
                r"(?:biggest |worst |longest |highest |main )*(?:bottlenecks?|walls?|"
                r"single points?(?: of failure)?|weak(?:est)? points?)(?: on the way)?",
            ),
            (
                "helps help saves save pays pay opens open",
                r"(?:which|what) (?:course|activity|training|change|lever)s? "
                r"(?:(?:would |will )?(?:help|save|pay|open)s?)(?: off)?(?: people| us)?(?: the)?"
                r"(?: most)?(?: time| months)?(?: on the way)?",
            ),
            (
                "help save",
                r"what (?:would |could |will )?(?:helps?|saves?)(?: people| us)?(?: the)? most"
                r"(?: time| months)?(?: on the way)?",
            ),
            (
                "offer pay sponsor fund buy",
                r"(?:which|what) (?:course|activity|training)s? should (?:we|the company) "
                r"(?:offer|pay for|sponsor|fund|buy)(?: first| most)?(?: on the way)?",
            ),
            (
                "hang hangs depend depends",
                r"what (?:(?:does|do) (?:everything|it all) (?:hang|depend)s? on|"
                r"(?:hang|depend)s? on what|"
                r"(?:hang|depend)s? on (?:only |just )?(?:one|a|a single) "
                r"(?:thing|role|move|course))(?: on the way)?",
            ),
            (
                "hang hangs depend depends",
                rf"what (?:(?:does|do) )?(?:hang|depend)s? on {_AN}(?P<one>{ROLE}|{ACTIVITY})",
            ),
            (
                "drop cut lose stop cancel losing dropping cutting",
                r"what (?:happens|would happen|if|happens if|would happen if|when)(?: if| when)? "
                r"(?:we |the company )?(?:drop|cut|lose|stop|cancel|losing|dropping|cutting)s? "
                rf"{_AN}(?P<one>{ACTIVITY})",
            ),
            (
                "open opens",
                r"what (?:would |could |might |will )?opens? (?:up )?(?:a|the|another|more) "
                r"(?:ways?|doors?|paths?|routes?)(?= ?$| ,| (?:in)?to )",
            ),
            (
                "fair",
                rf"is (?:the )?{_ENTRY}(?: (?:in)?to {_TO})? fair(?: {_TO_WHOM})?(?: on the way)?",
            ),
            ("fair", rf"how fair is (?:the )?{_ENTRY}(?: {_TO_WHOM})?(?: on the way)?"),
            (
                "hardest longest easiest shortest quickest slowest",
                r"who has the (?:hardest|longest|easiest|shortest|quickest|slowest) way in"
                r"(?: on the way)?",
            ),
            ("analyse analyze", r"(?:please )?analy[sz]e(?: the| our| this| my)?(?: ladder)?"),
        ),
        option="--to",
    ),
    Kind(
        "reach",
        ("from",),
        "what can {from} become",
        (
            (
                "after",
                rf"(?:what|which)(?: is| are| comes)?(?: the)?(?: next)?(?: {_ROLES}| steps?)?"
                rf"(?: (?:can|could) {_WHO} (?:{_BECOME}|do|have))?(?: next)? after {_FROM}",
            ),
            (
                "what which",
                rf"(?:what|which)(?: else| other)?(?: {_ROLES})? (?:can|could|might|may) {_ME} "
                rf"(?:{_BECOME}|do)(?: next| then)?",
            ),
            (
                "where",
                rf"where(?: else)? (?:can|could|may|might|does|do|will) {_ME} "
                r"(?:go|lead|get|end up|move)(?: to)?(?: next)?(?: from there| from here)?",
            ),
            (
                "there possible open available reach",
                rf"(?:which|what)(?: other)? {_ROLES} (?:are|is) "
                r"(?:there |possible |open |available |in reach |within reach )+"
                rf"(?:to|for|from) (?:me|us|you|(?:an? )?(?P<start>{ROLE}))",
            ),
            (
                "options",
                r"what (?:are )?(?:my |the )?(?:career )?options(?: are there)?(?: do i have)?",
            ),
            (
                "options prospects paths",
                r"(?:career )?(?:options|prospects|paths)(?= (?:for|from|of|as) )",
            ),
            (
                "career",
                r"(?:show me |what is )?(?:the )?career path(?= (?:for|of|as) )"
                r"(?!.* (?:to|into|become) )",
            ),
            ("reach", r"(?:which|what)(?: other)? (?:roles|jobs) (?:are |is )?in reach"),
        ),
        costs=True,
    ),
    Kind(
        "show",
        ("role",),
        "what does {to} do",
        (
            (
                "do",
                rf"what (?:does|do|would|will) {_ROLE} (?:actually |really )?do(?: all day)?"
                r"(?! next| now| to| first)",
            ),
            (
                "need have expect require know hold able",
                rf"(?:what|which)(?: skills?| levels?)* (?:does|do|would|must|should) {_ROLE} "
                r"(?:need|have|expect|require|know|hold|be able to do)(?: to know| to have)?",
            ),
            (
                "expected required asked needed",
                rf"(?:what|which)(?: skills?)? (?:is|are) (?:expected|required|asked|needed) "
                rf"(?:of|from|in|for|as) {_ROLE}",
            ),
            ("what", rf"what (?:is |are )?(?:it like to be )?{_ROLE}(?= ?$| ,)"),
            (
                _TELL_WORDS,
                rf"(?:please )?(?:{_TELL}|requirements (?:for|of)|responsibilities of|duties of|"
                rf"description of) {_ROLE}",
            ),
        ),
    ),
    Kind(
        "next",
        ("from", "to"),
        "what should I learn next as {from} to become {to}",
        (
            (
                "what which",
                rf"(?:what|which)(?: skills?| courses?)?(?: else)? {_CAN} {_ME} "
                r"(?:have to |need to |want to |best )?(?:learn|do|study|begin|start|focus on|"
                r"work on|take|practise|practice)(?: with)?(?: next| first| now)*",
            ),
            ("what", r"(?:so )?what next|what now"),
            ("what", r"what to (?:learn|do|begin|start)(?: next| now| first)*"),
            ("next", r"(?:what (?:is |are )?)?(?:my |the |a )?next steps?"),
            ("start begin", rf"(?:where|how) {_CAN} {_WHO} (?:start|begin)"),
        ),
        costs=True,
    ),
    Kind(
        "skills",
        ("skill",),
        "what does {skill} mean",
        (
            ("mean", rf"what (?:does|do) {_SKILL} mean(?: at each level)?"),
            ("what", rf"what (?:is |are )?{_SKILL}(?= ?$| ,)"),
            (
                f"{_TELL_WORDS} levels who",
                rf"(?:please )?(?:{_TELL}|(?:the )?levels of|who needs) {_SKILL}",
            ),
        ),
    ),
    Kind(
        "roles",
        (),
        "what roles are there",
        (
            ("roles jobs positions", rf"(?:which|what) (?:roles|jobs|positions) {_EXIST}"),
            ("list show", rf"(?:please )?(?:list|show){_ALL} (?:roles|jobs|positions)"),
        ),
    ),
    Kind(
        "skills",
        (),
        "what skills are there",
        (
            ("skills", rf"(?:which|what) skills {_EXIST}"),
            ("list show", rf"(?:please )?(?:list|show){_ALL} skills"),
        ),
    ),
    Kind(
        "activities",
        (),
        "which courses are there",
        (
            ("activities courses trainings", rf"(?:which|what) (?:activities|courses) {_EXIST}"),
            ("list show", rf"(?:please )?(?:list|show){_ALL} (?:activities|courses)"),
        ),
    ),
)
"""In the order in which they are looked for."""

PATH = KINDS[0]
"""What a question is that has two roles and is of no other kind."""


def kind_taken(sentence: Sentence) -> tuple[Sentence, Kind | None]:
    """Take out what tells the kind of a question; the roles in it stay, and where they stood.

    >>> from ladder import bundled
    >>> from graphs.plans.month import Month
    >>> read = Sentence.of("compare pm with spm", bundled("product-management"), Month(2027, 1), {})
    >>> read, kind = kind_taken(read)
    >>> read.text, kind.command
    ('from §r0 to §r1', 'gap')
    """
    for kind in KINDS:
        for words, phrase in kind.phrases:
            if sentence.has(words) and (found := re.search(whole(phrase), sentence.text)):
                rest = sentence.cut(found, " ".join(_roles_in(found)))
                return _alone(_entering(rest, found), found), kind
    return sentence, None


def _entering(sentence: Sentence, found: re.Match[str]) -> Sentence:
    """Say that those whose entry is asked about are told of; all are who begin, and nobody else."""
    marks = re.findall(ROLE, found.groupdict().get("entries") or "")
    if not marks:
        return sentence
    from graphs.analysis.ways import ways_in

    ladder = sentence.ladder
    begin = [ladder.roles[each].name for each in ways_in(ladder)]
    for mark in marks:
        names = [ladder.roles[each].name for each in sentence.ids(mark, "role")]
        if doubt := sentence.ambiguous(mark, "role") if len(names) > 1 else None:
            sentence = sentence.doubting(doubt)
        elif not set(names) <= set(begin):
            sentence = sentence.doubting(
                f"no career begins as {listed(names)}; entry is from {some(begin)}"
            )
    return sentence.remarking("Entry is from all roles that careers begin in, these among them.")


def _alone(sentence: Sentence, found: re.Match[str]) -> Sentence:
    """Say where it is told what hangs on one role or activity, as all are told of together."""
    mark = re.search(r"§\w+", found.groupdict().get("one") or "")
    if not mark:
        return sentence
    is_role = re.fullmatch(ROLE, mark[0])
    where = "hangs on each role" if is_role else "each activity is missed for"
    part = "Hangs on" if is_role else "Losses"
    return sentence.doubting(
        f'{quoted(sentence.name(mark[0]).text)}: what {where} is in "ladder analyze --details", '
        f"under {part}"
    )


def _roles_in(found: re.Match[str]) -> Iterator[str]:
    """The names in a phrase, each with the direction that it has there."""
    cues = {"start": "from ", "end": "to ", "role": "to ", "skill": ""}
    for group, cue in cues.items():
        mark = re.search(r"§\w+", found.groupdict().get(group) or "")
        if mark:
            yield cue + mark[0]
