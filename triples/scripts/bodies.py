"""Parties, ministries, alliances, international bodies, movements, blocs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from entities import TABLES, digest, entity, existence, nt, parts, rows, slug, sources
from states import NOT_COMPOSED

# What follows a state's adjective in the name of one of its bodies: 'Soviet Embassy', 'French Foreign Ministry'.
EMBASSY = ("Embassy", "embassy", "Emb")
MINISTRY = ("Foreign Ministry", "foreign ministry", "Ministry of Foreign Affairs", "FonMin", "MFA", "Foreign Office")
FILES = {"topic": "topics.csv", "organization": "bodies.csv"}


def lines(facts: Path) -> Iterator[str]:
    """All triples about organisations, movements and alliances (``facts`` is not needed here)."""
    table = rows(TABLES / "bodies.csv")
    shared = {use["form"] for use in rows(TABLES / "name_uses.csv")}
    taken = {form for row in table for form in parts(row["names"])} | shared
    for row in table:
        yield from _body(f"{row['kind']}/{row['id']}", row["label"], set(parts(row["names"])) - shared, row["side"], row["source"])
    for state in rows(TABLES / "states.csv"):
        yield from _of_state(state, taken, {row["id"] for row in table})
    yield from _alliances()


def _body(id_: str, label: str, names: set[str], side: str, cited: str) -> Iterator[str]:
    yield from entity(id_, label, names, cited)
    if side:
        yield nt.line(id_, "cg:side", nt.term(f"movement/{side}" if side == "viet-cong" else f"state/{side}"))


def _of_state(state: dict[str, str], taken: set[str], known: set[str]) -> Iterator[str]:
    """A state's embassy (whose seat a text must tell) and its foreign ministry, by its adjectives."""
    adjectives = [one for one in parts(state["adjectives"]) if one not in NOT_COMPOSED]
    if not adjectives or state["id"] in ("germany", "korea", "vietnam", "yemen", "congo"):
        return
    for kind, words in (("Embassy", EMBASSY), ("Foreign Ministry", MINISTRY)):
        label = f"{adjectives[0]} {kind}"
        if slug(label) in known or (kind == "Foreign Ministry" and state["id"] in ("united-states", "united-kingdom")):
            continue
        forms = {f"{one} {word}" for one in adjectives for word in words} | {f"{kind} of {a}{state['label']}" for a in ("", "the ")}
        yield from _body(f"organization/{slug(label)}", label, forms - taken, state["id"], "own")


def _alliances() -> Iterator[str]:
    """Pacts with dated members, as their sources list them; a pact has the names of the body or treaty that texts name."""
    named = {row["id"]: (f"{kind}/{row['id']}", row) for kind, file in FILES.items() for row in rows(TABLES / file)}
    for row in rows(TABLES / "memberships.csv"):
        pact = f"alliance/{row['alliance']}"
        other, told = named.get(row["alliance"], ("", {"label": row["label"], "names": ""}))
        yield from entity(pact, row["label"], {told["label"], *parts(told["names"])}, row["source"])
        if other:
            yield nt.line(pact, "rdfs:seeAlso", nt.term(other))
        yield from _membership(pact, row)


def _membership(pact: str, row: dict[str, str]) -> Iterator[str]:
    member = f"state/{row['member']}"
    id_ = f"membership/{digest(pact, member, row['since'])}"
    yield nt.line(pact, "cg:membership", nt.term(id_))
    yield nt.line(id_, "a", nt.term("cg:Membership"))
    yield nt.line(id_, "cg:member", nt.term(member))
    yield nt.line(id_, "dcterms:source", nt.text(sources()[row["source"]]))
    yield from existence(id_, row["since"], row["until"])
