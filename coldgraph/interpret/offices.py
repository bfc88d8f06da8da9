"""Who an office alone means: 'the Secretary', 'Prime Minister', 'the Soviet Ambassador'."""

from __future__ import annotations

from coldgraph import titles
from coldgraph.found import Expression
from coldgraph.interpret.cast import Cast, Who
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts

# Offices of the home side that a document means when it names no other.
_HOME = ("secretary-of-state", "president", "secretary-of-defense", "vice-president", "under-secretary-of-state")
_OWN_STATE = {
    "chancellor": ("state/west-germany", "state/austria"),
    "generalissimo": ("state/taiwan",),
    "gimo": ("state/taiwan",),
    "shah": ("state/iran",),
}
_ALIAS = {"generalissimo": "president", "gimo": "president"}


class Offices:
    """Resolves offices of one document, given the people already cast."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

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
        if e.country:
            return self._of_country(office, e, cast, context)
        if office in _HOME and context.home and (article or office != "president"):
            return self._home(office, e, cast, context)
        if e.title in _OWN_STATE:
            return self._of_one_state(e, context) or self._introduced(office, e, cast)
        return self._introduced(office, e, cast) or self._home(office, e, cast, context) or self._salient(office, e, context)

    def _of_one_state(self, e: Expression, context: Context) -> Who | None:
        """A title that only one or two states have: 'the Chancellor', 'the Generalissimo'."""
        office = _ALIAS.get(e.title, titles.office(e.title))
        states = [s for s in _OWN_STATE[e.title] if context.salient[s]] or list(_OWN_STATE[e.title][:1])
        holders = self.facts.holders(office, context.day, states[:1]) or self.facts.known(office, context.day, states[0])
        return Who(holders[0], f"the {e.title} of {self.facts.entities[states[0]].label}", tuple(holders[1:4])) if holders else None

    def _home(self, office: str, e: Expression, cast: Cast, context: Context) -> Who | None:
        if not context.home or office not in _HOME:
            return None
        holders = self.facts.holders(office, context.day, [context.home])
        met = [p for _, p in cast.offices.get(office, ()) if p in holders]
        person = met[0] if met else holders[0] if len(holders) >= 1 and context.day else ""
        return Who(person, f"held the office on {context.day}", tuple(h for h in holders[:4] if h != person)) if person else None

    def _of_country(self, office: str, e: Expression, cast: Cast, context: Context) -> Who | None:
        met = [
            (at, p)
            for at, p in cast.offices.get(office, ())
            if cast.sides.get(p) in e.country or self.facts.side(p, context.day) in e.country
        ]
        if met:
            return Who(_nearest(met, e.start), "holds the office in the document")
        if office == "ambassador":
            found = (
                [p for side in e.country for p in self.facts.holders(office, context.day, [side], context.home or "")]
                if context.home and context.day
                else []
            )
        else:
            found = self.facts.holders(office, context.day, e.country) if context.day else []
        return Who(found[0], f"held the office on {context.day}", tuple(found[1:4])) if found else None

    def _introduced(self, office: str, e: Expression, cast: Cast) -> Who | None:
        met = cast.offices.get(office) or (
            cast.offices.get("deputy-foreign-minister") if e.title in ("minister", "vice minister") else None
        )
        if not met and office == "minister":
            met = cast.offices.get("foreign-minister")
        return Who(_nearest(sorted(met), e.start), "holds the office in the document") if met else None

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


def _nearest(met: list[tuple[int, str]], at: int) -> str:
    """The last person met before an offset, else the first after it."""
    before = [p for position, p in met if position <= at]
    return before[-1] if before else met[0][1]
