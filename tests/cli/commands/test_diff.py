"""Two versions of a ladder on the command line: from files and from git, in each form."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import Result
from hypothesis import HealthCheck, given, settings
from support.clocks import looks
from support.ladder_strategies import ladders

from cli.export.diff_markdown import FOLDED, MOST, diff_markdown
from cli.output import PLAIN, Look
from cli.text.ladders.diff import MOST_ROUTES, describe_diff
from cli.text.layout import cells
from graphs import changed_routes, diff
from ladder import FrozenDict, Ladder, Role, Transition, bundled, dumps, load

Run = Callable[..., Result]


@pytest.fixture
def product(product: Ladder) -> Ladder:
    """The small ladder, in which an analyst learns to communicate, so that there is a way."""
    develops = FrozenDict(analysis=FrozenDict({3: 18}), communication=FrozenDict({2: 6}))
    analyst = replace(product.roles["analyst"], develops=develops)
    return replace(product, roles=FrozenDict({**product.roles, "analyst": analyst}))


@pytest.fixture
def changed(product: Ladder) -> Ladder:
    """The small ladder with a promotion that asks more and comes later, and without the course."""
    entry, promotion = product.transitions
    gate = FrozenDict({**promotion.requires, "communication": 2, "analysis": 3})
    pm = replace(product.roles["pm"], aliases=("PM",), source="a book")
    head = Role("head", "Head of Product")
    return replace(
        product,
        roles=FrozenDict({**product.roles, "pm": pm, "head": head}),
        transitions=(
            entry,
            replace(promotion, months=30, requires=gate),
            Transition("pm", "head", 12, "promotion", FrozenDict(research=3)),
        ),
        activities=FrozenDict(mentor=product.activities["mentor"]),
    )


def words(text: str) -> str:
    return " ".join(click.unstyle(text).split())


def described(old: Ladder, new: Ladder, look: Look) -> str:
    found = diff(old, new)
    return describe_diff(found, changed_routes(found), look)


@pytest.mark.parametrize("width", [40, 50, 80])
def test_all_that_changed_is_said(product: Ladder, changed: Ladder, width: int) -> None:
    """Each thing once, in the words of a ladder, and no line too wide."""
    text = click.unstyle(described(product, changed, Look(width)))
    assert max(map(cells, text.splitlines())) <= width
    said = words(text)
    for part in [
        "~ Product Manager aliases none → PM source added",
        "+ Head of Product",
        "~ Associate Product Manager → Product Manager after 24 months → 30 months "
        "asks Analysis working → practitioner asks Communication practitioner → working",
        "+ Product Manager → Head of Product promotion, after 12 months asks Research at "
        "practitioner",
        "− Online course course, 2 months, USD 500 develops Roadmapping at awareness",
        "Closed (2) Through Online course is gone 26 months before Business Analyst → "
        "Product Manager 2 months before Business Analyst → Associate Product Manager",
    ]:
        assert part in said, said


def test_what_people_feel_comes_first(run: Run, tmp_path: Path, product: Ladder) -> None:
    """Promotions and entries; of many side moves the number; gates with the role they follow."""
    pm = replace(product.roles["pm"], expects=product.transitions[1].requires)
    aside = [Transition("pm", "apm", place) for place in range(9)]
    old = replace(
        product,
        roles=FrozenDict({**product.roles, "pm": pm}),
        transitions=(*aside, *product.transitions),
    )
    entry, promotion = product.transitions
    asked = FrozenDict({**pm.expects, "communication": 2})
    new = replace(
        old,
        roles=FrozenDict({**old.roles, "pm": replace(pm, expects=asked)}),
        transitions=(
            replace(entry, from_roles=("analyst", "pm")),
            replace(promotion, requires=asked),
        ),
    )
    _write(tmp_path, old=old, new=new)
    text = run("diff", "old.yaml", "new.yaml", "--time-limit", "0").stdout
    titles = [line for line in text.splitlines() if line and not line.startswith(" ")]
    assert titles[:3] == ["Promotions and entries", "Roles", "Side moves and demotions (9)"]
    assert "9 removed; --all lists them" in words(text)
    said = "~ Product Manager expects Communication practitioner → working 1 gate into it changes"
    assert said in words(text)
    assert "from Business Analyst → Business Analyst or Product Manager" in words(text)
    whole = run("diff", "old.yaml", "new.yaml", "--time-limit", "0", "--all").stdout
    assert whole.count("− Product Manager → Associate Product Manager") == 9
    marked = run("diff", "old.yaml", "new.yaml", "--time-limit", "0", "--format", "markdown").stdout
    assert "<details><summary>9 removed</summary>" in marked


def test_the_time_limit_leaves_routes_open(product: Ladder, changed: Ladder) -> None:
    """Said in each form, with what would help."""
    found = diff(product, changed)
    routes = changed_routes(found, time_limit=0)
    assert routes.undecided
    for text in (describe_diff(found, routes, Look(80)), diff_markdown(found, routes)):
        assert f"The time limit came before {len(routes.undecided)} routes could be" in words(text)


def test_texts_alone_are_counted(run: Run, tmp_path: Path, product: Ladder) -> None:
    """More than three of a kind in one line, unless all are wanted; what is more, one by one."""
    many = {f"r{place}": Role(f"r{place}", f"Role {place}") for place in range(5)}
    told = {key: replace(role, about="Works", url="https://a.org") for key, role in many.items()}
    told["r0"] = replace(told["r0"], rank=2)
    skills = dict(product.skills)
    for key in sorted(skills)[:3]:
        skills[key] = replace(skills[key], about="A skill")
    old = replace(product, roles=FrozenDict({**product.roles, **many}))
    new = replace(old, roles=FrozenDict({**product.roles, **told}), skills=FrozenDict({**skills}))
    _write(tmp_path, old=old, new=new)
    ask = ("diff", "old.yaml", "new.yaml", "--time-limit", "0")
    text = words(run(*ask).stdout)
    assert "~ Role 0 rank none → 2 description added" in text
    assert "4 changed in texts alone: description and url; --all lists them" in text
    assert "Role 1" not in text
    assert text.count("description added") == 1 + 3
    whole = words(run(*ask, "--all").stdout)
    assert "texts alone" not in whole
    assert whole.count("description added") == 5 + 3
    marked = run(*ask, "--format", "markdown").stdout
    assert "1 difference" not in marked
    folded = marked[marked.index("<details>") : marked.index("</details>")]
    assert "<summary>4 changed in texts alone: description and url</summary>" in folded
    assert folded.count("Role") == 4


@pytest.mark.parametrize(
    ("months", "said"),
    [
        (12, "~ Associate Product Manager expects and develops Research working → awareness"),
        (18, "develops Research working after 12 months → awareness after 18 months"),
        (None, "develops Research working after 12 months → nothing expects Research working →"),
    ],
)
def test_what_is_developed_as_expected_is_told_once(
    product: Ladder, months: int | None, said: str
) -> None:
    """Where the months are others, too, or it is no longer developed, each is told."""

    def held(level: int, after: int | None) -> Ladder:
        develops = (
            FrozenDict() if after is None else FrozenDict(research=FrozenDict({level: after}))
        )
        role = replace(product.roles["apm"], expects=FrozenDict(research=level), develops=develops)
        return replace(product, roles=FrozenDict({**product.roles, "apm": role}))

    text = words(described(held(2, 12), held(1, months), Look(200)))
    assert said in text
    assert (text.count("Research") == 1) == (months == 12)
    arrived = words(described(held(2, None), held(2, 12), Look(200)))
    assert "develops Research nothing → working after 12 months" in arrived
    assert "expects" not in arrived


def test_a_terminal_without_its_signs_is_answered_in_ascii(
    product: Ladder, changed: Ladder
) -> None:
    text = described(product, changed, Look(80, PLAIN))
    assert text.isascii()
    assert "  - Online course" in click.unstyle(text)


def test_the_same_ladder_is_no_difference(run: Run) -> None:
    for form in ("text", "markdown"):
        same = run("diff", "product-management", "product-management", "--format", form)
        assert (same.exit_code, same.stdout) == (0, "No difference.\n")
    plain = run("diff", "product-management", "product-management", "--format", "json")
    answer = json.loads(plain.stdout)
    assert answer["same"]
    assert answer["changes"] == answer["routes"]["changed"] == []


def test_differences_as_data(run: Run, tmp_path: Path, product: Ladder, changed: Ladder) -> None:
    """Each route names its changes by their places in the list."""
    _write(tmp_path, old=product, new=changed)
    result = run("diff", "old.yaml", "new.yaml", "--format", "json")
    assert result.exit_code == 0
    answer = json.loads(result.stdout)
    assert next(iter(answer)) == "format"
    (closed,) = [one for one in answer["routes"]["changed"] if one["to"] == "apm"]
    assert (closed["turn"], closed["after"], closed["alone"]) == ("closed", None, True)
    assert closed["before"]["months"] == 2
    (through,) = (answer["changes"][place] for place in closed["through"])
    assert (through["what"], through["id"], through["how"]) == ("activity", "course", "removed")


def test_routes_can_be_named_and_left_out(
    run: Run, tmp_path: Path, product: Ladder, changed: Ladder
) -> None:
    _write(tmp_path, old=product, new=changed)
    asked = run("diff", "old.yaml", "new.yaml", "--from", "analyst", "--to", "apm").stdout
    assert "Asked for 1 route, from 1 role." in words(asked)
    for form in ("text", "markdown"):
        none = run("diff", "old.yaml", "new.yaml", "--time-limit", "0", "--format", form).stdout
        assert "Head of Product" in none
        assert "What it does to people" not in none
        assert "time limit" not in none
    wrong = run("diff", "old.yaml", "new.yaml", "--to", "head")
    assert wrong.exit_code == 2
    assert "head is a role of the new version only" in wrong.stderr


def test_a_difference_for_a_pull_request(product: Ladder, changed: Ladder) -> None:
    found = diff(product, changed)
    text = diff_markdown(found, changed_routes(found))
    assert text.startswith(
        "# What changed in Product\n\n## Promotions and entries\n\n- changed **Associate Product"
    )
    assert "## Roles\n\n- changed **Product Manager**:" in text
    assert "- removed **Online course**: course, 2 months, USD 500;" in text
    assert (
        "| Business Analyst → Associate Product Manager | 2 months before | Online course is gone |"
        in text
    )


def test_names_bring_no_markup_into_markdown(product: Ladder) -> None:
    """Wherever a ladder's own text stands."""
    evil = "<img src=x> | **b** [l](u) `c` @all"
    role = replace(product.roles["apm"], name=evil, aliases=(evil,))
    move = replace(product.transitions[0], kind=evil, months=1)
    item = replace(product.activities["course"], name=evil, months=9, kind=evil)
    new = replace(
        product,
        name=evil,
        currency=evil,
        levels=("awareness", "working", evil),
        roles=FrozenDict({**product.roles, "apm": role}),
        transitions=(move, *product.transitions[1:]),
        activities=FrozenDict(course=item),
    )
    for found in (diff(product, new), diff(new, product)):
        text = diff_markdown(found, changed_routes(found))
        assert "\\<img" in text
        own = re.sub(r"</?details>|</?summary>", "", text)
        assert not re.search(r"(?<!\\)<|(?<!\\)\[|(?<!\\)`c|@a", own)
        for row in (line for line in own.splitlines() if line.startswith("| ")):
            assert len(re.findall(r"(?<!\\)\|", row)) == 4


def test_long_lists_are_folded_and_counted(product: Ladder) -> None:
    """Nothing is left out without a number."""
    more = {f"r{place}": Role(f"r{place}", f"Role {place}") for place in range(150)}
    moves = [Transition("analyst", key, 1) for key in more]
    old = replace(
        product,
        roles=FrozenDict({**product.roles, **more}),
        transitions=(*product.transitions, *moves),
    )
    late = [replace(move, months=9) for move in moves]
    into = Transition("pm", "analyst", 0)
    old = replace(old, transitions=(*old.transitions, into))
    new = replace(old, transitions=(*product.transitions, *late, into))
    found = diff(old, new)
    routes = changed_routes(found, sources=["pm"])
    assert len(routes.changed) == 150 > MOST > FOLDED
    text = diff_markdown(found, routes)
    assert text.count("<details>") == text.count("</details>") == 2
    assert text.count("And 50 more, which `--format json` names.") == 2
    laid_out = describe_diff(found, routes, Look(80))
    assert "Side moves and demotions (150)\n  150 changed; --all lists them\n" in click.unstyle(
        laid_out
    ).replace("\u00a0", " ")
    whole = describe_diff(found, routes, Look(80), whole=True)
    assert whole.count("Role 149") == laid_out.count("Role 149") + 1
    assert "Longer (150)" in click.unstyle(laid_out)
    one_cause = replace(old, transitions=(*product.transitions, *moves))
    found = diff(old, one_cause)
    laid_out = describe_diff(found, changed_routes(found, sources=["pm"]), Look(80))
    assert f"and {152 - MOST_ROUTES} more routes, which --format json names" in laid_out


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(old=ladders(), new=ladders())
def test_any_two_ladders_can_be_compared(old: Ladder, new: Ladder) -> None:
    """Whatever has changed has words, in each form."""
    found = diff(old, new)
    routes = changed_routes(found, time_limit=looks(500))
    text = click.unstyle(describe_diff(found, routes, Look(50)))
    assert max(map(cells, text.splitlines())) <= 50
    assert diff_markdown(found, routes).endswith("\n")
    json.dumps(found.to_dict() | routes.to_dict())


@pytest.fixture
def repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, product: Ladder
) -> Callable[..., str]:
    """A repository with a ladder in its folder team; gives what git prints."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)

    def git(*args: str) -> str:
        named = [
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        ]
        done = subprocess.run(
            ["git", *named, *args], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        return done.stdout

    git("init", "--quiet", "--initial-branch=main")
    (tmp_path / "team").mkdir()
    _write(tmp_path / "team", ours=product)
    (tmp_path / "team" / "bad.yaml").write_text("name: Bad\nrols: {}\n", "utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "First")
    return git


def test_a_version_out_of_git(
    repository: Callable[..., str], run: Run, tmp_path: Path, changed: Ladder,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """By branch, tag or commit; the file as seen from the working folder, or from the root."""
    _write(tmp_path / "team", ours=changed)
    monkeypatch.chdir(tmp_path / "team")
    repository("tag", "v1")
    commit = repository("rev-parse", "HEAD").strip()
    expected = run("diff", "git:HEAD:ours.yaml", "ours.yaml")
    assert expected.exit_code == 0
    assert "Head of Product" in expected.stdout
    file = tmp_path / "team" / "ours.yaml"
    for name in ("main:ours.yaml", "v1:./ours.yaml", f"{commit[:9]}:../team/ours.yaml",
                 f"HEAD:{file}"):  # fmt: skip
        assert run("diff", f"git:{name}", "ours.yaml").stdout == expected.stdout
    both = run("diff", "git:v1:ours.yaml", "git:HEAD:ours.yaml")
    assert both.stdout == "No difference.\n"


def test_a_version_that_extends_another(
    repository: Callable[..., str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its base is looked for in the same revision, whatever the names of both look like."""
    company = tmp_path / "company.yaml"
    company.write_text("extends: product-management\nname: Company\n", "utf-8")
    (tmp_path / "team" / "team.yaml").write_text("extends: ../company.yaml\n", "utf-8")
    repository("add", ".")
    repository("commit", "--quiet", "-m", "Extend")
    repository("branch", "feature/growth")
    company.write_text("extends: product-management\nname: Another\n", "utf-8")
    monkeypatch.chdir(tmp_path / "team")
    for name in ("team.yaml", "./team.yaml", "../team/team.yaml", str(tmp_path / "team/team.yaml")):
        result = run("diff", f"git:feature/growth:{name}", "team.yaml")
        assert (result.exit_code, result.stderr) == (0, "")
        assert "name Company → Another" in result.stdout
    (tmp_path / "company.yaml").write_text("extends: product-management\nrols: {}\n", "utf-8")
    repository("commit", "--quiet", "-am", "Spoil")
    wrong = run("diff", "git:HEAD:./team.yaml", "product-management").stderr
    assert wrong.startswith('git:HEAD:../company.yaml:2:1: unknown key "rols"')


def test_a_file_named_as_seen_from_the_top(
    repository: Callable[..., str], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As git itself takes it; the answer says how it is named here."""
    del repository
    monkeypatch.chdir(tmp_path / "team")
    result = run("diff", "git:HEAD:team/ours.yaml", "product-management")
    assert result.exit_code == 2
    assert "team/ours.yaml is ours.yaml here" in words(result.stderr)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("git:HEAD:team/our.yaml", "no file team/our.yaml in HEAD; did you mean team/ours.yaml"),
        ("git:mian:team/ours.yaml", 'no revision "mian" in this repository; did you mean main?'),
        ("git:HAED:team/ours.yaml", "did you mean HEAD?"),
        ("git:zzz:team/ours.yaml", "there are HEAD, main, and commits"),
        ("git:HEAD:team", "team is a folder in HEAD"),
        ("git:--help:team/ours.yaml", '"--help" cannot be the name of a revision'),
        ("git:--output=x:team/ours.yaml", "cannot be the name of a revision"),
        ("git:HEAD", "should read git:REV:FILE"),
        ("git::team/ours.yaml", "should read git:REV:FILE"),
        ("git:HEAD:", "should read git:REV:FILE"),
        ("git:HEAD:team/bad.yaml", "git:HEAD:team/bad.yaml:2:1: "),
        ("-", "standard input is not read here"),
        ("no-such.yaml", "there is no file no-such.yaml"),
    ],
)
def test_a_version_that_is_not_there(
    repository: Callable[..., str], run: Run, name: str, message: str
) -> None:
    """What is missing, and the nearest there is."""
    del repository
    result = run("diff", "--", name, "product-management")
    assert result.exit_code == 2
    assert message in words(result.stderr)


def test_without_git_or_a_repository(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    outside = run("diff", "git:HEAD:ladder.yaml", "product-management")
    assert outside.exit_code == 2
    assert "git, which finds no repository here" in outside.stderr
    monkeypatch.setenv("PATH", str(tmp_path))
    missing = run("diff", "git:HEAD:ladder.yaml", "product-management")
    assert missing.exit_code == 2
    assert "there is no git on this machine" in missing.stderr


def test_a_ladder_is_loaded_from_wherever_its_content_is() -> None:
    """The name says whether it is JSON, and stands in messages."""
    text = dumps(bundled("product-management"), format="json").encode()
    read: list[object] = []

    def reader(path: object) -> bytes:
        read.append(path)
        return text

    assert load("git:HEAD:a.json", read=reader) == bundled("product-management")
    assert read == ["git:HEAD:a.json"]


def _write(folder: Path, **versions: Ladder) -> None:
    for name, ladder in versions.items():
        (folder / f"{name}.yaml").write_text(dumps(ladder), "utf-8")
