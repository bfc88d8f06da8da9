"""One question over the wire: retries, limits, and what never leaves the machine."""

import time

import pytest
from liar import said, serving

from coldgraph.consult.endpoint import KEY, LONGEST, Endpoint
from coldgraph.errors import ExtractorError

ASKED = ({"role": "user", "content": "Say it."},)


def ask(url: str, seconds: float = 5, tries: int = 3) -> str:
    return Endpoint(url, "small", seconds, tries, wait=0.01).ask(ASKED)


def test_the_protocol_is_spoken_and_the_key_goes_into_the_header_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sk-secret")
    with serving(lambda n, body: said("yes")) as liar:
        assert ask(liar.url + "/") == "yes"
    assert liar.headers[0]["path"] == "/v1/chat/completions" and liar.headers[0]["Authorization"] == "Bearer sk-secret"
    assert (liar.asked[0]["model"], liar.asked[0]["temperature"], liar.asked[0]["messages"]) == ("small", 0, list(ASKED))
    assert "sk-secret" not in str(liar.asked) + repr(Endpoint(liar.url, "small"))


def test_without_a_key_none_is_sent() -> None:
    with serving(lambda n, body: said("yes")) as liar:
        ask(liar.url)
    assert "Authorization" not in liar.headers[0]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_is_asked_again(status: int) -> None:
    with serving(lambda n, body: (status, b"busy", {"Retry-After": "0"}) if n < 3 else said("at last")) as liar:
        assert ask(liar.url) == "at last"
    assert len(liar.asked) == 3


@pytest.mark.parametrize(
    ("reply", "tries", "told"),
    [
        ((500, b"", {}), 3, "status 500"),
        ((401, b"", {}), 1, "status 401"),
        ((307, b"", {"Location": "http://127.0.0.1:9/steal"}), 1, "status 307"),
        ((200, b"{", {}), 3, "not the protocol"),
        ((200, b'{"choices": [{"message": {"content": 7}}]}', {}), 3, "no words"),
        ((200, b"[" * 100_000, {}), 3, "not the protocol"),
        ((200, b'{"cut": ', {"Content-Length": "999"}), 3, "not the protocol"),
        ((200, b" " * (LONGEST + 1), {}), 1, "more than"),
    ],
)
def test_what_is_no_answer_ends_after_a_few_tries(reply: tuple[int, bytes, dict[str, str]], tries: int, told: str) -> None:
    with serving(lambda n, body: reply) as liar, pytest.raises(ExtractorError, match=told):
        ask(liar.url, seconds=2)
    assert len(liar.asked) == tries


def test_a_server_that_drips_is_cut_off_in_time() -> None:
    started = time.monotonic()
    with serving(lambda n, body: said("x" * 400), drip=0.02) as liar, pytest.raises(ExtractorError):
        ask(liar.url, seconds=0.4, tries=1)
    assert time.monotonic() - started < 3


def test_nobody_at_the_address() -> None:
    with serving(lambda n, body: said("")) as liar:
        url = liar.url
    with pytest.raises(ExtractorError, match="Connection refused"):
        ask(url)


@pytest.mark.parametrize(
    "url", ["ftp://x/v1", "x", "http://", "http://h:99999/v1", "http://[::1", "http://me:sk-secret@h/v1", "http://h/v1?key=sk-secret"]
)
def test_an_address_that_cannot_be_is_refused_and_no_secret_is_told(url: str) -> None:
    with pytest.raises(ExtractorError) as refused:
        Endpoint(url, "small")
    assert "sk-secret" not in str(refused.value)


def test_a_key_does_not_travel_in_the_clear(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY, "sk-secret")
    with pytest.raises(ExtractorError, match="in the clear") as refused:
        Endpoint("http://example.org/v1", "small")
    assert "sk-secret" not in str(refused.value)
    Endpoint("https://example.org/v1", "small")
    monkeypatch.setenv(KEY, "sk-\nsecret")
    with pytest.raises(ExtractorError, match="no key has"):
        Endpoint("https://example.org/v1", "small")
