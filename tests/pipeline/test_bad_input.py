"""What is broken, hostile or out of reach ends as a clear message, in a build that keeps everything else."""

import os
import resource
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import builds
import pyoxigraph as ox
import pytest

import coldgraph
from coldgraph.ask import verify
from coldgraph.pipeline import BuildReport, build
from coldgraph.store import index

NOBODY = 65534
GOOD = {"good.txt": builds.TALK.encode(), "zz.txt": builds.NOTE.encode()}
BOMB = '<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1 if n else str()};" * 10}">' for n in range(9))
BAD: dict[str, tuple[str, bytes]] = {
    "empty.txt": ("is empty", b""),
    "blank.txt": ("is empty", b" \n\n\t\n"),
    "picture.txt": ("binary", b"\x89PNG\r\n\x1a\n" + bytes(40)),
    "program.xml": ("binary", b"\x7fELF" + bytes(2000)),
    "old.doc": ("binary", b"\xd0\xcf\x11\xe0" + bytes(2000)),
    "packed.docx": ("binary", b"PK\x03\x04" + bytes(2000)),
    "bytes.txt": ("cp1252", b"\x81\x8d\xff words"),
    "marked.txt": ("utf-8", b"\xef\xbb\xbfcaf\xe9"),
    "half.txt": ("utf-16", "words".encode("utf-16")[:-1]),
    "unmarked.txt": ("binary", "No mark at the start of this UTF-16 text.".encode("utf-16-le")),
    "cut.xml": ("cut off", builds.volume(builds.SOUND)[:120].encode()),
    "other.xml": ("holds no document", b"<rss><a/></rss>"),
    "deep.xml": ("not well-formed", b"<TEI>" + b"<div>" * 5000 + b"</div>" * 5000 + b"</TEI>"),
    "bomb.xml": ("entit", f"<!DOCTYPE TEI [{BOMB}]>{builds.volume(builds.SOUND.replace('lied', '&a8;'))}".encode()),
    "broken.pdf": ("broken PDF", b"%PDF-1.4 nothing"),
    "scan.pdf": ("no text layer", builds.pdf("")),
    "script.html": ("without any readable text", b"<html><body><script>x</script></body></html>"),
}


def good_is_kept(told: BuildReport, graph: Path, others: int = 0) -> None:
    assert {"good", "zz"} <= {f.stem for f in (graph / "documents").iterdir()}
    assert told.documents == len(GOOD) + others
    assert not list(verify.checksums(graph))


@pytest.fixture
def common() -> Iterator[Path]:
    """A folder that other users may enter, unlike pytest's."""
    with tempfile.TemporaryDirectory(prefix="coldgraph-test-") as name:
        Path(name).chmod(0o777)
        yield Path(name)


def user() -> int | None:
    """Somebody without special rights: another user where we are root, else we ourselves."""
    return NOBODY if os.geteuid() == 0 else None


def test_each_bad_file_is_named_with_reason_and_advice(tmp_path: Path, graph: Path) -> None:
    papers = builds.put(tmp_path / "papers", {name: data for name, (_, data) in BAD.items()} | GOOD)
    told = build(papers, graph)
    good_is_kept(told, graph)
    said = {f.source.split("#")[0]: f for f in told.failed}
    assert set(said) == set(BAD)
    assert {n: said[n].what for n, (what, _) in BAD.items() if what not in said[n].what or not said[n].advice} == {}
    assert max(len(str(f)) for f in told.failed) < 400


def test_the_command_line_names_them_too(tmp_path: Path, graph: Path) -> None:
    papers = builds.put(tmp_path / "papers", {name: data for name, (_, data) in BAD.items()} | GOOD)
    shown = builds.run("build", papers, "--into", graph, "--quiet", "--no-index")
    lines = shown.err.splitlines()
    assert shown.status == 0
    assert [line.split(":")[1].strip().split("#")[0] for line in lines if line.startswith("not used: ")] == sorted(BAD)
    assert lines[-1].startswith(f"2 documents: 2 added, 0 replaced, 0 unchanged, 0 removed, {len(BAD)} not used")


def test_entities_reach_neither_file_nor_network(tmp_path: Path, graph: Path) -> None:
    secret = builds.put(tmp_path, {"secret.txt": b"OUR-SECRET"}) / "secret.txt"
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/x"
        document = builds.volume(builds.SOUND.replace("lied", "&x;"))
        heads = [f'TEI [<!ENTITY x SYSTEM "{where}">]' for where in (secret.as_uri(), str(secret), address)]
        heads += [f'TEI SYSTEM "{address}"', f'TEI [<!ENTITY % p SYSTEM "{address}"> %p;]']
        hostile = {f"{n}.xml": f"<!DOCTYPE {head}>{document}".encode() for n, head in enumerate(heads)}
        include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="{}"/></p>'
        hostile |= {
            f"x{n}.xml": document.replace("&x;", "").replace("</p>", include.format(w)).encode() for n, w in enumerate((secret, address))
        }
        hostile |= {"page.html": f'<html><body><p>Words.</p><img src="{address}"><iframe src="{secret}"></iframe></body></html>'.encode()}
        told = build(builds.put(tmp_path / "papers", hostile | GOOD), graph)
        server.settimeout(0.1)
        with pytest.raises(TimeoutError):
            server.accept()
    assert b"OUR-SECRET" not in b"".join(builds.contents(graph).values())
    assert {f.source.split("#")[0] for f in told.failed} >= {"0.xml", "1.xml", "2.xml"}
    good_is_kept(told, graph, told.documents - len(GOOD))


@pytest.mark.slow
@pytest.mark.timeout(60)
def test_200_megabytes_of_one_line_are_refused_in_little_memory(tmp_path: Path, graph: Path) -> None:
    papers = builds.put(tmp_path / "papers", GOOD)
    with (papers / "line.txt").open("wb") as out:
        for _ in range(201):
            out.write(b"The Chinese have lied to us. " * 34_483)
    names = ["line.html", "line.txt", "line.xml"]
    for name in (names[0], names[2]):
        os.link(papers / "line.txt", papers / name)

    def bounded() -> BuildReport:
        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + 100_000_000, used + 100_000_000))
        return build(papers, graph)

    told, status = builds.in_child(bounded)
    assert status == 0
    assert [(f.source, "larger than the limit" in f.what, bool(f.advice)) for f in told.failed] == [(n, True, True) for n in names]
    good_is_kept(told, graph)


def test_a_line_that_is_long_but_allowed_is_read_in_time(tmp_path: Path, graph: Path) -> None:
    papers = builds.put(tmp_path / "papers", {"line.txt": b"Khrushchev told Rusk that the Chinese have lied to us, " * 4_000, **GOOD})
    told = build(papers, graph)
    assert not told.failed
    good_is_kept(told, graph, 1)


def test_files_and_folders_without_rights(common: Path) -> None:
    """As root the rights do not bite, so somebody else builds."""
    papers, graph = builds.put(common / "papers", {"shut.txt": b"words", "shut/in.txt": b"words", **GOOD}), common / "graph"
    (papers / "shut.txt").chmod(0)
    (papers / "shut").chmod(0)
    told, status = builds.in_child(lambda: build(papers, graph), user())
    (papers / "shut").chmod(0o700)
    assert status == 0
    assert [(f.source, f.what, f.advice) for f in told.failed] == [
        ("shut", "the folder cannot be listed: Permission denied", "check the rights of the folder"),
        ("shut.txt", "cannot be opened: Permission denied", "check the path and the rights of the file"),
    ]
    good_is_kept(told, graph)


def test_a_graph_folder_without_rights(common: Path) -> None:
    papers, closed = builds.put(common / "papers", GOOD), common / "closed"
    closed.mkdir(mode=0o555)
    for place in (closed, closed / "graph"):
        shown, status = builds.in_child(lambda place=place: builds.run("build", papers, "--into", place), user())
        assert (status, shown.status) == (0, 2)
        assert shown.err.startswith("error: cannot be written: Permission denied / ") and " / make room" in shown.err


def test_a_graph_of_somebody_else_can_be_read_but_not_changed(common: Path) -> None:
    papers, graph = builds.put(common / "papers", GOOD), common / "graph"
    build(papers, graph)
    before = builds.contents(graph)
    for file in (graph, *graph.rglob("*")):
        file.chmod(0o555 if file.is_dir() else 0o444)
    shown, _ = builds.in_child(lambda: builds.run("build", papers, "--into", graph), user())
    assert (shown.status, shown.err.count("\n")) == (2, 1)
    assert "cannot be written: Permission denied" in shown.err
    shown, _ = builds.in_child(lambda: builds.run("info", graph), user())
    assert shown.status == 2 and "the index cannot be written" in shown.err
    graph.chmod(0o755)
    place = index.refresh(graph)
    for file in (place, *place.rglob("*")):
        file.chmod(0o555 if file.is_dir() else 0o444)
    shown, _ = builds.in_child(lambda: builds.run("info", graph, "--json"), user())
    assert (shown.status, '"documents": 2' in shown.out) == (0, True)
    assert builds.contents(graph) == before


def test_links_pipes_and_devices(tmp_path: Path, graph: Path) -> None:
    papers = builds.put(tmp_path / "papers", GOOD)
    (papers / "dangling.txt").symlink_to("nowhere.txt")
    (papers / "round.txt").symlink_to("round.txt")
    (papers / "same.txt").symlink_to("good.txt")
    (papers / "up").symlink_to("..")
    os.mkfifo(papers / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(papers / "socket.txt"))
        told = build([papers, "/dev/null", papers / "pipe.txt"], graph)
    assert {f.source: f.what for f in told.failed} == {
        "dangling.txt": "cannot be opened: No such file or directory",
        "null": "is neither a file nor a folder",
        "pipe.txt": "is neither a file nor a folder",
        "round.txt": "cannot be opened: Too many levels of symbolic links",
        "socket.txt": "is neither a file nor a folder",
    }
    assert all(f.advice for f in told.failed)
    good_is_kept(told, graph)


def test_a_path_that_is_not_there_is_named(tmp_path: Path, graph: Path) -> None:
    papers = builds.put(tmp_path / "papers", GOOD)
    shown = builds.run("build", papers, papers / "none.txt", "--into", graph, "--strict", "--no-index")
    assert shown.status == 1
    assert "not used: none.txt: cannot be opened: No such file or directory (check the path" in shown.err


ODD = [
    *(
        "two\nlines.txt",
        "tab\there.txt",
        "<script>alert(1)<.txt",
        "a&amp;b.txt",
        'quo"te\\back.txt',
        "-dash.txt",
        "--into.txt",
        " space .txt",
    ),
    *("\x1b[31mred.txt", "\u202egnp.txt", "Việt Nam 越南 \U0001f600.txt", "a%20b#c?d.txt", "{0}$HOME`id`.txt", "CON.txt", "noending"),
    *("n" * 250 + ".txt", "é.txt", "e\u0301.txt", "'.txt", "*.txt", "#.txt"),
]


def test_names_with_odd_characters(tmp_path: Path, graph: Path) -> None:
    names = [os.fsencode(name) for name in ODD] + [b"\xff\xfe.txt", b"\xff\xfd.txt"]
    (tmp_path / "papers").mkdir()
    for number, name in enumerate(names):
        with open(os.path.join(os.fsencode(tmp_path / "papers"), name), "w", encoding="utf-8") as out:
            out.write(f"{number}. {builds.NOTE}")
    shown = builds.run("build", tmp_path / "papers", "--into", graph)
    assert shown.status == 0 and not {c for c in shown.err if (c < " " and c != "\n") or c in "\u202e\x7f"}
    assert {f.read_text().split(".")[0] for f in (graph / "texts").iterdir()} == {str(n) for n in range(len(names))}
    assert not {c for f in (graph / "documents").iterdir() for c in f.name if not (c.isascii() and (c.isalnum() or c in ".-"))}
    assert all(list(ox.parse(path=str(f), format=ox.RdfFormat.N_QUADS)) for f in graph.rglob("*.nq"))
    assert [*verify.checksums(graph), *verify.quotations(graph, index.opened(graph))] == []
    before = builds.stamps(graph)
    assert build(tmp_path / "papers", graph).unchanged == len(names)
    assert builds.stamps(graph) == before


def test_odd_names_do_no_harm_in_the_page(tmp_path: Path, graph: Path) -> None:
    builds.put(
        tmp_path / "papers", {"<script>alert(1)<": b""} | {f"<img src=x onerror=alert({n})>\n.txt": builds.TALK.encode() for n in (1, 2)}
    )
    build(tmp_path / "papers", graph)
    with coldgraph.open(graph) as known:
        known.view(tmp_path / "n.html")
    page = (tmp_path / "n.html").read_text(encoding="utf-8")
    assert "onerror" in page and "<img src=x" not in page and "<script>alert" not in page


def test_the_folder_of_the_graph_is_no_place_for_other_things(tmp_path: Path) -> None:
    papers = builds.put(tmp_path / "papers", GOOD)
    for place, said in ((papers, "holds other files and no graph"), (papers / "good.txt", "is a file")):
        shown = builds.run("build", papers, "--into", place)
        assert shown.status == 2 and said in shown.err
    assert sorted(f.name for f in papers.iterdir()) == sorted(GOOD)
