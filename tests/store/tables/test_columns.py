"""docs/tables.md tells the columns that are written."""

import re
from pathlib import Path

from coldgraph.store.tables.columns import TABLES
from coldgraph.store.tables.parquet import schema

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "tables.md").read_text(encoding="utf-8")


def told() -> dict[str, list[tuple[str, ...]]]:
    """Table -> rows (column, kind, meaning) of the page."""
    parts = re.split(r"^### (\w+)$", PAGE, flags=re.M)[1:]
    rows = {name: re.findall(r"^\| (\w+) \| (\w+) \| (.+) \|$", text, re.M) for name, text in zip(parts[::2], parts[1::2], strict=True)}
    return {name: found[1:] for name, found in rows.items()}


def test_the_page_is_what_the_code_says() -> None:
    assert told() == {name: [(c.name, c.kind, c.meaning) for c in columns] for name, columns in TABLES.items()}


def test_files_carry_the_meaning_of_their_columns() -> None:
    assert schema("stances").field("holder").metadata == {b"meaning": b"whose attitude it is"}
    assert len({c.name for c in TABLES["stances"]}) == len(TABLES["stances"])
