"""The web application: the endpoint, the page, and what the page needs."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import IO, Any, TypeVar

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from coldgraph.ask import questions
from coldgraph.serve import media, page
from coldgraph.serve.child import Reply
from coldgraph.serve.description import description
from coldgraph.serve.gate import Gate
from coldgraph.serve.pool import Pool
from coldgraph.serve.refused import BUSY_FOR, Busy, Refused
from coldgraph.serve.request import asked
from coldgraph.serve.settings import ENDPOINT, Access
from coldgraph.serve.vocabulary import vocabulary

T = TypeVar("T")
_CHUNK = 2**18
_GONE = 499  # nobody reads it


def application(pool: Pool, access: Access) -> Starlette:
    """The application over processes that are started elsewhere."""
    site = Site(pool)
    routes = [
        Route(ENDPOINT, site.endpoint, methods=["GET", "POST"]),
        Route("/", site.page),
        Route("/questions", site.questions),
        Route("/questions/{name}", site.question),
        Route("/vocabulary", site.vocabulary),
        Mount("/static", StaticFiles(directory=page.OWN)),
        *([Mount("/editor", StaticFiles(directory=place))] if (place := page.editor()) else []),
    ]
    middleware = [Middleware(Gate, access=access)]
    if access.origins:
        middleware.append(Middleware(CORSMiddleware, allow_origins=access.origins, allow_methods=["GET", "POST"], allow_headers=["*"]))
    return Starlette(routes=routes, middleware=middleware, exception_handlers={Refused: _refusal, HTTPException: _no_such})


class Site:
    """What each address answers."""

    def __init__(self, pool: Pool) -> None:
        self._pool = pool
        self._limits = pool.limits

    async def endpoint(self, request: Request) -> Response:
        wanted = await asked(request, self._limits.request)
        if not wanted.query:
            return await self._description(request)
        order = {
            "do": "query", "query": wanted.query, "default": wanted.default, "named": wanted.named,
            "accept": _accept(request), "rows": self._limits.rows, "bytes": self._limits.answer,
        }  # fmt: skip
        reply = await self._asked(request, order)
        headers = {"Vary": "Accept", "Content-Length": str(reply.size)}
        if reply.place is None:
            return Response(reply.body, headers=headers, media_type=reply.media)
        return StreamingResponse(_chunks(_taken(reply.place)), headers=headers, media_type=reply.media)

    async def _description(self, request: Request) -> Response:
        if media.best([*media.GRAPHS, "text/html"], _accept(request)) == "text/html":
            return RedirectResponse("/", 303)
        reply = await self._asked(request, {"do": "graphs"})
        endpoint = str(request.url.replace(query=""))
        body, name = description(endpoint, reply.body.decode().splitlines(), _accept(request))
        return Response(body, media_type=name, headers={"Vary": "Accept"})

    async def page(self, request: Request) -> Response:
        return Response(page.html(), media_type="text/html")

    async def questions(self, request: Request) -> Response:
        return JSONResponse(page.questions())

    async def question(self, request: Request) -> Response:
        """The SPARQL of a question, its parameters taken from the address."""
        name = request.path_params["name"]
        if name not in {q.name for q in questions.questions()}:
            raise Refused(404, f"no question is called {name!r}", "see /questions")
        order = {"do": "bound", "question": name, "values": dict(request.query_params)}
        reply = await self._asked(request, order)
        return Response(reply.body, media_type=reply.media)

    async def vocabulary(self, request: Request) -> Response:
        return JSONResponse(await asyncio.to_thread(vocabulary))

    async def _asked(self, request: Request, order: dict[str, Any]) -> Reply:
        """The reply to an order; when the client goes away, what runs for it is stopped."""
        return await _while_there(request, lambda: self._pool.ask(order))


async def _while_there(request: Request, work: Callable[[], Awaitable[T]]) -> T:
    working, gone = asyncio.ensure_future(work()), asyncio.ensure_future(_gone(request))
    try:
        await asyncio.wait({working, gone}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Refused(_GONE, "the client has gone")
    finally:
        for task in (working, gone):
            task.cancel()
        with contextlib.suppress(asyncio.CancelledError, Refused):
            await working


async def _gone(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _accept(request: Request) -> str:
    return ", ".join(request.headers.getlist("accept"))


def _taken(place: Path) -> IO[bytes]:
    """A file, open and already removed: nothing is left of it, however the sending ends."""
    file = place.open("rb")
    with contextlib.suppress(OSError):  # a system that keeps open files: the folder goes with the server
        place.unlink()
    return file


def _chunks(file: IO[bytes]) -> Iterator[bytes]:
    with file:
        while chunk := file.read(_CHUNK):
            yield chunk


async def _refusal(request: Request, wrong: Exception) -> Response:
    if not isinstance(wrong, Refused):
        raise wrong
    headers = {"Retry-After": BUSY_FOR} if isinstance(wrong, Busy) else None
    return PlainTextResponse(wrong.text, wrong.status, headers)


async def _no_such(request: Request, wrong: Exception) -> Response:
    """The framework's own refusals (404, 405) in our words."""
    if not isinstance(wrong, HTTPException):
        raise wrong
    advice = {404: f"the endpoint is {ENDPOINT}, the page /", 405: f"use {(wrong.headers or {}).get('Allow', 'GET')}"}
    text = Refused(wrong.status_code, wrong.detail.lower(), advice.get(wrong.status_code, "")).text
    return PlainTextResponse(text, wrong.status_code, wrong.headers)
