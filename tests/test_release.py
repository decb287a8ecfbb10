"""What is released says one version, and the workflows do what can be done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from support.addressed import addressed

ROOT = Path(__file__).parents[1]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
VERSION = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def read(name: str | Path) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def test_all_say_one_version() -> None:
    citation = read("CITATION.cff")
    assert citation["version"] == VERSION
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## (\d\S*) - (\S+)$", changes, re.MULTILINE)
    assert released[0] == (VERSION, str(citation["date-released"]))


def test_the_readme_of_the_package_leads_to_the_repository() -> None:
    """What stands in it is there, and none of its addresses is left as it is."""
    here = "https://git.example/us/ladder"
    told = addressed((ROOT / "README.md").read_text(encoding="utf-8"), here, "v1.2.3")
    places = re.findall(r"\]\(([^)]+)\)", told)
    assert all(place.startswith("https://") for place in places)
    assert f"{here}/raw/v1.2.3/docs/ladder.svg" in places
    assert f"{here}/blob/v1.2.3/docs/tutorial.md" in places
    ours = [place.split("/v1.2.3/")[1] for place in places if place.startswith(here)]
    assert all((ROOT / place.split("#")[0]).exists() for place in ours)


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_what_there_is(workflow: Path) -> None:
    steps = [step for job in read(workflow)["jobs"].values() for step in job["steps"]]
    lines = [line for step in steps for line in step.get("run", "").splitlines()]
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = [line.removeprefix("make ") for line in lines if line.startswith("make ")]
    assert all(re.search(rf"^(\w+ )*{target}( \w+)*:", makefile, re.M) for target in targets)
    assert all(os.access(ROOT / line, os.X_OK) for line in lines if line.startswith("."))
    assert lines


def test_every_python_that_is_promised_is_checked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    promised = re.findall(r"Python :: (3\.\d+)", " ".join(project["classifiers"]))
    assert read(".github/workflows/check.yml")["jobs"]["check"]["strategy"]["matrix"]["python"] == [
        *promised
    ]


@pytest.mark.skipif(
    shutil.which("git") is None or shutil.which("bash") is None, reason="needs git and bash"
)
def test_the_action_tells_what_a_change_does(tmp_path: Path) -> None:
    """Its own lines, as a runner has them, on a pull request that makes a promotion longer."""
    text = (ROOT / "ladder" / "files" / "starter.yaml").read_text(encoding="utf-8")
    place = tmp_path / "work tree"
    place.mkdir()

    def git(*arguments: str) -> str:
        names = ("-c", "user.name=n", "-c", "user.email=e@example.org")
        return subprocess.run(
            ["git", *names, *arguments], cwd=place, check=True, capture_output=True, text=True
        ).stdout.strip()

    git("init", "--quiet")
    git("remote", "add", "origin", str(place))
    (place / "our ladder.yaml").write_text(text, encoding="utf-8")
    git("add", ".")
    git("commit", "--quiet", "-m", "first")
    base = git("rev-parse", "HEAD")
    longer = re.sub(r"months: (\d+)", lambda found: f"months: {int(found[1]) + 6}", text, count=1)
    assert longer != text
    (place / "our ladder.yaml").write_text(longer, encoding="utf-8")

    summary = tmp_path / "summary.md"
    programs = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(programs), os.environ["PATH"]]),
        "FILE": "our ladder.yaml",
        "BASE": base,
        "GITHUB_STEP_SUMMARY": str(summary),
    }
    steps = [
        step for step in read("action.yml")["runs"]["steps"] if "ladder " in step.get("run", "")
    ]
    for step in steps:
        subprocess.run(["bash", "-ec", step["run"]], cwd=place, env=environment, check=True)
    assert "- changed **Support Agent → Senior Support Agent**" in summary.read_text("utf-8")
