"""Command lines run with something wrong with standard output or standard error.

Each runs in a process of its own, and to the end, as Python writes once more when it ends. To have
hundreds of them in seconds, they are forked off one that has everything loaded already.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple, NoReturn

ROOT = Path(__file__).parents[2]
OUTPUT, ERRORS = 1, 2
SOUND = "sound"
FAULTS = {
    "output closed": OUTPUT,
    "output full": OUTPUT,
    "output without a reader": OUTPUT,
    "errors closed": ERRORS,
    "errors full": ERRORS,
    "errors without a reader": ERRORS,
}


class Ended(NamedTuple):
    """How a command line ended, and what it had printed."""

    code: int
    output: bytes
    errors: str


def run_spoilt(
    cases: Iterable[tuple[str, tuple[str, ...]]], folder: Path
) -> dict[tuple[str, tuple[str, ...]], Ended]:
    """Run command lines in a folder, each with a fault or `SOUND`."""
    cases = list(cases)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "tests")])}
    subprocess.run(
        [sys.executable, "-m", "support.spoilt_streams"],
        input=json.dumps(cases).encode(),
        cwd=folder,
        env=environment,
        check=True,
    )
    return {
        case: Ended(
            int((folder / f"{number}.code").read_text()),
            (folder / f"{number}.output").read_bytes(),
            (folder / f"{number}.errors").read_text(encoding="utf-8"),
        )
        for number, case in enumerate(cases)
    }


def _load(calls: Iterable[tuple[str, ...]]) -> None:
    """Have all loaded that the calls need, by making them."""
    from click.testing import CliRunner

    from cli.main import main

    for call in calls:
        CliRunner().invoke(main, call, prog_name="ladder")


def _spoil(fault: str, number: int) -> None:
    """Put a fault in the place of standard output or standard error."""
    descriptor = FAULTS.get(fault, 0)
    for each, kind in ((OUTPUT, "output"), (ERRORS, "errors")):
        file = os.open(f"{number}.{kind}", os.O_CREAT | os.O_WRONLY | os.O_TRUNC)
        os.dup2(file, each)
        os.close(file)
    if fault.endswith("closed"):
        os.close(descriptor)
        name = "stdout" if descriptor == OUTPUT else "stderr"
        setattr(sys, name, None)  # as Python begins where a stream is closed
        setattr(sys, f"__{name}__", None)
    elif fault.endswith("full"):
        os.dup2(os.open("/dev/full", os.O_WRONLY), descriptor)
    elif fault.endswith("reader"):
        reading, writing = os.pipe()
        os.dup2(writing, descriptor)
        os.close(writing)
        os.close(reading)


def _end(code: object) -> NoReturn:
    """End as Python does, but without the time it takes to take all modules down."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except OSError:
            os._exit(120)
    os._exit(int(code or 0))


def _main() -> None:
    cases = json.load(sys.stdin)
    _load({tuple(call) for _, call in cases})
    from cli.main import main

    gc.freeze()  # what is loaded is left alone, and so not copied
    for number, (fault, call) in enumerate(cases):
        child = os.fork()
        if child == 0:
            _spoil(fault, number)
            try:
                main(call, prog_name="ladder")
            except SystemExit as ended:
                _end(ended.code)
        _, status = os.waitpid(child, 0)
        Path(f"{number}.code").write_text(str(os.waitstatus_to_exitcode(status)))


if __name__ == "__main__":
    _main()
