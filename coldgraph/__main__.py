"""``python -m coldgraph``."""

from coldgraph.cli import main

if __name__ == "__main__":
    main()
