"""Foreign hosts and origins."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from served import Served, ask, serving

ASK = "ASK {}"
ELSEWHERE = "https://elsewhere.example"


@pytest.fixture(scope="module")
def shared_with(folder: Path) -> Iterator[Served]:
    with serving(folder, "--at-once", "1", "--allow-origin", ELSEWHERE, "--name", "graph.example") as running:
        yield running


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[", "localhost.", "10.0.0.1"])
def test_other_names_are_refused(served: Served, host: str) -> None:
    told = ask(served.endpoint, ASK, Host=host)
    assert (told.status, "--name" in told.text) == (403, True)


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:7878"])
def test_names_of_this_machine_are_not(served: Served, host: str) -> None:
    assert ask(served.endpoint, ASK, Host=host).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ELSEWHERE},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
    ],
)
def test_pages_from_elsewhere_are_refused(served: Served, headers: dict[str, str]) -> None:
    told = ask(served.endpoint, ASK, **headers)
    assert (told.status, "--allow-origin" in told.text) == (403, True)
    assert "access-control-allow-origin" not in told.headers


def test_its_own_page_and_a_link_that_is_followed_are_not(served: Served) -> None:
    assert ask(served.endpoint, ASK, Origin=served.home.rstrip("/")).status == 200
    assert ask(served.home, Sec_Fetch_Site="cross-site", Sec_Fetch_Mode="navigate").status == 200


def test_an_allowed_origin_may_ask_and_read(shared_with: Served) -> None:
    told = ask(shared_with.endpoint, ASK, Origin=ELSEWHERE)
    assert (told.status, told.headers["access-control-allow-origin"]) == (200, ELSEWHERE)
    before = {"Origin": ELSEWHERE, "Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    assert ask(shared_with.endpoint, verb="OPTIONS", **before).status == 200
    assert ask(shared_with.endpoint, ASK, Origin="https://other.example").status == 403


def test_an_allowed_name_is_answered(shared_with: Served) -> None:
    assert ask(shared_with.endpoint, ASK, Host="graph.example").status == 200
    assert ask(shared_with.endpoint, ASK, Host="other.example").status == 403


@pytest.mark.parametrize("path", ["", "sparql?query=ASK%20%7B%7D", "sparql", "questions", "static/page.js", "nothing"])
def test_every_answer_carries_the_headers_of_safety(served: Served, path: str) -> None:
    told = ask(served.home + path)
    assert told.headers["content-security-policy"].startswith("default-src 'none'; script-src 'self';")
    assert (told.headers["x-content-type-options"], told.headers["referrer-policy"]) == ("nosniff", "no-referrer")
