"""Builds the authority: the one entry.

    python triples/scripts/build_authority.py --facts ../shared/facts --into triples/authority

Reads the hand-written tables of triples/tables and the facts, writes sorted N-Triples.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from entities import ROOT, nt

PARTS = ("states", "bodies", "places", "topics", "people", "person_fields")


def main() -> None:
    """Builds the parts that are named, all where none is."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--facts", type=Path, default=ROOT.parent / "shared" / "facts", help="folder of the source tables")
    given.add_argument("--into", type=Path, default=ROOT / "triples" / "authority", help="folder of the N-Triples")
    given.add_argument("--only", choices=PARTS, action="append", help="build this part only")
    options = given.parse_args()
    if not options.facts.is_dir():
        given.error(f"{options.facts}: no such folder; --facts names the folder with states.csv and people.csv")
    for part in options.only or PARTS:
        build(part, options.facts, options.into)


def build(part: str, facts: Path, into: Path) -> None:
    """Writes one part; the people's script is another file that may be absent."""
    if importlib.util.find_spec(part) is None:
        sys.stderr.write(f"{part}: no script, left out\n")
        return
    module = importlib.import_module(part)
    if part == "people":
        counts = module.build(facts, into)
    else:
        lines = module.lines(facts, into / "people.nt") if part == "person_fields" else module.lines(facts)
        counts = nt.write(into / f"{part}.nt", lines)
    sys.stderr.write(f"{part}: {counts} triples\n")


if __name__ == "__main__":
    main()
