"""What it costs, as ratios measured in one run: ``make bench``."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import networkx
import yaml

from graphs import NoGrowthPath, SearchLimit, build, growth_path
from ladder import Ladder, bundled, dumps, load

PAIRS = 100
SEED = 20261123
LADDER = "uk-digital-and-data"


def main() -> None:
    """Print every ratio that the project promises."""
    ladder = bundled(LADDER)
    print(f"{LADDER}: {len(ladder.roles)} roles, {len(ladder.transitions)} transitions, ", end="")
    print(f"{len(ladder.activities)} activities; {PAIRS} random pairs, seed {SEED}")
    questions(ladder)
    start_up()
    loading(ladder)


def questions(ladder: Ladder) -> None:
    """Compare a question with Dijkstra's algorithm on the same graph, gates ignored."""
    graph = build(ladder)
    pairs = connected_pairs(ladder, graph)
    warmed = replace(ladder)
    growth_path(warmed, *pairs[0])
    plain, warm, cold, answers = [], [], [], []
    for pair in pairs:
        plain.append(timed(networkx.dijkstra_path, graph, *pair, weight="months")[0])
        seconds, path = timed(growth_path, warmed, *pair)
        warm.append(seconds)
        answers.append(path)
        cold.append(timed(growth_path, replace(ladder), *pair)[0])
    proven = sum(path.optimal for path in answers)
    print(f"\na question against networkx.dijkstra_path without gates ({proven} of {PAIRS} proven)")
    row("warm", ratio(warm, plain), warm, "at most 10")
    row("cold", ratio(cold, plain), cold, "")
    slowest = max(range(PAIRS), key=warm.__getitem__)
    source, target = pairs[slowest]
    worst = warm[slowest] / plain[slowest]
    print(f"  worst  {worst:10.1f} times  {1e3 * warm[slowest]:10.2f} ms  {source} to {target}")


def connected_pairs(ladder: Ladder, graph: networkx.MultiDiGraph) -> list[tuple[str, str]]:
    """Draw pairs of roles that transitions connect, gates ignored."""
    rng = random.Random(SEED)
    roles = sorted(ladder.roles)
    pairs: list[tuple[str, str]] = []
    while len(pairs) < PAIRS:
        source, target = rng.sample(roles, 2)
        if networkx.has_path(graph, source, target) and not is_unreachable(ladder, source, target):
            pairs.append((source, target))
    return pairs


def is_unreachable(ladder: Ladder, source: str, target: str) -> bool:
    """Tell whether gates cut a pair off; such a question has no path to compare."""
    try:
        growth_path(ladder, source, target, time_limit=0.5)
    except NoGrowthPath:
        return True
    except SearchLimit:
        return False
    return False


def start_up() -> None:
    """Compare the whole command with the import of networkx alone, in turn."""
    command = [sys.executable, "-c", "from cli.main import main; main()", "path", "analyst", "spm"]
    bare = [sys.executable, "-c", "import networkx"]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as cache:
        # Both keep their bytecode, as installed programs do; the first run of each makes it.
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = cache
        for _ in range(16):
            ours.append(timed(subprocess.run, command, env=env, check=True, capture_output=True)[0])
            theirs.append(timed(subprocess.run, bare, env=env, check=True, capture_output=True)[0])
    ours, theirs = ours[1:], theirs[1:]
    print('\n`ladder path analyst spm` against `python -c "import networkx"`, whole processes')
    row("command", ratio(ours, theirs), ours, "at most 0.7")


def loading(ladder: Ladder) -> None:
    """Compare loading a large YAML ladder with reading the YAML alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "ladder.yaml")
        file.write_text(dumps(ladder, format="yaml"), encoding="utf-8")
        text = file.read_text(encoding="utf-8")
        load(file)
        ours, theirs = [], []
        for _ in range(7):
            ours.append(timed(load, file)[0])
            theirs.append(timed(yaml.load, text, Loader=yaml.CSafeLoader)[0])
    print(f"\nloading it as YAML ({len(text) // 1000} kB) against bare yaml.load with CSafeLoader")
    row("load", ratio(ours, theirs), ours, "at most 2")


def timed(action: Callable[..., Any], *args: Any, **kwargs: Any) -> tuple[float, Any]:
    """Run an action; give its seconds and its result."""
    began = perf_counter()
    result = action(*args, **kwargs)
    return perf_counter() - began, result


def ratio(ours: list[float], theirs: list[float]) -> float:
    """Divide one median by another."""
    return median(ours) / median(theirs)


def row(what: str, times: float, seconds: list[float], limit: str) -> None:
    """Print a ratio with the median time behind it."""
    print(f"  {what:7}{times:10.2f} times  {1e3 * median(seconds):10.2f} ms  {limit}".rstrip())


if __name__ == "__main__":
    main()
