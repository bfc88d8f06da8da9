"""The shipped sample: marked as paraphrase, referenced, annotated, and nowhere a copy."""

import csv
import json
import re
from pathlib import Path

import pytest
from lxml import etree

SAMPLE = Path(__file__).resolve().parents[2] / "triples" / "sample"
FILES = sorted(SAMPLE.glob("*.txt"))
MARK = "Digest in our own words, not a quotation"
CREDIT = "Paraphrase by the coldgraph project of: "
LICENCE = "CC BY 4.0 (coldgraph)"
SEED = "1966-03-23-zhou-le-duan.txt"
RUN = 8
ACTS = {
    *("praise", "support", "thanks", "promise", "agreement", "friendship", "criticism", "accusation"),
    *("distrust", "warning", "threat", "refusal", "opposition", "regret", "demand", "offer"),
}
FRUS = re.compile(r"https://history\.state\.gov/historicaldocuments/(frus\S+)/(d\d+)")
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
DIV = "{http://www.tei-c.org/ns/1.0}div"


def references() -> dict[str, dict[str, str]]:
    with open(SAMPLE / "references.csv", encoding="utf-8", newline="") as source:
        return {row["file"]: row for row in csv.DictReader(source)}


def gold(file: Path) -> dict:
    return json.loads((SAMPLE / "gold" / f"{file.stem}.json").read_text(encoding="utf-8"))


def own_words(file: Path) -> str:
    """What lies between the title and the archive's labels: participants, speech, notes, description."""
    _, mark, _, _, rest = file.read_text(encoding="utf-8").split("\n\n", 4)
    assert mark == MARK
    return rest.partition("Document Information")[0]


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


@pytest.fixture(scope="session")
def originals(shared: Path) -> dict[str, str]:
    """By file of the sample: the text of its original, where the corpus has the volume."""
    texts = {SEED: (shared / "corpus" / "discussion-zhou-enlai-le-duan-1966-03-23.txt").read_text(encoding="utf-8")}
    for volume, wanted in by_volume(shared).items():
        texts |= dict(documents(volume, wanted))
    return texts


def by_volume(shared: Path) -> dict[Path, dict[str, str]]:
    """By volume on disk: the sample's files by the identifier of their document."""
    volumes: dict[Path, dict[str, str]] = {}
    for file, row in references().items():
        found = FRUS.fullmatch(row["url_or_volume"])
        volume = shared / "corpus" / "frus" / f"{found[1]}.xml" if found else None
        if volume and volume.is_file():
            volumes.setdefault(volume, {})[found[2]] = file
    return volumes


def documents(volume: Path, wanted: dict[str, str]) -> list[tuple[str, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
    found = [(div.get(XML_ID), div) for div in etree.parse(volume, parser).iter(DIV) if div.get("type") == "document"]
    return [(wanted[key], "".join(div.itertext())) for key, div in found if key in wanted]


def test_enough_files_over_years_and_pairs() -> None:
    assert len(FILES) >= 12
    assert len({file.name[:4] for file in FILES}) >= 8
    assert {file.name for file in FILES} == set(references())
    assert {file.stem for file in FILES} == {file.stem for file in (SAMPLE / "gold").glob("*.json")}
    assert len({sides(gold(file)) for file in FILES}) >= 8


def sides(record: dict) -> frozenset[str]:
    return frozenset(p["side"] for m in record["meetings"] if m["kind"] == "documented" for p in m["participants"])


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_says_what_it_is(file: Path) -> None:
    lines = file.read_text(encoding="utf-8").splitlines()
    row = references()[file.name]
    assert lines[0] == "Skip to content"
    assert lines[2] == MARK and LICENCE in lines
    assert CREDIT + row["original_reference"] in lines
    assert row["date"] == gold(file)["document"]["date"] == file.name[:10]


def test_lists_each_file_in_its_readme() -> None:
    text = (SAMPLE / "README.md").read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| [")]
    assert sorted(re.match(r"\| \[(.+?)\]", line)[1] for line in rows) == [file.name for file in FILES]
    assert all(references()[re.match(r"\| \[(.+?)\]", line)[1]]["date"] in line for line in rows)


def test_references_exist(shared: Path, originals: dict[str, str]) -> None:
    wanted = {file for files in by_volume(shared).values() for file in files.values()}
    assert len(wanted) >= 10
    assert wanted <= set(originals)


def test_shares_no_run_of_words_with_its_original(originals: dict[str, str]) -> None:
    for file in (f for f in FILES if f.name in originals):
        common = runs(own_words(file)) & runs(originals[file.name])
        assert not common, f"{file.name}: {sorted(' '.join(run) for run in common)}"


def test_the_comparison_can_find_a_copy(originals: dict[str, str]) -> None:
    for text in originals.values():
        words = re.findall(r"\w+", text)[40:60]
        assert runs("It is said: " + " ".join(words)) & runs(text)


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_annotations_stand_in_the_text(file: Path) -> None:
    text, record = own_words(file), gold(file)
    assert record["file"] == file.name
    for stance in record["stances"]:
        assert stance["evidence"] in text
        assert stance["act"] in ACTS and stance["polarity"] in {"positive", "negative", "mixed"}
    for mention in record["mentions"]:
        assert text.count(mention["surface"]) >= mention["count"] > 0


@pytest.mark.parametrize("file", FILES, ids=lambda f: f.stem)
def test_speakers_are_participants(file: Path) -> None:
    record = gold(file)
    present = [p for m in record["meetings"] if m["kind"] == "documented" for p in m["participants"]]
    speaking = {p["name"] for p in present if p["speaks"]}
    assert {stance["speaker"] for stance in record["stances"]} <= speaking
    assert len({p["side"] for p in present}) >= 2


def test_sample_shows_what_readers_must_know() -> None:
    """Silent participants, an interpreter, telegrams, three sides, told meetings, insertions in brackets."""
    records = [gold(file) for file in FILES]
    texts = [own_words(file) for file in FILES]
    assert any(not p["speaks"] for r in records for m in r["meetings"] if m["kind"] == "documented" for p in m["participants"])
    assert any(len(sides(r)) >= 3 for r in records)
    assert any(r["document"]["type"] == "telegram" for r in records)
    assert any(m["kind"] == "mentioned" and "/" in (m["date"] or "") for r in records for m in r["meetings"])
    assert any("interpreter" in text for text in texts)
    assert any(re.search(r"\[[^\]\d]{2,}\]", text) for text in texts)
