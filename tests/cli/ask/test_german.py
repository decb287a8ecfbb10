"""Questions in German: each is that of an English one, and nothing in them gets lost."""

from __future__ import annotations

import json

import pytest

from cli.ask.understand import NotUnderstood, understand
from cli.in_page import question_of
from graphs import Month
from ladder import bundled

PRODUCT = bundled("product-management")
TODAY = Month(2026, 11)

ALIKE = (
    (
        "Ich bin seit einem Jahr Analyst und möchte in höchstens 3 Jahren Product Manager werden",
        "I have been an analyst for a year and want to be a product manager within 3 years",
    ),
    (
        "Ich arbeite seit 18 Monaten als Business Analyst und will über PM zum SPM",
        "I have worked as a business analyst for 18 months and want to be SPM via PM",
    ),
    (
        "Als Analyst möchte ich innerhalb von zwei Jahren PM werden",
        "as an analyst I want to be PM within two years",
    ),
    ("Ich bin seit einem halben Jahr Analyst und will PM werden", "analyst for 6 months to PM"),
    ("Ich bin seit 1,5 Jahren Analyst, möchte PM werden", "analyst for 1.5 years to PM"),
    ("Von Analyst zu SPM mit einem Budget von 1.200", "analyst to SPM with a budget of 1,200"),
    ("Vom Analyst zum SPM für höchstens 500", "analyst to SPM with a budget of 500"),
    ("Wie werde ich als Analyst am schnellsten SPM?", "the quickest way from analyst to SPM"),
    ("Der günstigste Weg vom Analyst zum SPM", "the cheapest way from analyst to SPM"),
    ("Mit möglichst wenigen Wechseln vom Analyst zum SPM", "fewest moves from analyst to SPM"),
    ("Ich bin Analyst und möchte SPM werden, ohne PMP", "analyst to SPM without PMP"),
    ("Ich bin Analyst und will SPM werden, aber nicht als APM", "analyst to SPM avoiding APM"),
    (
        "Ich bin seit März 2025 Analyst und möchte bis Ende 2030 SPM werden",
        "I have been an analyst since March 2025 and want to be SPM by the end of 2030",
    ),
    (
        "Ich bin Analyst und kann Roadmapping auf der Stufe working und möchte SPM werden",
        "from analyst with roadmapping at working to SPM",
    ),
    ("Was kann ich als Analyst werden?", "what can an analyst become"),
    ("Wohin kann ich als Analyst wechseln?", "where can I go as an analyst"),
    ("Was fehlt mir als Analyst für SPM?", "what am I missing for SPM as an analyst"),
    (
        "Was kann ich als Analyst in zwei Jahren alles werden?",
        "what can an analyst become in 2 years",
    ),
    ("Was kann ein Analyst werden?", "what can an analyst become"),
    ("Ich bin Analystin und möchte Product Managerin werden", "analyst to PM"),
    (
        "Als Business-Analyst*in zu SPM, höchstens 1000 USD",
        "analyst to SPM with a budget of 1,000 USD",
    ),
    ("Vom Analysten zum SPM, ohne Geld auszugeben", "from analyst to SPM for free"),
    ("Was macht ein Product Manager?", "what does a product manager do"),
)


@pytest.mark.parametrize(("german", "english"), ALIKE)
def test_it_asks_what_the_english_one_asks(german, english):
    """The same command, with the same options."""
    asked = understand(german, PRODUCT, today=TODAY, language="de").words
    assert sorted(asked) == sorted(understand(english, PRODUCT, today=TODAY).words)


@pytest.mark.parametrize(
    "said",
    [
        "Ich bin Analyst und möchte nicht SPM werden",
        "Ich bin kein Analyst und möchte SPM werden",
        "Ich möchte ohne Kurse SPM werden und bin Analyst",
        "Ich bin Analyst und möchte frühestens in 3 Jahren SPM werden",
        "Ich bin Analyst und möchte nach 2 Jahren SPM werden",
        "Ich bin Analyst und möchte in mindestens 2 Jahren SPM werden",
        "Ich bin Analyst und möchte ab 2028 SPM werden",
        "Ich bin Analyst und möchte SPM werden oder PM",
        "Ich war 3 Jahre Analyst und möchte SPM werden",
        "Ich bin Analyst und möchte SPM werden, außer über PM",
        "Ich bin Quokka und möchte SPM werden",
        "Ich bin Quokkain und möchte SPM werden",
        "Ich bin Analyst und möchte mit höchstens 2 Wechseln SPM werden",
        "Ich bin Analyst und möchte für höchstens 2 Wechsel SPM werden",
        "Ich bin Analyst und möchte mit höchstens 1 Stelle SPM werden",
        "Was kann ich als Analyst nie werden?",
    ],
)
def test_what_it_cannot_say_is_refused(said):
    """Never left out: the answer would be to another question."""
    with pytest.raises(NotUnderstood):
        understand(said, PRODUCT, today=TODAY, language="de")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Was kann ich werden?", "Sagen Sie bitte auch, was Sie heute sind."),
        (
            "Ich bin Quokka und möchte Product Mangr werden",
            "Nicht verstanden: „Quokka“ und „Product Mangr“. Meinten Sie Product Manager?",
        ),
        ("Analyst zu SPM in 3 Jahren, in 4 Jahren", "Das ist nicht eindeutig"),
        ("Was ist Roadmapping?", "nur das Programm: ladder skills"),
    ],
)
def test_the_page_tells_in_german_what_it_does_not_understand(said, told):
    """With the words that were said, and what may have been meant."""
    assert told in json.loads(question_of(PRODUCT, said, "2026-11", "de"))["error"]


def test_the_page_says_which_months_a_date_is():
    """As they are counted from today."""
    said = "Ich bin Analyst und möchte bis Ende 2030 SPM werden"
    heard = json.loads(question_of(PRODUCT, said, "2026-11", "de"))
    assert heard["address"].endswith("within=49")
    assert heard["remarks"] == ["Von heute an gerechnet: in höchstens 49 Monaten."]
