"""A plan's Markdown in German: nothing English in it but the ladder's own, and it is read back."""

from __future__ import annotations

import json
import re

from cli.export.plan_markdown import plan_markdown
from cli.in_page import plan_as_markdown
from graphs import Month, growth_path
from graphs.plans.plan_file import read_plan
from graphs.words import words_of
from ladder import Person, bundled

PRODUCT = bundled("product-management")
PATH = growth_path(
    PRODUCT,
    "business-analyst",
    "senior-product-manager",
    person=Person(months_in_role=6, learning={"emotional-intelligence": 0}),
    avoid=["director-of-product"],
    max_cost=5000,
)


def test_it_is_read_back():
    """As the same plan, with the boxes that are ticked."""
    text = plan_markdown(PATH, begins=Month(2027, 3), words=words_of("de"))
    plan, begins, _ = read_plan(text.replace("- [ ]", "- [x]", 1), "plan.md", PRODUCT)
    assert plan.to_dict() == PATH.to_dict()
    assert begins == Month(2027, 3)


def test_it_is_the_english_one_in_german():
    """Line for line, with German months, plurals and figures."""
    english = plan_markdown(PATH, begins=Month(2027, 3))
    german = plan_markdown(PATH, begins=Month(2027, 3), words=words_of("de"))
    assert english.count("\n") == german.count("\n")
    for part in (
        "# Von Business Analyst zu Senior Product Manager",
        "März 2027 bis ",
        "Gewünscht: nicht als Director of Product, für höchstens 5.000 USD.",
        "kein Weg dorthin, der das einhält, kürzer.",
        "**Wechsel zu Product Manager**",
        "1 Monat,",
        "## Kosten nach Jahren",
    ):
        assert part in german, part
    said = re.sub(r"<!--.*?-->", "", german, flags=re.DOTALL)
    ours = "|".join(("Done when", "Within reach", "It is", "Move to", "Growth", "month ", "Proven"))
    assert not re.search(ours, said)


def test_the_page_has_it_by_its_language():
    """From the plan as JSON."""
    plan = json.dumps(PATH.to_dict())
    told = json.loads(plan_as_markdown(PRODUCT, plan, "de"))["markdown"]
    assert told == plan_markdown(PATH, words=words_of("de"))
