"""Where the command begins, as ``ladder`` and as ``python -m cli``."""

import sys

INTERRUPTED = 130


def main() -> None:
    """Run the command; Ctrl-C ends it without a word while it is still being loaded, too."""
    try:
        from .main import main as command

        command()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
