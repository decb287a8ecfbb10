"""The words of a question that only carry it: they may be left out, and nothing is lost.

Both lists are closed. A word that could be part of a condition ("not", "only", "after", a number,
"year") is in neither by itself, so that it is either understood or told.
"""

from __future__ import annotations

from typing import Literal

Direction = Literal["from", "to"]

_FROM = """
    from|i am|im|i am in|i work as|i work in|i worked as|i started as|out of|leave|leaving|ive been
    |i have been|currently|coming from|starting from|starting as|between|as
"""
_TO = """
    to|into|become|becoming|becomes|be|reach|reaching|toward|towards|land|end up as|end up in
    |get promoted to|want|until|till|until i am|until im|till i am|till im
    |to work as|hired as|get a job as|find a job as|want a job as
    |for a job as|to start as|promotion to
"""
_BRIDGES = """
    a an the my your our their his her some any as in of being been am is are current currently now
    present just still role job position post title work working works employed worked career
"""
_FILLERS = """
    this that these those i you we he she they me us him them it
    was were do does did can could would should may might must will shall
    id ive have has had having need needs want wants wanted wish wishes hope hopes like love
    try trying plan planning aim aiming dream dreaming thinking wondering wonder interested curious
    how what whats which when where who please tell show give find explain help advise recommend
    suggest get gets getting got go goes going move moves moving grow growing make makes making
    made switch switching transition transitioning change changing progress progressing progression
    take takes taking way ways path paths route routes road roads careers roles jobs positions
    promotion promoted goal ambition background ladder steps
    today already then so well also too really actually basically simply possibly for and
    hello hi hey dear thanks thank cheers kindly
    somebody someone person people anyone anybody if but ok okay
    eventually ultimately finally someday best possible there
"""
_PHRASES = """
    i want to know|i would like to know|id like to know|let me know|do you know|id love to know
    |how long|how many months|how many years|how much time|how far
    |is it possible|would it be possible|is it feasible|is it realistic|if possible
    |in order|any way|any chance|at all|all the way|as well|of course|right now|at the moment
    |at present|these days|so far|one day|move up|go up|step up|moving up|for long
    |for a long time|does one|can one|could one|should one|would one|must one|do one
    |thank you so much|thanks so much|thank you very much|many thanks|thinking about
    |wondering about|know how|know what|know which|find out
"""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(" ".join(phrase.split()) for phrase in text.split("|"))


CUES: dict[str, Direction] = {
    **dict.fromkeys(_listed(_FROM), "from"),
    **dict.fromkeys(_listed(_TO), "to"),
}
"""What says where the way leads, and in which direction."""

BRIDGES = frozenset(_BRIDGES.split())
"""What may stand between a cue and its role: "from my present job as an analyst"."""

FILLERS = BRIDGES | frozenset(_FILLERS.split())
"""Words without which a question says the same."""

PHRASES = frozenset(_listed(_PHRASES))
"""Such as are so only together."""

_BEFORE_A_ROLE = "avoiding avoid skipping skip bypassing via through over"
_BEFORE_A_SKILL = "with know knowing having hold"
_BEFORE_ANYTHING = """
    not no never only except than or either before after by at within under less more since while
    because unless plus part full about around during
"""

JOINTS: dict[str, str] = {
    **dict.fromkeys(_BEFORE_ANYTHING.split(), ""),
    **dict.fromkeys(_BEFORE_A_SKILL.split(), "skill"),
    **dict.fromkeys(_BEFORE_A_ROLE.split(), "role"),
    "without": "activity",
}
"""What begins a condition, and what should be named behind it; no name goes on across it."""
