"""An HTTP request as the SPARQL 1.1 Protocol has it: the query and its dataset. Queries only."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from coldgraph.serve.refused import Refused

if TYPE_CHECKING:
    from starlette.requests import Request

FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
ARRIVES_IN = 30.0
_READ_ONLY = "this endpoint answers queries only; a graph is changed by building it or by decisions"

Pairs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, and the graphs that the request names beside it. An empty ``query``: the request has none."""

    query: str
    default: list[str]
    named: list[str]


async def asked(request: Request, most: int) -> Asked:
    """What a request asks, of at most ``most`` bytes. Raises Refused with the status that fits."""
    address = request.scope["query_string"]
    if len(address) > most:
        raise Refused(414, f"the address is longer than {most:,} bytes", f"send the query by POST as {QUERY}")
    pairs = _pairs(address)
    if request.method != "POST":
        return _of(pairs)
    media = _media(request)
    body = await _body(request, most)
    if media == FORM:
        return _needed(_of(_pairs(body)))
    if any(name == "query" for name, _ in pairs):
        raise Refused(400, "the query stands both in the address and in the body", "send one of them")
    return _needed(_of([*pairs, ("query", _utf8(body))]))


def _media(request: Request) -> str:
    """The body's media type; refused are those that carry no query, other character sets, and packed bodies."""
    name, _, rest = request.headers.get("content-type", "").partition(";")
    name, charset = name.strip().lower(), rest.lower().partition("charset=")[2].strip(' "')
    advice = f"send the query as {QUERY}, or as query=... in {FORM}"
    if name == "application/sparql-update":
        raise Refused(415, "an update is not accepted", _READ_ONLY)
    if name not in (FORM, QUERY):
        raise Refused(415, f"a body of the type {name or '(none)'} carries no query", advice)
    if charset not in ("", "utf-8", "us-ascii"):
        raise Refused(415, f"the character set {charset} is not accepted", "send UTF-8")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise Refused(415, "packed bodies are not accepted", "send the query as it is, without Content-Encoding")
    return name


async def _body(request: Request, most: int) -> bytes:
    try:
        return await asyncio.wait_for(_read(request, most), ARRIVES_IN)
    except TimeoutError:
        raise Refused(408, f"the body did not arrive in {ARRIVES_IN:g} s", "send it again") from None


async def _read(request: Request, most: int) -> bytes:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > most:
            raise Refused(413, f"the body is longer than {most:,} bytes", "ask a shorter query")
    return bytes(body)


def _pairs(form: bytes) -> Pairs:
    try:
        return parse_qsl(form.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=10_000)
    except UnicodeDecodeError as broken:
        raise Refused(400, "the parameters are not UTF-8, percent-encoded", "encode them as in query=ASK%20%7B%7D") from broken
    except ValueError as broken:
        raise Refused(400, f"the parameters cannot be read: {broken}", "encode them as in query=ASK%20%7B%7D") from broken


def _of(pairs: Pairs) -> Asked:
    """Parameters that the Protocol does not know are passed over: clients send such as 'format'."""
    if any(name == "update" for name, _ in pairs):
        raise Refused(400, "an update is not accepted", _READ_ONLY)
    queries = [value for name, value in pairs if name == "query"]
    if len(queries) > 1:
        raise Refused(400, "the request has more than one query", "send one at a time")
    if queries and not queries[0].strip():
        raise Refused(400, "the query is empty", "send as in query=ASK%20%7B%7D")
    graphs = {which: [v for name, v in pairs if name == f"{which}-graph-uri"] for which in ("default", "named")}
    return Asked("".join(queries), graphs["default"], graphs["named"])


def _needed(found: Asked) -> Asked:
    if not found.query:
        raise Refused(400, "the request has no query", f"send it as {QUERY}, or as query=... in {FORM}")
    return found


def _utf8(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as broken:
        raise Refused(400, "the query is not UTF-8", "send UTF-8") from broken
