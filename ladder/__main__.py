"""``python -m ladder``, where the command ``ladder`` is not on the path."""

from cli.__main__ import main

if __name__ == "__main__":
    main()
