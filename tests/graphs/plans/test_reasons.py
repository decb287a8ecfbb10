"""Reasons for a no: each kind has its sentence, in both languages."""

from __future__ import annotations

from typing import get_args

import pytest

from graphs import NoGrowthPath, growth_path
from graphs.plans.reasons import Kind, Reason, sentence
from graphs.words import words_of
from ladder import bundled

PRODUCT = bundled("product-management")
START, ROLE = "business-analyst", "product-manager"
TOLD = {
    "no-entry": "in die Rolle Product Manager führt kein Wechsel",
    "elsewhere": "in die Rolle Product Manager kommt man nur aus Business Analyst, "
    "Product Manager, und dorthin führt von Business Analyst aus kein Wechsel",
    "not-that-way": "von Business Analyst führt kein Weg zu Product Manager über "
    "Business Analyst, dann Product Manager und ohne Product Manager",
    "not-together": "Roadmapping auf der Stufe „working“ ist erreichbar, aber nicht auf einem Weg, "
    "der hierher führt und auch alles andere mitbringt, was verlangt wird",
    "not-developed": "keine Rolle und kein Lernangebot vermittelt Roadmapping auf der Stufe "
    "„working“",
    "roles-out-of-reach": "die Rollen Business Analyst, Product Manager würden diese Kompetenz "
    "vermitteln, sind vorher aber nicht erreichbar",
    "activity-asks": "Master of Business Administration würde diese Kompetenz vermitteln, "
    "verlangt vorher aber Roadmapping auf der Stufe „working“",
    "activity-ruled-out": "Master of Business Administration würde diese Kompetenz vermitteln, "
    "ist aber ausgeschlossen",
}


def test_every_kind_has_its_sentence():
    """None is forgotten here."""
    assert {*TOLD} == {*get_args(Kind)}


@pytest.mark.parametrize(("kind", "told"), TOLD.items())
def test_it_is_said_in_german(kind, told):
    """With the names of the ladder."""
    roles = (START, ROLE) if kind in ("elsewhere", "not-that-way", "roles-out-of-reach") else ()
    reason = Reason(
        kind,
        role=ROLE,
        start=START,
        roles=roles,
        avoided=(ROLE,) if kind == "not-that-way" else (),
        activity="mba" if kind.startswith("activity") else None,
        levels={} if kind == "activity-ruled-out" else {"roadmapping": 2},
    )
    assert sentence(PRODUCT, [reason], words_of("de")) == told


def test_a_no_has_its_reasons_as_facts():
    """The sentence beside them says nothing else."""
    wishes = {"without": ["stretch-work", "side-projects"]}
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(PRODUCT, START, "senior-product-manager", **wishes)
    blockers = caught.value.blockers
    assert {reason.kind for one in blockers for reason in one.reasons} >= {"activity-ruled-out"}
    for one in blockers:
        assert one.why == sentence(PRODUCT, one.reasons)
    assert caught.value.to_dict()["blockers"][0]["reasons"][0]["kind"] in get_args(Kind)
