"""Words that are both a family name and a common English word, counted over FRUS volumes.

    python triples/scripts/common_words.py --corpus ../shared/corpus/frus --facts ../shared/facts > coldgraph/recognise/common_words.txt

A family name of people.csv is common where the volumes have it in lower case three times
or more, and in lower case oftener than one time in ten. Such a name needs a title, a given
name or an introduction before it is taken for a person.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import Counter
from pathlib import Path

_WORD = re.compile(r"[A-Za-z]+")


def counts(corpus: Path) -> Counter[str]:
    """How often each word form stands in the volumes, their mark-up taken out."""
    found: Counter[str] = Counter()
    for volume in sorted(corpus.glob("*.xml")):
        found.update(_WORD.findall(re.sub(r"<[^>]*>", " ", volume.read_text(encoding="utf-8"))))
    return found


def families(facts: Path) -> set[str]:
    """First and last words of all names of people.csv, in lower case."""
    with (facts / "people.csv").open(encoding="utf-8", newline="") as source:
        names = [row["preferred"].split(",")[0] for row in csv.DictReader(source)]
    return {w.lower() for n in names for w in (_WORD.findall(n) or [""])[:: len(_WORD.findall(n)) - 1 or 1]}


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--corpus", type=Path, required=True)
    ask.add_argument("--facts", type=Path, required=True)
    given = ask.parse_args()
    seen = counts(given.corpus)
    common = sorted(w for w in families(given.facts) if seen[w] >= 3 and seen[w] * 10 > seen[w.capitalize()])
    sys.stdout.write("\n".join(common) + "\n")


if __name__ == "__main__":
    main()
