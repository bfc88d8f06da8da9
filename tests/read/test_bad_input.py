"""Broken, hostile and foreign files end as failures that say what to do, and cost no other document."""

from pathlib import Path

import pytest

from coldgraph.model import Document
from coldgraph.read import Failure, read, sources, unique_id

DOC = '<div type="document" xml:id="d{0}" n="{0}"><head>{0}. Letter From A</head><p>words</p></div>'


def one(tmp_path: Path, name: str, data: bytes, limit: int | None = None) -> list[Document | Failure]:
    path = tmp_path / name
    path.write_bytes(data)
    return list(read(path, name, limit))


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b"\n" * 20_000, "holds no text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), "binary"),
        ("packed.txt", b"PK\x03\x04 more", "binary"),
        ("nul.txt", b"ab\0" * 100, "binary"),
        ("bytes.txt", b"\x81\x8d\xff words", "cp1252"),
        ("other.xml", b"<rss><a/></rss>", "holds no document"),
        ("deep.xml", b"<TEI>" + b"<div>" * 5000 + b"</div>" * 5000 + b"</TEI>", "not well-formed"),
        ("broken.pdf", b"%PDF-1.4 nothing", "broken PDF"),
        ("empty.html", b"<html><body><script>x</script></body></html>", "without any readable text"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (found,) = one(tmp_path, name, data)
    assert isinstance(found, Failure) and found.source == name and said in found.what and found.advice


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    bomb = '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
    for kind, inner in ((bomb, "&a8;"), (f'<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">', "&x;")):
        text = f"<!DOCTYPE TEI [{kind}]><TEI>{DOC.format(1).replace('words', inner)}</TEI>"
        (found,) = one(tmp_path, "v.xml", text.encode())
        assert isinstance(found, Failure) and "SECRET" not in found.what


def test_too_large_a_file_names_the_limit(tmp_path: Path) -> None:
    (found,) = one(tmp_path, "long.txt", b"a" * 2_000_001, limit=2_000_000)
    assert isinstance(found, Failure) and "limit of 2 MB" in found.what and "limit" in found.advice


@pytest.mark.timeout(60)
def test_a_long_line_is_read_in_time(tmp_path: Path) -> None:
    (found,) = one(tmp_path, "line.txt", b"[March 1 A, " * 400_000)
    assert isinstance(found, Document) and len(found.text) == 4_800_000


def test_a_broken_document_costs_no_other(tmp_path: Path) -> None:
    text = "<TEI>" + DOC.format(1) + DOC.format(2).replace("</p>", "</q>") + DOC.format(3) + "</TEI>"
    found = one(tmp_path, "vol.xml", text.encode())
    assert [f.id if isinstance(f, Document) else f.source for f in found] == ["vol-d1", "vol.xml#d2", "vol-d3"]


def test_missing_files_and_folders_are_failures(tmp_path: Path) -> None:
    for path in (tmp_path / "none.txt", tmp_path):
        (found,) = read(path, "x")
        assert isinstance(found, Failure) and "cannot be opened" in found.what


@pytest.mark.parametrize(("encoding", "said"), [("cp1252", "cp1252"), ("utf-16", "utf-16-le"), ("utf-8-sig", "")])
def test_encodings_are_told(tmp_path: Path, encoding: str, said: str) -> None:
    (found,) = one(tmp_path, "e.txt", "Élysée – “so”".encode(encoding))
    assert isinstance(found, Document) and found.text == "Élysée – “so”"
    assert (said in found.dropped[0].why) if said else not found.dropped


def test_line_ends_and_controls_keep_offsets(tmp_path: Path) -> None:
    (found,) = one(tmp_path, "c.txt", b"One\r\ntwo\rthree\x0cfour\x00five")
    assert isinstance(found, Document) and found.text == "One\ntwo\nthree four five"


def test_sources_are_sorted_once_each_and_without_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a/c.xml", ".hid/x.txt", ".h.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = list(sources([tmp_path, tmp_path / "b.txt"]))
    assert [(s.name, s.kind) for s in found] == [("a/c.xml", "frus"), ("a/z.txt", "text"), ("b.txt", "text")]


def test_html_behind_the_closing_tag_is_kept(tmp_path: Path) -> None:
    (found,) = one(tmp_path, "late.html", b"<html><body><p>One talk</p></body></html><p>and its end</p>")
    assert isinstance(found, Document) and found.text == "One talk\n\nand its end"


def test_ids_stay_apart() -> None:
    assert unique_id("a", "x/a.txt", set()) == "a" != unique_id("a", "y/a.txt", {"a"})


def test_half_a_surrogate_pair_before_the_documents_of_a_broken_volume(tmp_path: Path) -> None:
    front = '<front><list><item><persName xml:id="p&#xD800;">Berg&#xD800;, Anna</persName>, Director</item></list></front>'
    found = one(tmp_path, "vol.xml", f"<TEI>{front}{DOC.format(1)}{DOC.format(2)}</TEI>".encode())
    assert [f.id for f in found if isinstance(f, Document)] == ["vol-d1", "vol-d2"]
