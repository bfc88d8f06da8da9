"""Downloads against a server of our own: whole, cut, changed, refused, and what is no volume."""

import hashlib
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner

from coldgraph import __version__
from coldgraph.cli.get import command
from coldgraph.download import BASE_URL, CORPUS, get
from coldgraph.errors import DownloadError

VOLUME = "frus1961-63v06"
TEI = b'<?xml version="1.0"?>\n<TEI xmlns="http://www.tei-c.org/ns/1.0"><text>' + b"<p>word</p>" * 20_000 + b"</text></TEI>\n"


@dataclass
class Site:
    """What the server has and how it misbehaves: ``script`` holds one behaviour a request, then it is well."""

    body: bytes = TEI
    etag: str = '"one"'
    script: list[str] = field(default_factory=list)
    asked: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    url: str = ""


class Handler(http.server.BaseHTTPRequestHandler):
    site: Site

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.site.asked.append(dict(self.headers.items()))
        self.site.paths.append(self.path)
        behaviour = self.site.script.pop(0) if self.site.script else "well"
        if behaviour.isdecimal():
            return self.refuse(int(behaviour))
        if behaviour.startswith("to "):
            return self.redirect(behaviour[3:])
        self.serve(cut=behaviour == "cut", ranges=behaviour != "no ranges")

    def refuse(self, status: int) -> None:
        self.send_response(status)
        self.send_header("Retry-After", "0")
        self.end_headers()

    def redirect(self, place: str) -> None:
        self.send_response(302)
        self.send_header("Location", place)
        self.end_headers()

    def serve(self, cut: bool, ranges: bool) -> None:
        if self.headers.get("If-None-Match") == self.site.etag:
            return self.refuse(304)
        start = self.start() if ranges else 0
        if start >= len(self.site.body):
            return self.refuse(416)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(self.site.body) - 1}/{len(self.site.body)}")
        rest = self.site.body[start:]
        self.send_header("Content-Length", str(len(rest)))
        self.send_header("ETag", self.site.etag)
        self.end_headers()
        self.wfile.write(rest[: len(rest) // 2] if cut else rest)

    def start(self) -> int:
        asked = self.headers.get("Range")
        return int(asked.removeprefix("bytes=").rstrip("-")) if asked and self.headers.get("If-Range") == self.site.etag else 0


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("NO_PROXY", "*")
    site = Site()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"site": site}))
    site.url = f"http://127.0.0.1:{server.server_port}/volumes/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield site
    server.shutdown()
    thread.join()
    server.server_close()


def fetch(site: Site, into: Path, waits: list[float] | None = None) -> Path:
    return get(VOLUME, into, site.url, insecure=True, sleep=(waits if waits is not None else []).append)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_volume_arrives_with_its_checksum(site: Site, tmp_path: Path) -> None:
    path = fetch(site, tmp_path / "new")
    assert path.read_bytes() == TEI
    assert path.with_name(f"{VOLUME}.xml.sha256").read_text() == f"{hashlib.sha256(TEI).hexdigest()}  {VOLUME}.xml\n"
    assert names(path.parent) == [f"{VOLUME}.xml", f"{VOLUME}.xml.json", f"{VOLUME}.xml.sha256"]
    assert site.paths == [f"/volumes/{VOLUME}.xml"]
    assert f"coldgraph/{__version__}" in site.asked[0]["User-Agent"]


def test_progress_is_told(site: Site, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    get(VOLUME, tmp_path, site.url, lambda *step: told.append(step), insecure=True)
    assert told[-1] == (VOLUME, len(TEI), len(TEI))
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_a_complete_file_costs_one_conditional_request(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path)
    fetch(site, tmp_path)
    assert len(site.asked) == 2
    assert site.asked[1]["If-None-Match"] == '"one"'


def test_a_damaged_file_is_fetched_again(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path).write_bytes(b"damaged")
    assert fetch(site, tmp_path).read_bytes() == TEI
    assert "If-None-Match" not in site.asked[1]


def test_a_changed_volume_replaces_the_old_one(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path)
    site.body, site.etag = TEI.replace(b"word", b"deed"), '"two"'
    assert fetch(site, tmp_path).read_bytes() == site.body


def test_a_cut_download_goes_on_where_it_stopped(site: Site, tmp_path: Path) -> None:
    site.script = ["cut", "cut"]
    waits: list[float] = []
    assert fetch(site, tmp_path, waits).read_bytes() == TEI
    half = len(TEI) // 2
    assert [asked.get("Range") for asked in site.asked] == [None, f"bytes={half}-", f"bytes={half + (len(TEI) - half) // 2}-"]
    assert waits == [1.0, 2.0]


def test_the_next_run_goes_on_where_the_last_gave_up(site: Site, tmp_path: Path) -> None:
    site.script = ["cut"] * 4
    with pytest.raises(DownloadError, match=r"gave up after 4 tries.*goes on where it stopped"):
        fetch(site, tmp_path)
    begun = tmp_path.joinpath(f"{VOLUME}.xml.part").stat().st_size
    assert fetch(site, tmp_path).read_bytes() == TEI
    assert site.asked[-1]["Range"] == f"bytes={begun}-"
    assert not list(tmp_path.glob("*.part*"))


def test_a_file_that_changed_in_between_starts_over(site: Site, tmp_path: Path) -> None:
    site.script = ["cut"] * 4
    with pytest.raises(DownloadError):
        fetch(site, tmp_path)
    site.body, site.etag = TEI.replace(b"word", b"longer"), '"two"'
    assert fetch(site, tmp_path).read_bytes() == site.body
    assert site.asked[-1]["If-Range"] == '"one"'


def test_a_server_without_ranges_starts_over(site: Site, tmp_path: Path) -> None:
    site.script = ["cut", "no ranges"]
    assert fetch(site, tmp_path).read_bytes() == TEI


def test_a_weak_mark_is_not_resumed(site: Site, tmp_path: Path) -> None:
    site.etag, site.script = 'W/"one"', ["cut"]
    assert fetch(site, tmp_path).read_bytes() == TEI
    assert "Range" not in site.asked[1]


def test_a_part_beyond_the_end_starts_over(site: Site, tmp_path: Path) -> None:
    site.script = ["cut"] * 4
    with pytest.raises(DownloadError):
        fetch(site, tmp_path)
    tmp_path.joinpath(f"{VOLUME}.xml.part").write_bytes(TEI + b"more")
    assert fetch(site, tmp_path).read_bytes() == TEI


@pytest.mark.parametrize("status", ["429", "500", "503"])
def test_a_busy_server_is_asked_again(site: Site, tmp_path: Path, status: str) -> None:
    site.script = [status]
    waits: list[float] = []
    assert fetch(site, tmp_path, waits).read_bytes() == TEI
    assert waits == [0.0]


@pytest.mark.parametrize(("status", "message"), [("404", "no volume 'frus1961-63v06'"), ("403", "answers 403")])
def test_a_refusal_is_final(site: Site, tmp_path: Path, status: str, message: str) -> None:
    site.script = [status]
    with pytest.raises(DownloadError, match=message):
        fetch(site, tmp_path)
    assert len(site.asked) == 1
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"<!DOCTYPE html><html><body><p>Sorry<br></body></html>", "no well-formed XML"),
        (b"<html><body/></html>", "no TEI volume but 'html'"),
        (b"not found", "no well-formed XML"),
        (TEI[:-20], "no well-formed XML"),
        (b'<!DOCTYPE TEI [<!ENTITY a "b">]>' + TEI.split(b"\n", 1)[1], "entity declaration"),
    ],
)
def test_what_is_no_volume_is_refused_and_not_kept(site: Site, tmp_path: Path, body: bytes, message: str) -> None:
    site.body = body
    with pytest.raises(DownloadError, match=message):
        fetch(site, tmp_path)
    assert names(tmp_path) == []


def test_a_failed_check_leaves_the_old_file(site: Site, tmp_path: Path) -> None:
    fetch(site, tmp_path)
    site.body, site.etag = b"<html/>", '"two"'
    with pytest.raises(DownloadError):
        fetch(site, tmp_path)
    assert tmp_path.joinpath(f"{VOLUME}.xml").read_bytes() == TEI


HOSTILE = ["", "../frus1961-63v06", "frus1961/../../x", "frus1961-63v06.xml", "frus1961\n", "frus١٩٦١", "FRUS1961", "frus19"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_is_refused(site: Site, tmp_path: Path, name: str) -> None:
    with pytest.raises(DownloadError, match="no name of a FRUS volume"):
        get(name, tmp_path, site.url, insecure=True)
    assert not site.asked


def test_another_host_is_not_followed(site: Site, tmp_path: Path) -> None:
    site.script = ["to http://localhost:1/volumes/x.xml"]
    with pytest.raises(DownloadError, match="another host"):
        fetch(site, tmp_path)


def test_a_redirect_on_the_same_host_is_followed(site: Site, tmp_path: Path) -> None:
    site.script = ["to /elsewhere.xml"]
    assert fetch(site, tmp_path).read_bytes() == TEI


def test_plain_http_is_refused(site: Site, tmp_path: Path) -> None:
    with pytest.raises(DownloadError, match="https"):
        get(VOLUME, tmp_path, site.url)
    with pytest.raises(DownloadError, match="https"):
        get(VOLUME, tmp_path, "file:///etc/", insecure=True)
    assert not site.asked


def test_a_server_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "*")
    with pytest.raises(DownloadError, match="gave up"):
        get(VOLUME, tmp_path, "http://127.0.0.1:1/", insecure=True, sleep=lambda _: None)


def test_a_folder_that_is_a_file(site: Site, tmp_path: Path) -> None:
    tmp_path.joinpath("taken").write_text("")
    with pytest.raises(DownloadError, match="cannot write"):
        fetch(site, tmp_path / "taken")


def test_the_command_asks_for_names() -> None:
    result = CliRunner().invoke(command, [])
    assert result.exit_code == 2
    assert "--corpus" in result.output


def test_the_command_fetches_the_whole_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []

    def fake(name: str, into: Path, base_url: str, progress: object) -> Path:
        asked.append((name, base_url))
        path = into / f"{name}.xml"
        path.write_bytes(TEI)
        return path

    monkeypatch.setattr("coldgraph.download.get", fake)
    result = CliRunner().invoke(command, ["--corpus", "--into", str(tmp_path), CORPUS[0]])
    assert result.exit_code == 0, result.output
    assert asked == [(name, BASE_URL) for name in CORPUS]
    assert hashlib.sha256(TEI).hexdigest() in result.output
