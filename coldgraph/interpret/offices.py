"""Who an office alone means: 'the Secretary', 'Prime Minister', 'the Soviet Ambassador'."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from coldgraph import titles
from coldgraph.found import Expression
from coldgraph.interpret.cast import Cast, Who
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts, covers
from coldgraph.interpret.words import words
from coldgraph.tables import Affiliation, Name
from coldgraph.text import fold

# Offices of the home side that a document means when it names no other.
_HOME = ("secretary-of-state", "president", "secretary-of-defense", "vice-president", "under-secretary-of-state")
_OWN_STATE = {
    "chancellor": ("state/west-germany", "state/austria"),
    "generalissimo": ("state/taiwan",),
    "gimo": ("state/taiwan",),
    "shah": ("state/iran",),
}
_ALIAS = {"generalissimo": "president", "gimo": "president"}
# Offices that one person of a state holds at a time: who is known for one at an unknown time may be meant.
_ONE_HOLDER = words("single-offices")
OPEN = "open between those who may have held the office"
_OF = re.compile(r" of(?: the)? ")
_TO = re.compile(r" (?:to|in|at)(?: the)? ")
_COMMA = re.compile(r",\s(?:the\s|then\s)?$")
_SENT = ("ambassador", "charge", "minister", "high-commissioner")


class Offices:
    """Resolves offices of one document, given the people already cast.

    ``places`` are folded names of places with their entities, ``seats`` those that stand for a government.
    """

    def __init__(self, facts: Facts, places: Mapping[str, str], seats: Mapping[str, Sequence[Name]]) -> None:
        self.facts, self.seats = facts, seats
        self.places = {name: facts.entities[place].side for name, place in places.items()}

    def resolve(self, e: Expression, cast: Cast, context: Context) -> Who | None:
        """The holder meant, or None where nothing makes it clear."""
        office = titles.office(e.title)
        text = context.recognised.document.text
        article = text[max(0, e.start - 4) : e.start].lower().endswith("the ") or e.words.lower().startswith("the ")
        if (
            office == "secretary-of-state"
            and e.title == "secretary"
            and not article
            and not text[max(0, e.start - 4) : e.start].endswith("Mr. ")
            and context.recognised.document.kind != "telegram"
        ):
            return None
        behind = self._country_behind(e, context)
        if e.country or behind:
            if apposed := _apposed(text, e, cast):
                return Who(apposed, "stands behind the name")
            return self._of_country(office, e, behind, cast, context)
        if office in _HOME and context.home and (article or office != "president"):
            return self._home(office, e, cast, context)
        if e.title in _OWN_STATE:
            return self._of_one_state(e, context) or self._introduced(office, e, cast, context)
        return self._introduced(office, e, cast, context) or self._home(office, e, cast, context) or self._salient(office, e, context)

    def _country_behind(self, e: Expression, context: Context) -> tuple[str, ...]:
        """The states named behind a title: 'President of the United Arab Republic', 'Ambassador to Poland'."""
        text = context.recognised.document.text
        link = _OF.match(text, e.end) or (_TO.match(text, e.end) if titles.office(e.title) in _SENT else None)
        if link is None:
            return ()
        spots = (link.end(), link.end() - len("the "))
        named = next((x for x in context.recognised.expressions if x.kind == "named" and x.start in spots), None)
        return tuple(sorted({n.entity for n in named.names if self._is_state(n.entity, context)})) if named else ()

    def _is_state(self, name: str, context: Context) -> bool:
        return self.facts.entities[name].kind == "state" and self._existed(name, context)

    def _of_one_state(self, e: Expression, context: Context) -> Who | None:
        """A title that only one or two states have: 'the Chancellor', 'the Generalissimo'."""
        office = _ALIAS.get(e.title, titles.office(e.title))
        states = [s for s in _OWN_STATE[e.title] if context.salient[s]] or list(_OWN_STATE[e.title][:1])
        holders = self.facts.holders(office, context.day, states[:1]) or self.facts.known(office, context.day, states[0])
        return Who(holders[0], f"the {e.title} of {self.facts.entities[states[0]].label}", tuple(holders[1:4])) if holders else None

    def _home(self, office: str, e: Expression, cast: Cast, context: Context) -> Who | None:
        if not context.home or office not in _HOME:
            return None
        holders = self._acting(e, context) or self.facts.holders(office, context.day, [context.home])
        met = [p for _, p in cast.offices.get(office, ()) if p in holders]
        if met and not context.day:
            return Who(met[0], "holds the office in the document", tuple(h for h in holders[:4] if h != met[0]))
        person = met[0] if met else holders[0] if holders and context.day else ""
        return Who(person, f"held the office on {context.day}", tuple(h for h in holders[:4] if h != person)) if person else None

    def _acting(self, e: Expression, context: Context) -> list[str]:
        """'The Acting Secretary': the Under Secretary, from July 1972 the Deputy Secretary of State."""
        acting = e.title.startswith("acting ") and context.day is not None
        return self.facts.holders("deputy-secretary-of-state", context.day, [context.home]) if acting else []

    def _of_country(self, office: str, e: Expression, behind: tuple[str, ...], cast: Cast, context: Context) -> Who | None:
        """The holder in the state before or behind the title; open where several may have held it that day."""
        states = e.country or behind
        met = [
            (at, p)
            for at, p in cast.offices.get(office, ())
            if cast.sides.get(p) in states or self.facts.side(p, context.day) in states
        ]
        if met:
            return Who(_nearest(met, e.start), "holds the office in the document")
        if not context.day:
            return None
        if office == "ambassador":
            sent_by = bool(_OF.match(context.recognised.document.text, e.end))
            found = self._envoys(e.country or (behind if sent_by else ()), () if sent_by else behind, context)
        else:
            undated = [p for side in states for p in self.facts.known(office, context.day, side)] if office in _ONE_HOLDER else []
            found = self._sure(self.facts.on(office, context.day), states, context) or undated
        if len(found) > 1:
            return Who("", OPEN, tuple(found[:5]))
        return Who(found[0], f"held the office on {context.day}") if found else None

    def _envoys(self, senders: tuple[str, ...], hosts: tuple[str, ...], context: Context) -> list[str]:
        """The ambassadors of some states to others; where one side is not named, that of the document's place, then its home side."""
        for post in self.posts(context) if not (senders and hosts) else [""]:
            pairs = [(sender, host) for sender in senders or [post] for host in hosts or [post] if sender != host]
            found = [
                p for sender, host in pairs
                for p in self._sure([a for a in self.facts.on("ambassador", context.day) if a.at == host], [sender], context)
            ]  # fmt: skip
            if found:
                return list(dict.fromkeys(found))
        return []

    def posts(self, context: Context) -> list[str]:
        """The states at which ambassadors of a document's talk are accredited: that of its place, then its home side."""
        named = [fold(p) for p in context.recognised.document.places]
        here = [self.places.get(w, "") for w in named]
        seated = [n.entity for w in named for n in self.seats.get(w, ()) if covers(n.since, n.until, context.day)]
        return [s for s in dict.fromkeys((*here, *seated, context.home)) if s and self._existed(s, context)]

    def _existed(self, state: str, context: Context) -> bool:
        entity = self.facts.entities[state]
        return covers(entity.since, entity.until, context.day)

    def _sure(self, terms: Sequence[Affiliation], sides: Sequence[str], context: Context) -> list[str]:
        """Those in office: the ones for whom the day lies well within their dates, before those whose month alone is known."""
        held = sorted((a for a in terms if a.side in sides), key=lambda a: ("pocom" not in a.source, -(a.since or date.min).toordinal()))
        sure = [a for a in held if context.day and _well_within(a, context.day)] or held
        latest = [a for a in sure if a.until] or sure[:1]
        return list(dict.fromkeys(a.person for a in latest))

    def _introduced(self, office: str, e: Expression, cast: Cast, context: Context) -> Who | None:
        """The holder last met, one at the table before those who are only spoken of."""
        met = cast.offices.get(office) or (
            cast.offices.get("deputy-foreign-minister") if e.title in ("minister", "vice minister") else None
        )
        if not met and office == "minister":
            met = cast.offices.get("foreign-minister")
        if not met:
            return None
        listed = _listed(cast, context)
        present = [m for m in met if m[1] in listed]
        return Who(_nearest(sorted(present or met), e.start), "holds the office in the document")

    def _salient(self, office: str, e: Expression, context: Context) -> Who | None:
        """The holder in the state that the document speaks of most, where one stands out."""
        if not context.day or office in ("ambassador", "minister", "chairman", "governor", "mayor", "charge"):
            return None
        for state, _ in sorted(context.salient.items(), key=lambda row: (-row[1], row[0])):
            if state == context.home or context.share(state) < 0.25:
                continue
            holders = self.facts.holders(office, context.day, [state])
            if holders:
                return Who(holders[0], f"held the office on {context.day} in the state most spoken of", tuple(holders[1:4]))
        return None


def _apposed(text: str, e: Expression, cast: Cast) -> str:
    """Whose name ends at the comma before an office: 'Kim Chung Yul, the Ambassador of Korea' ('' nobody's)."""
    comma = _COMMA.search(text, max(0, e.start - 8), e.start)
    return next((who.person for (_, end), who in cast.who.items() if end == comma.start()), "") if comma else ""


def _listed(cast: Cast, context: Context) -> set[str]:
    """The people of the list of participants."""
    spans = ((a.expression.start, a.expression.end) for a in context.recognised.attendees)
    return {who.person for span in spans if (who := cast.who.get(span))}


def _nearest(met: list[tuple[int, str]], at: int) -> str:
    """The last person met before an offset, else the first after it."""
    before = [p for position, p in met if position <= at]
    return before[-1] if before else met[0][1]


def _well_within(a: Affiliation, day: date) -> bool:
    """Whether a day lies in a term even if its bounds are known by the month only (then they are the month's first and last days)."""
    after = a.since is None or a.since.day != 1 or (day.year, day.month) != (a.since.year, a.since.month)
    before = a.until is None or (a.until + timedelta(days=1)).day != 1 or (day.year, day.month) != (a.until.year, a.until.month)
    return after and before
