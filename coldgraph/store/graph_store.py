"""A server's named graphs over the SPARQL 1.1 Graph Store Protocol: put, get, look, delete."""

from __future__ import annotations

import base64
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse

from coldgraph import __version__
from coldgraph.errors import GraphError

TRIPLES = "application/n-triples"
TRIES, LONGEST_WAIT = 6, 60.0
_ACCEPT = f"{TRIPLES}, text/turtle;q=0.8, application/rdf+xml;q=0.5, */*;q=0.1"
_AGENT = f"coldgraph/{__version__}"
_AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))
_ADVICE = {
    401: "give --user, and the password in COLDGRAPH_PASSWORD, or a token in COLDGRAPH_TOKEN",
    403: "may this user write? some servers write only with a password or token",
    404: "is this the address of the Graph Store Protocol? see docs/servers.md",
    405: "is this the address of the Graph Store Protocol? see docs/servers.md",
    413: "let the server accept larger requests",
    415: "the server does not read N-Triples",
}

Sleep = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a server wants to know before it lets somebody write: a user with password (Basic or Digest), or a token (Bearer)."""

    user: str = ""
    password: str = ""
    token: str = ""


class GraphStore:
    """The graphs behind an address of the Graph Store Protocol, named indirectly (``?graph=``).

    What fails for a while (no connection, 429, 5xx) is tried again up to TRIES times, with longer
    and longer waits or as the server asks. Every method raises GraphError at the end of that.
    """

    def __init__(self, address: str, secrets: Secrets = Secrets(), timeout: float = 120.0, sleep: Sleep = time.sleep) -> None:
        if urllib.parse.urlsplit(address).scheme not in ("http", "https"):
            raise GraphError("not an address of a Graph Store", address, "it begins with http:// or https://")
        self.address, self._timeout, self._sleep = address, timeout, sleep
        self._token = secrets.token
        self._keys = _keys(address, secrets)
        self._opener = urllib.request.build_opener(_NoRedirect(), *self._keys)

    def put(self, graph: str, triples: bytes) -> None:
        """Put N-Triples in place of what a graph held.

        With a user, a request without body goes first: a server may hang up on a long body that it does not trust yet.
        """
        if self._keys:
            self.has(graph)
        self._send("PUT", graph, triples)

    def get(self, graph: str) -> tuple[bytes, str] | None:
        """The bytes and media type of a graph; None where the server has none of that name."""
        return self._send("GET", graph)

    def has(self, graph: str) -> bool:
        """Whether the server says that it has a graph; one that knows no HEAD says nothing."""
        return self._send("HEAD", graph) is not None

    def delete(self, graph: str) -> None:
        """Remove a graph; nothing happens where there is none."""
        self._send("DELETE", graph)

    def _send(self, verb: str, graph: str, body: bytes | None = None) -> tuple[bytes, str] | None:
        for attempt in range(TRIES):
            try:
                return self._once(self._request(verb, graph, body))
            except urllib.error.HTTPError as refused:
                with refused:
                    wait = self._wait(verb, graph, refused, attempt)
                if wait is None:
                    return None
            except (OSError, HTTPException) as broken:
                if attempt + 1 == TRIES:
                    raise GraphError(f"the server cannot be reached: {broken}", self.address, "is it running?") from broken
                wait = 2.0**attempt
            self._sleep(wait)
        raise AssertionError("unreachable")

    def _request(self, verb: str, graph: str, body: bytes | None) -> urllib.request.Request:
        joint = "&" if urllib.parse.urlsplit(self.address).query else "?"
        headers = {"Accept": _ACCEPT, "User-Agent": _AGENT}
        headers |= {"Content-Type": TRIPLES} if body is not None else {}
        headers |= {"Authorization": f"Bearer {self._token}"} if self._token else {}
        place = f"{self.address}{joint}{urllib.parse.urlencode({'graph': graph})}"
        return urllib.request.Request(place, data=body, headers=headers, method=verb)

    def _once(self, request: urllib.request.Request) -> tuple[bytes, str]:
        answer: HTTPResponse
        with self._opener.open(request, timeout=self._timeout) as answer:
            return answer.read(), answer.headers.get_content_type()

    def _wait(self, verb: str, graph: str, refused: urllib.error.HTTPError, attempt: int) -> float | None:
        """How long to wait before the next try; None where the graph is not there. Raises GraphError where trying is of no use."""
        if (refused.code == 404 and verb != "PUT") or (refused.code in (405, 501) and verb == "HEAD"):
            return None
        if refused.code in _AGAIN and attempt + 1 < TRIES:
            asked = str(refused.headers.get("Retry-After", ""))
            return min(float(asked) if asked.isdecimal() else 2.0**attempt, LONGEST_WAIT)
        said = " ".join(refused.read(500).decode("utf-8", "replace").split())
        what = f"the server answers {refused.code} to {verb} of {graph}: {said}"
        raise GraphError(what, self.address, _ADVICE.get(refused.code, "see the server's log"))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A password is not carried to another place."""

    def redirect_request(self, req: urllib.request.Request, fp: object, code: int, msg: str, headers: object, newurl: str) -> None:
        raise GraphError(f"the server sends us to {newurl!r}", req.full_url, "give the address where it answers itself")


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Answers a server's last challenge before it is put again."""

    _challenge: dict[str, str] | None = None

    def retry_http_digest_auth(self, req: urllib.request.Request, auth: str) -> HTTPResponse | None:
        words = urllib.request.parse_http_list(auth.partition(" ")[2])
        self._challenge = urllib.request.parse_keqv_list(words)
        return super().retry_http_digest_auth(req, auth)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        if self._challenge and not req.has_header(self.auth_header):
            answer = self.get_authorization(req, self._challenge)
            req.add_unredirected_header(self.auth_header, f"Digest {answer}")
        return req

    https_request = http_request


class _Basic(urllib.request.HTTPBasicAuthHandler):
    """Names the user unasked once the server has asked for Basic."""

    _asked = False

    def retry_http_basic_auth(self, host: str, req: urllib.request.Request, realm: str) -> HTTPResponse | None:
        self._asked = True
        return super().retry_http_basic_auth(host, req, realm)

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        if self._asked and not req.has_header(self.auth_header):
            pair = ":".join(word or "" for word in self.passwd.find_user_password("", req.full_url))
            req.add_unredirected_header(self.auth_header, f"Basic {base64.b64encode(pair.encode()).decode('ascii')}")
        return req

    https_request = http_request


def _keys(address: str, secrets: Secrets) -> list[urllib.request.BaseHandler]:
    if not secrets.user:
        return []
    known = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    known.add_password(None, address, secrets.user, secrets.password)
    return [_Digest(known), _Basic(known)]
