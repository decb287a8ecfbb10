"""What the page has of the terminal's words: sentences become addresses, plans become Markdown."""

import json

import pytest

from cli.export.plan_markdown import plan_markdown
from cli.in_page import plan_as_markdown, question_of
from graphs import Month, growth_path
from ladder import bundled

PRODUCT = bundled("product-management")


@pytest.mark.parametrize(
    ("sentence", "address"),
    [
        ("from analyst to SPM", "#from=business-analyst&to=senior-product-manager"),
        ("what can I become as a PM", "#from=product-manager"),
        ("what does a PM do", "#role=product-manager"),
        ("PM", "#role=product-manager"),
        ("what roles are there", "#roles"),
        ("I am a PM", "#from=product-manager"),
        (
            "how do I become a PM within 3 years, without PMP",
            "#to=product-manager&within=36&without=pmp",
        ),
        (
            "from PM with roadmapping at working level to SPM via APM, the cheapest way",
            "#from=product-manager&to=senior-product-manager"
            "&skill=roadmapping=2&via=associate-product-manager&by=cost",
        ),
    ],
)
def test_a_sentence_is_an_address(sentence, address):
    """With all that it says."""
    heard = json.loads(question_of(PRODUCT, sentence, "2027-01"))
    said = heard["address"].removeprefix("#").split("&")
    assert sorted(said) == sorted(address.removeprefix("#").split("&"))


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("who can become PM", "into"),
        ("from analyst to SPM at a slow pace", "slow pace"),
        ("from quokka to SPM", "quokka"),
        ("", "role"),
    ],
)
def test_what_the_page_cannot_answer_is_told(sentence, told):
    """In one line, and nothing of it is dropped without a word."""
    heard = json.loads(question_of(PRODUCT, sentence, "2027-01"))
    assert "address" not in heard
    assert told in heard["error"]
    assert "\n" not in heard["error"]


@pytest.mark.parametrize(
    ("sentence", "language", "remark"),
    [
        ("I am a PM", "en", "Choose also what you want to be."),
        ("Ich bin PM", "de", "Wählen Sie noch, was Sie werden möchten."),
    ],
)
def test_what_is_still_to_be_said_is_told(sentence, language, remark):
    """Beside all that can be reached."""
    heard = json.loads(question_of(PRODUCT, sentence, "2027-01", language))
    assert heard == {"address": "#from=product-manager", "remarks": [remark]}


def test_a_question_that_lacks_more_is_no_address():
    """It would be answered as another."""
    said = "how do I become a PM with roadmapping"
    assert "address" not in json.loads(question_of(PRODUCT, said, "2027-01"))


def test_a_plan_is_written_as_the_terminal_writes_it():
    """With its dates."""
    path = growth_path(PRODUCT, "analyst", "SPM")
    plan = json.dumps(path.to_dict() | {"begins": "2027-03"})
    expected = plan_markdown(path, begins=Month(2027, 3))
    assert json.loads(plan_as_markdown(PRODUCT, plan)) == {"markdown": expected}


@pytest.mark.parametrize("plan", ["", "[]", '{"format": 1}', "no JSON"])
def test_what_is_no_plan_is_told(plan):
    """Never raised: it may come from a stranger's address."""
    assert json.loads(plan_as_markdown(PRODUCT, plan))["error"]
