"""The quick tests with the newest other Python that is here: part of ``make test-all``.

Those in between are left to the workflow, which has a machine for each.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from glob import glob
from pathlib import Path

ROOT = Path(__file__).parents[2]
OLDEST, NEWEST = 11, 20  # of Python 3
PLACES = (
    "~/.pyenv/versions/*/bin/python",
    "~/.local/share/uv/python/*/bin/python3",
    "~/.local/share/mise/installs/python/*/bin/python",
    "~/.asdf/installs/python/*/bin/python",
    "/opt/python/*/bin/python3",
    "/opt/hostedtoolcache/Python/*/x64/bin/python",
)
ASK = (
    "import json, sys; v = sys.version_info; "
    "print(json.dumps([v[0], v[1], v[2], v[3], sys.implementation.name, sys.executable]))"
)
QUICK = ("--hypothesis-profile=few", "--numprocesses=auto", "--maxprocesses=8", "--dist=worksteal")


def main() -> None:
    """Test with the newest; the exit code is 1 if any test fails with it."""
    found = {
        minor: program for minor, program in others().items() if minor != sys.version_info.minor
    }
    if not found:
        print("There is no other Python from 3.11 on here to test with.")
        return
    newest = max(found)
    if not passes(newest, found[newest]):
        sys.exit(f"Tests fail with Python 3.{newest}")


def others() -> dict[int, str]:
    """The programs by their minor version, of each the newest release."""
    newest: dict[int, tuple[int, str]] = {}
    for program in candidates():
        # What pyenv puts on the path may be there, and refuse to run.
        asked = subprocess.run([program, "-c", ASK], capture_output=True, text=True, check=False)
        if asked.returncode:
            continue
        major, minor, micro, level, name, place = json.loads(asked.stdout)
        if (major, level, name) == (3, "final", "cpython") and minor >= OLDEST:
            newest[minor] = max(newest.get(minor, (-1, "")), (micro, place))
    return {minor: place for minor, (_, place) in newest.items()}


def candidates() -> Iterator[str]:
    for minor in range(OLDEST, NEWEST):
        if program := shutil.which(f"python3.{minor}"):
            yield program
    if pyenv := os.environ.get("PYENV_ROOT"):
        yield from glob(f"{pyenv}/versions/*/bin/python")
    for place in PLACES:
        yield from glob(os.path.expanduser(place))


def passes(minor: int, program: str) -> bool:
    """Whether the quick tests pass, in an environment with what is locked."""
    folder = ROOT / ".venv" / "pythons" / f"3.{minor}"
    python = str(folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))
    print(f"Python 3.{minor}, {program}", flush=True)
    if not set_up(folder, python, program):
        print("  makes no environments, so it is left out")
        return True
    tests = [python, "-m", "pytest", "--quiet", "-p", "no:cacheprovider", *QUICK]
    return not subprocess.run(tests, cwd=ROOT, check=False).returncode


def set_up(folder: Path, python: str, program: str) -> bool:
    """Make the environment, unless it is there and no older than what is locked."""
    locked = [ROOT / name for name in ("requirements-dev.txt", "pyproject.toml")]
    stamp = folder / "set-up"
    if stamp.exists() and all(stamp.stat().st_mtime > file.stat().st_mtime for file in locked):
        return True
    made = subprocess.run([program, "-m", "venv", "--clear", str(folder)], check=False)
    if made.returncode:
        return False
    pip = [python, "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    subprocess.run([*pip, "--require-hashes", "-r", locked[0]], cwd=ROOT, check=True)
    editable = ["--no-deps", "--no-build-isolation", "--config-settings", "editable_mode=compat"]
    subprocess.run([*pip, *editable, "-e", "."], cwd=ROOT, check=True)
    stamp.touch()
    return True


if __name__ == "__main__":
    main()
