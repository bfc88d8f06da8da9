"""Who may come in, and what every answer says to the browser.

A page of some other site must not reach a server on loopback by giving its own name this
address (DNS rebinding), nor make it work by sending it queries. Hence: the Host header must be
one of ours, and what a browser sends from another origin is refused unless that is allowed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from coldgraph.serve.refused import Refused
from coldgraph.serve.settings import Access

if TYPE_CHECKING:
    from starlette.datastructures import Headers
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

# 'unsafe-inline' is for styles alone: the editor places its parts by style attributes. No script runs but our own files.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class Gate:
    """Refuses foreign hosts and origins (403) and adds the headers of safety to every answer."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self._app, self._access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        from starlette.datastructures import Headers, MutableHeaders
        from starlette.responses import PlainTextResponse

        if scope["type"] != "http":
            return await self._app(scope, receive, send)

        async def safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        try:
            self._check(Headers(scope=scope))
        except Refused as wrong:
            await PlainTextResponse(wrong.text, wrong.status)(scope, receive, safely)
        else:
            await self._app(scope, receive, safely)

    def _check(self, headers: Headers) -> None:
        host, origin = headers.get("host", ""), headers.get("origin", "")
        if self._access.names and _name(host) not in self._access.names:
            raise Refused(403, f"this server does not answer to the name {_name(host)!r}", "name it: coldgraph serve --name NAME")
        foreign = _foreign(headers, host)
        if foreign and not {origin, "*"} & set(self._access.origins):
            advice = "allow it: coldgraph serve --allow-origin ORIGIN"
            raise Refused(403, f"a page of another origin ({origin or 'not named'}) may not ask here", advice)


def _foreign(headers: Headers, host: str) -> bool:
    """Whether a browser says that another site's page sends this. A link that a reader follows is no such thing."""
    if origin := headers.get("origin", ""):
        return urlsplit(origin).netloc != host
    return headers.get("sec-fetch-site", "") in ("cross-site", "same-site") and headers.get("sec-fetch-mode", "") != "navigate"


def _name(host: str) -> str:
    """A Host header without its port, and without the brackets of an IPv6 address.

    >>> _name("[::1]:7878"), _name("LOCALHOST:80")
    ('::1', 'localhost')
    """
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
