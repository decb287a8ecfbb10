"""The words around the names in a question: what they say, and which say nothing."""

from __future__ import annotations

from typing import Literal

Direction = Literal["from", "to"]

_FROM = ("from", "i am", "im", "i work as", "i started as", "out of", "leave", "leaving", "between")
_TO = (
    *("to", "into", "become", "becoming", "becomes", "be", "reach", "reaching"),
    *("toward", "towards", "land", "end up as", "get promoted to"),
)
_BRIDGES = """
    a an the my your our some any as in at being current currently now just still only role job
    position post title level work working works
"""
_FILLERS = """
    this that i you we he she they me us it one is are was am do does did can could would should
    may might must will shall id have has had need needs want wants wish hope like try how what
    which when where why who long far much many fast soon quickly time month months year years
    take takes taking get gets getting go goes going move moves moving grow growing make makes
    making switch transition change progress step steps way ways path paths route routes road
    roads career careers plan jobs roles positions worked employed today already please tell show
    give find help explain know learn start starting started for if then so on with within without
    by via through and or but not no there here best shortest quickest fastest possible
    up next promoted ive been id ill since also then really hello hi hey thanks thank
"""

CUES: dict[str, Direction] = {**dict.fromkeys(_FROM, "from"), **dict.fromkeys(_TO, "to")}
"""What says where the way leads, and in which direction."""

BRIDGES = frozenset(_BRIDGES.split())
"""What may stand between a cue and its role: "from my present job as an analyst"."""

FILLERS = BRIDGES | frozenset(_FILLERS.split())
"""What is no part of a name, unless the ladder has a name with it."""

CONNECTIVES = frozenset(("of", "&"))
"""What joins the words of a name, and does not begin one."""

TIES = CONNECTIVES | {"in"}
"""What joins to the name of a role words that only say more of it."""
