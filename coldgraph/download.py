"""Fetching FRUS volumes from the public repository of the Office of the Historian.

The volumes are TEI files, public domain, at https://github.com/HistoryAtState/frus, each at
``volumes/<id>.xml`` on the branch ``master``. A download can be interrupted and taken up again,
is checked, and its SHA-256 and the server's ETag are kept beside it.
"""

from __future__ import annotations

import email.message
import hashlib
import http.client
import json
import re
import time
import urllib.error
import urllib.parse
import urllib.request
import xml.parsers.expat
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from coldgraph import __version__
from coldgraph.errors import DownloadError

BASE_URL = "https://raw.githubusercontent.com/HistoryAtState/frus/master/volumes/"
CORPUS = ("frus1958-60v19", "frus1961-63v06", "frus1961-63v15", "frus1964-68v14", "frus1964-68v29p1", "frus1969-76ve13")
USER_AGENT = f"coldgraph/{__version__} (historical research; one connection)"
TRIES = 4
LONGEST_WAIT = 60.0  # seconds between two tries, whatever Retry-After asks
CHUNK = 1 << 16
TIMEOUT = 30.0

_VOLUME = re.compile(r"frus\d{4}[A-Za-z0-9-]{0,40}", re.ASCII)
_RETRIED = frozenset({408, 425, 429, 500, 502, 503, 504})
_TEI_ROOTS = ("http://www.tei-c.org/ns/1.0 TEI", "http://www.tei-c.org/ns/1.0 teiCorpus")

Progress = Callable[[str, int, int | None], None]
Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Note:
    """What is known of a file, complete or begun: where it came from, the server's mark for that state, its length."""

    url: str
    etag: str = ""
    length: int | None = None


@dataclass(frozen=True, slots=True)
class _Job:
    volume: str
    url: str
    target: Path
    progress: Progress

    @property
    def part(self) -> Path:
        return self.target.with_name(self.target.name + ".part")


class _InterruptedError(Exception):
    """A transfer that is worth another try, after so many seconds where the server said so."""

    def __init__(self, why: str, wait: float | None = None) -> None:
        super().__init__(why)
        self.wait = wait


def _quiet(volume: str, done: int, total: int | None) -> None:
    return None


def get(
    volume: str, into: Path, base_url: str = BASE_URL, progress: Progress = _quiet, *, insecure: bool = False, sleep: Sleep = time.sleep
) -> Path:
    """Download one volume, such as 'frus1961-63v06', and return the path of the checked TEI file.

    ``progress`` is told the volume, the bytes there, and the bytes in all (None where unknown). A file that
    is complete costs one conditional request. ``insecure`` allows http, for a server of one's own.
    Raises DownloadError for a name that is no volume's, a server that refuses, and a file that fails its check.
    """
    job = _Job(_checked_name(volume), _checked_url(base_url, insecure) + f"{volume}.xml", into / f"{volume}.xml", progress)
    try:
        into.mkdir(parents=True, exist_ok=True)
        return _with_retries(job, sleep)
    except OSError as error:
        raise DownloadError(f"cannot write: {error.strerror or error}", into, "look at the space and the rights of the folder") from error


def checksum(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal digits."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked_name(volume: str) -> str:
    if not _VOLUME.fullmatch(volume):
        raise DownloadError(f"{volume!r} is no name of a FRUS volume", advice="names look like frus1961-63v06")
    return volume


def _checked_url(base_url: str, insecure: bool) -> str:
    scheme = urllib.parse.urlsplit(base_url).scheme
    if scheme != "https" and not (insecure and scheme == "http"):
        raise DownloadError(f"{scheme or 'this'} is no safe way to download", base_url, "use an address that begins with https://")
    return base_url.rstrip("/") + "/"


def _with_retries(job: _Job, sleep: Sleep) -> Path:
    for attempt in range(TRIES):
        try:
            return _once(job)
        except _InterruptedError as error:
            why = error
            if attempt + 1 < TRIES:
                sleep(min(2.0**attempt if error.wait is None else error.wait, LONGEST_WAIT))
    raise DownloadError(f"gave up after {TRIES} tries: {why}", job.url, "run the command again later; it goes on where it stopped")


def _once(job: _Job) -> Path:
    request, offset = _request(job)
    try:
        with _opener(job.url).open(request, timeout=TIMEOUT) as response:
            return _receive(job, response, offset)
    except urllib.error.HTTPError as error:
        return _refused(job, error)
    except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError) as error:
        raise _InterruptedError(str(getattr(error, "reason", error)) or type(error).__name__) from error


def _request(job: _Job) -> tuple[urllib.request.Request, int]:
    """The request, and the byte from which it asks: conditional where the file is complete, from its end where begun."""
    headers = {"User-Agent": USER_AGENT, "Accept": "application/xml, text/xml, text/plain", "Accept-Encoding": "identity"}
    offset = 0
    if (kept := _kept(job)) and kept.etag:
        headers["If-None-Match"] = kept.etag
    elif (begun := _begun(job)) and begun.etag and not begun.etag.startswith("W/"):  # a weak mark does not promise the same bytes
        offset = job.part.stat().st_size
        headers |= {"Range": f"bytes={offset}-", "If-Range": begun.etag}
    return urllib.request.Request(job.url, headers=headers), offset


def _kept(job: _Job) -> Note | None:
    """The note of the complete file, unless the file is no longer what was checked."""
    note = _note(job.target)
    sums = _beside(job.target, ".sha256")
    if note is None or note.url != job.url or not job.target.is_file() or not sums.is_file():
        return None
    return note if sums.read_text(encoding="ascii").split()[:1] == [checksum(job.target)] else None


def _begun(job: _Job) -> Note | None:
    note = _note(job.part)
    return note if note and note.url == job.url and job.part.is_file() and job.part.stat().st_size else None


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _note(path: Path) -> Note | None:
    try:
        return Note(**json.loads(_beside(path, ".json").read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None


def _write_note(path: Path, note: Note) -> None:
    _beside(path, ".json").write_text(json.dumps(asdict(note), indent=1) + "\n", encoding="utf-8")


def _receive(job: _Job, response: http.client.HTTPResponse, offset: int) -> Path:
    offset = offset if response.status == 206 and _starts_at(response.headers, offset) else 0
    if response.status == 206 and not offset:
        _forget(job.part)
        raise _InterruptedError("the server sent another stretch than was asked for")
    length = response.headers.get("Content-Length")
    note = Note(job.url, response.headers.get("ETag", ""), offset + int(length) if length and length.isdecimal() else None)
    _write_note(job.part, note)
    with job.part.open("r+b" if offset else "wb") as file:
        file.truncate(offset)
        file.seek(offset)
        _copy(job, response, file, note.length)
    return _finish(job, note)


def _starts_at(headers: email.message.Message, offset: int) -> bool:
    return str(headers.get("Content-Range", "")).startswith(f"bytes {offset}-") and offset > 0


def _copy(job: _Job, response: http.client.HTTPResponse, file: IO[bytes], total: int | None) -> None:
    try:
        while chunk := response.read(CHUNK):
            file.write(chunk)
            job.progress(job.volume, file.tell(), total)
    except (http.client.HTTPException, ConnectionError, TimeoutError) as error:
        raise _InterruptedError(f"the connection broke: {error}") from error
    if total is not None and file.tell() < total:
        raise _InterruptedError(f"only {file.tell()} of {total} bytes arrived")


def _finish(job: _Job, note: Note) -> Path:
    """The part, checked, becomes the file; its checksum and note are written beside it."""
    try:
        _check_tei(job)
    except DownloadError:
        _forget(job.part)
        raise
    digest = checksum(job.part)
    job.part.replace(job.target)
    _beside(job.target, ".sha256").write_text(f"{digest}  {job.target.name}\n", encoding="ascii")
    _write_note(job.target, note)
    _beside(job.part, ".json").unlink(missing_ok=True)
    return job.target


def _forget(path: Path) -> None:
    path.unlink(missing_ok=True)
    _beside(path, ".json").unlink(missing_ok=True)


def _check_tei(job: _Job) -> None:
    """Refuse what is not well-formed XML, or has another root than TEI's. Nothing outside the file is read."""
    roots: list[str] = []
    parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = lambda name, _: roots.append(name) if not roots else None
    parser.EntityDeclHandler = lambda *_: roots.append("an entity declaration") if not roots else None
    try:
        with job.part.open("rb") as file:
            parser.ParseFile(file)
    except xml.parsers.expat.ExpatError as error:
        raise DownloadError(f"what arrived is no well-formed XML: {error}", job.url, "try again later") from error
    if roots[0] not in _TEI_ROOTS:
        raise DownloadError(f"what arrived is no TEI volume but {roots[0]!r}", job.url, "check the address")


def _refused(job: _Job, error: urllib.error.HTTPError) -> Path:
    """The answer to a status other than success: the kept file, another try, or a DownloadError."""
    with error:
        if error.code == 304 and job.target.is_file():
            return job.target
        if error.code == 416:
            _forget(job.part)
            raise _InterruptedError("what was begun no longer fits the file on the server")
        if error.code in _RETRIED:
            raise _InterruptedError(f"the server answers {error.code}", _retry_after(error.headers))
    if error.code == 404:
        raise DownloadError(f"there is no volume {job.volume!r}", job.url, "names: https://history.state.gov/historicaldocuments")
    raise DownloadError(f"the server answers {error.code} {error.reason}", job.url, "try again later")


def _retry_after(headers: email.message.Message) -> float | None:
    """Seconds to wait; a Retry-After that gives a date counts as none."""
    value = str(headers.get("Retry-After", "")).strip()
    return float(value) if value.isdecimal() else None


class _SameHost(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the same scheme and host."""

    def __init__(self, url: str) -> None:
        self.home = urllib.parse.urlsplit(url)[:2]

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: http.client.HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        if urllib.parse.urlsplit(newurl)[:2] != self.home:
            raise DownloadError(f"the server sends us to another host, {newurl!r}", req.full_url, "check the address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(url: str) -> urllib.request.OpenerDirector:
    return urllib.request.build_opener(_SameHost(url))
