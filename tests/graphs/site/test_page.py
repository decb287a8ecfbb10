"""The page is whole, says nothing of its own, and lets nothing in or out."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from graphs import NoGrowthPath, growth_path, load_theme, reach, repairs
from graphs.drawing.dot.theme import DARK, LIGHT
from graphs.site import engine
from graphs.site import page as module
from graphs.site.looks import DRAWN_IN, by_variables, style_of
from graphs.site.page import SCRIPTS, page
from graphs.site.planner import Planner
from graphs.words import words_of
from ladder import Ladder, Role, Track, bundled, to_plain

HERE = Path(module.__file__).parent
HOUSE = HERE.parents[1]
BUILT = ("kind.", "by.", "part.", "planner.", "list.", "map.kind.", "why.", "proof.")
"""What keys begin with that are put together."""
PRODUCT = bundled("product-management")
SMALL = Ladder("Small", roles={"a": Role("a", "A")}, tracks={"t": Track("t", "T")})


@cache
def light() -> str:
    return page(PRODUCT, light=True)


def part(html: str, name: str) -> Any:
    found = re.search(rf'id="part-{name}">([^<]*)<', html)
    assert found
    return json.loads(gzip.decompress(base64.b64decode(found[1])))


def block(html: str, name: str) -> str:
    found = re.search(f"<{name}>(.*?)</{name}>", html, re.DOTALL)
    assert found
    return found[1]


def test_the_policy_is_of_this_script_and_this_style():
    """A browser would refuse any other; and nothing can be loaded or sent."""
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', light())[1]
    for name in ("script", "style"):
        digest = base64.b64encode(hashlib.sha256(block(light(), name).encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert "connect-src" not in policy
    assert "'unsafe-eval'" not in policy


def test_nothing_is_asked_of_the_network():
    """No element refers to a file, and the policy stands before all that could."""
    outside = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", light(), flags=re.DOTALL)
    assert re.findall(r"(?:src|href)=\"([^\"]*)\"", outside) == ["#"]
    assert light().index("Content-Security-Policy") < light().index("<style>")


def test_a_name_stays_text():
    """Of the ladder itself; all others stand in parts that no browser reads as markup."""
    evil = "</title><script>alert(1)</script>"
    html = page(Ladder(evil, roles={"a": Role("a", evil)}), light=True)
    assert "<script>alert" not in html
    assert part(html, "content")["roles"][0]["name"] == evil


def test_every_script_is_in_it_and_after_what_it_needs():
    """No module is forgotten, and each import is of one that stands before."""
    files = {file.stem for file in (HERE / "app").glob("*.js")}
    assert {*SCRIPTS} == files - {"worker"}
    for place, name in enumerate(SCRIPTS):
        needed = re.findall(
            r'from "\./(\w+)\.js"', (HERE / "app" / f"{name}.js").read_text("utf-8")
        )
        assert {*needed} <= {*SCRIPTS[:place]}, name
    assert "import " not in re.sub(r"//.*|\"[^\"]*\"", "", block(light(), "script"))


def test_no_name_is_given_twice_in_the_scripts():
    """They stand in one scope, once put one behind the other."""
    names = re.findall(
        r"^(?:async )?(?:function|const|let|class) (\w+)", block(light(), "script"), re.M
    )
    assert sorted(names) == sorted({*names})


def words(language: str) -> dict[str, str]:
    return dict(words_of(language).table)


def test_each_language_has_all_words():
    """With the same places for what is put in."""
    english, german = words("en"), words("de")
    assert english.keys() == german.keys()
    for key, text in english.items():
        assert {*re.findall(r"\{\w+\}", text)} == {*re.findall(r"\{\w+\}", german[key])}, key


def test_whatever_is_said_has_words():
    """By the page's script, or by what draws for it and writes its plans; none are left over."""
    script = block(light(), "script")
    python = "".join(
        file.read_text("utf-8")
        for part in ("graphs", "cli")
        for file in (HOUSE / part).rglob("*.py")
    )
    known = words("en")
    said = {*re.findall(r'\bsay\("([\w.]+)"', script)}
    said |= {*re.findall(r'\b(?:words|_words|say)\(\s*["\']([\w.-]+)["\']', python)}
    assert {key for key in said if key not in known and f"{key}.other" not in known} == set()
    stems = {key.removesuffix(".one").removesuffix(".other") for key in known}
    quoted = {*re.findall(r"[\"']([\w.-]+)[\"']", script + python)}
    assert {key for key in stems if key not in quoted and not key.startswith(BUILT)} == set()


def test_what_is_worked_out_beforehand_is_what_graphs_answers():
    """For all pairs, with what would open a way where there is none."""
    answers = part(light(), "answers")
    assert len(answers["path"]) == len(PRODUCT.roles) ** 2
    for pair, answer in answers["path"].items():
        source, target = pair.split()
        try:
            expected = growth_path(PRODUCT, source, target).to_dict()
        except NoGrowthPath as no:
            expected = no.to_dict() | repairs(PRODUCT, source, target).to_dict()
        assert answer == json.loads(json.dumps(expected))
    assert answers["reach"]["graduate"] == json.loads(
        json.dumps(reach(PRODUCT, "graduate").to_dict())
    )


def test_a_large_ladder_has_no_answers_beforehand():
    """There would be too many."""
    roles = {f"r{number}": Role(f"r{number}", f"Role {number}") for number in range(61)}
    assert part(page(Ladder("Large", roles=roles), light=True), "answers")["path"] == {}


def shapes(tree: list[Any]) -> list[list[Any]]:
    return [tree, *(one for child in tree[2:] if isinstance(child, list) for one in shapes(child))]


def test_maps_take_their_colours_from_the_page():
    """So that they are light or dark as it is, and can be built without a style of their own."""
    maps = part(light(), "maps-en")
    assert [one["kind"] for one in maps] == ["whole"] + ["track"] * len(PRODUCT.tracks)
    for _, attributes, *_ in shapes(maps[0]["tree"]):
        assert "style" not in attributes
        for name in ("fill", "stroke"):
            assert attributes.get(name, "none") in ("none", "black", "transparent") or attributes[
                name
            ].startswith("var(--")
    ids = {attributes.get("id") for _, attributes, *_ in shapes(maps[0]["tree"])}
    assert {f"role-{role}" for role in PRODUCT.roles} <= ids
    assert {*maps[0]["gates"].values()} <= ids
    assert {*maps[0]["gates"]} == {str(place) for place, _ in enumerate(PRODUCT.transitions)}


def test_no_colour_stands_for_two():
    """Else a drawing could not be coloured anew."""
    colours = [getattr(DRAWN_IN, name) for name in ("paper", "ink", "soft", "line", "faint")]
    colours += [DRAWN_IN.accent, DRAWN_IN.on_accent, DRAWN_IN.open, DRAWN_IN.closed]
    colours += [colour for hue in DRAWN_IN.hues for colour in hue]
    assert len({*map(by_variables, colours)}) == len(colours)


def test_looks_follow_the_reader_or_a_theme(tmp_path):
    """A theme of one's own is worn by day and by night."""
    both = style_of(None)
    assert LIGHT.accent in both
    assert "prefers-color-scheme: dark" in both
    assert DARK.accent in both
    file = tmp_path / "ours.yaml"
    file.write_text("colours: {accent: '#aa0000'}\nfont: \"x'} body {display: none\"\n", "utf-8")
    own = style_of(load_theme(file))
    assert "--accent: #aa0000;" in own
    assert "prefers-color-scheme" not in own
    assert own.count("{") == own.count("}") == 1


def test_a_page_has_no_planner_of_other_sources(tmp_path, monkeypatch):
    """An outdated one might answer otherwise than this ladder does."""
    monkeypatch.setattr(engine, "FOLDER", tmp_path)
    assert engine.lacking() == "missing"
    for file in engine.PARTS.values():
        (tmp_path / file).write_bytes(gzip.compress(b"x"))
    (tmp_path / engine.MADE_OF).write_text("0\n", encoding="utf-8")
    assert engine.lacking() == "outdated"
    assert 'id="part-wasm"' not in page(SMALL)
    (tmp_path / engine.MADE_OF).write_text(engine.sources_digest() + "\n", encoding="utf-8")
    assert engine.lacking() is None
    assert 'id="part-wasm"' in page(SMALL)
    assert 'id="part-wasm"' not in page(SMALL, light=True)


@pytest.fixture(scope="module")
def planner() -> Planner:
    return Planner(json.dumps(to_plain(PRODUCT)))


@pytest.mark.parametrize("ask", ["path", "ways", "reach", "gap", "next", "repairs"])
def test_the_planner_answers_each_question(planner, ask):
    """In the words of the same answers as JSON elsewhere."""
    asked = {"ask": ask, "from": "business-analyst", "to": "senior-product-manager"}
    asked |= {"person": {"months_in_role": 6}, "wishes": {"avoid": ["director-of-product"]}}
    answer = json.loads(planner.answer(json.dumps(asked)))
    assert "error" not in answer
    assert answer if ask != "repairs" else answer == {"repairs": [], "repairs_complete": True}


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"to": "nobody"}, "nobody"),
        ({"person": {"skills": {"nothing": 2}}}, "nothing"),
        ({"person": {"months_in_role": -1}}, "-1"),
        ({"wishes": {"nonsense": 1}}, "nonsense"),
        ({"ask": "everything"}, "everything"),
    ],
)
def test_the_planner_tells_what_is_wrong(planner, wrong, told):
    """As it stood in a stranger's address, it is answered and never raised."""
    asked = {"ask": "path", "from": "business-analyst", "to": "senior-product-manager"} | wrong
    answer = json.loads(planner.answer(json.dumps(asked)))
    assert answer["status"] == "error"
    assert told in answer["error"]


def test_a_ladder_of_nearly_nothing_has_a_page():
    """One role, without skills, levels or moves; and tracks without roles."""
    assert part(page(SMALL, light=True), "content")["roles"][0]["profile"] == {}


def test_the_workflow_in_the_guide_is_one():
    """It is YAML, and uses the very actions that publish this project's own pages."""
    guide = (HOUSE / "docs" / "site.md").read_text(encoding="utf-8")
    workflow = yaml.safe_load(re.search(r"```yaml\n(.*?)```", guide, re.DOTALL)[1])
    steps = workflow["jobs"]["career"]["steps"]
    used = {step["uses"] for step in steps if "uses" in step}
    folder = HOUSE / ".github" / "workflows"
    ours = "".join(file.read_text(encoding="utf-8") for file in folder.glob("*.yml"))
    assert used == {name for name in used if f"uses: {name}\n" in ours or f"{name} #" in ours}
    assert len(used) == 4
    assert workflow["permissions"] == {"contents": "read", "pages": "write", "id-token": "write"}
