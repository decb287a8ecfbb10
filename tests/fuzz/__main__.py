"""Drive a target with atheris: ``python -m fuzz TARGET [options of libFuzzer] [folders]``.

atheris watches which branches an input takes and changes the inputs that take new ones. `make fuzz`
sets it up and goes through all targets.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["ladder", "graphs", "fuzz"]):
    from fuzz.targets import TARGETS


def main() -> None:
    name, *options = sys.argv[1:]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


main()
