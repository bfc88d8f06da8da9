"""Scores of the stances of one document against the records that a reader made."""

from __future__ import annotations

from dataclasses import dataclass

from coldgraph.evaluate.facts import Claim, Facts, Said
from coldgraph.evaluate.gold import Gold, Record
from coldgraph.evaluate.tally import Tally, Trust
from coldgraph.evaluate.words import overlap

SURE = 0.8
BANDS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Matched:
    """Which claim hits which record of a document. ``wrong`` hit none; a claim that hits a record taken already is left out."""

    facts: Facts
    gold: Gold
    records: tuple[Record, ...]
    by: dict[int, Claim]
    wrong: list[Claim]

    def sure(self) -> list[int]:
        return [n for n, r in enumerate(self.records) if not r.optional]


def match(facts: Facts, gold: Gold, said: Said) -> Matched:
    """Goes through the claims, the surest first; each takes the first free record that it hits."""
    records = gold.stances or ()
    by: dict[int, Claim] = {}
    wrong = []
    for claim in said.claims:
        hit = [n for n, record in enumerate(records) if _hits(facts, record, claim)]
        free = next((n for n in hit if n not in by), None)
        if free is not None:
            by[free] = claim
        elif not hit:
            wrong.append(claim)
    return Matched(facts, gold, records, by, wrong)


def _hits(facts: Facts, record: Record, claim: Claim) -> bool:
    return (
        claim.polarity == record.polarity
        and facts.is_named(claim.holder, record.holder)
        and facts.is_named(claim.target, record.target)
        and overlap(record.evidence, claim.quote)
    )


def score_stances(facts: Facts, gold: Gold, said: Said, tally: Tally) -> None:
    """All rows and tables of stances."""
    found = match(facts, gold, said)
    _strict(found, tally)
    _slots(found, tally)
    _dyads(found, said.claims, tally)
    _parts(found, said.kind, tally)
    _notes(found, tally)
    claims = [*found.by.values(), *found.wrong]
    tally.trust += [Trust(gold.file, c.confidence, c not in found.wrong) for c in sorted(claims, key=lambda c: (-c.confidence, c.id))]


def _strict(found: Matched, tally: Tally) -> None:
    file, sure = found.gold.file, found.sure()
    hit = [n for n in sure if n in found.by]
    tally.add(file, "stances", len(hit), len(sure) - len(hit), len(found.wrong))
    for kind, flag in (("stances, own (recall only)", False), ("stances, attributed (recall only)", True)):
        some = [n for n in sure if found.records[n].attributed == flag]
        tally.add(file, kind, sum(n in found.by for n in some), sum(n not in found.by for n in some))
    certain = sum(found.by[n].confidence >= SURE for n in hit)
    tally.add(file, "stances at confidence >= 0.8", certain, len(sure) - certain, sum(c.confidence >= SURE for c in found.wrong))


def _slots(found: Matched, tally: Tally) -> None:
    """Of the matched ones, optional records too: the speaker, and whether the attitude is told of somebody else."""
    for n, claim in sorted(found.by.items()):
        record = found.records[n]
        said = _is_speaker(found.facts, claim.speaker, record.speaker)
        tally.add(found.gold.file, "speaker of the matched stances", int(said), 0, int(not said))
        told = claim.attributed == record.attributed
        tally.add(found.gold.file, "attributed or not, of the matched", int(told), 0, int(not told))


def _is_speaker(facts: Facts, found: str, wanted: str) -> bool:
    if not wanted:
        return not found
    return bool(found) and (facts.is_person(found, (wanted,)) or facts.is_named(found, (wanted,)))


def _dyads(found: Matched, claims: list[Claim], tally: Tally) -> None:
    """Who towards whom with which polarity, once a document; optional where every record of the dyad is."""
    facts, wanted = found.facts, sorted({r.dyad for r in found.records})
    alike = {d: [r for r in found.records if r.dyad == d] for d in wanted}
    seen = {(c.holder, c.target, c.polarity) for c in claims}
    reached = {d: {c for c in seen if c[2] == d[2] and any(_between(facts, r, c) for r in alike[d])} for d in wanted}
    sure = [d for d in wanted if not all(r.optional for r in alike[d])]
    right = sum(bool(reached[d]) for d in sure)
    stray = seen.difference(*reached.values())
    tally.add(found.gold.file, "dyads", right, len(sure) - right, len(stray))


def _between(facts: Facts, record: Record, seen: tuple[str, str, str]) -> bool:
    return facts.is_named(seen[0], record.holder) and facts.is_named(seen[1], record.target)


def _parts(found: Matched, kind: str, tally: Tally) -> None:
    """The same by document type, act, and attributed or own: of the record for recall, of the claim for precision."""
    file = found.gold.file
    kind = found.gold.kind or kind or "unknown"
    for n in found.sure():
        record, claim = found.records[n], found.by.get(n)
        for table, row in (("document type", kind), ("act", record.act), ("attribution", _attribution(record.attributed))):
            count = tally.part(table, row, file)
            count.right, count.missed = count.right + (claim is not None), count.missed + (claim is None)
        _bands(tally, file, claim, True)
    for claim, right in [*((c, True) for n, c in found.by.items() if not found.records[n].optional), *((c, False) for c in found.wrong)]:
        for table, row in (("document type", kind), ("act", claim.act), ("attribution", _attribution(claim.attributed))):
            count = tally.part(table, row, file)
            count.hit, count.wrong = count.hit + right, count.wrong + (not right)
        if not right:
            _bands(tally, file, claim, False)


def _attribution(attributed: bool) -> str:
    return "attributed" if attributed else "own"


def _bands(tally: Tally, file: str, claim: Claim | None, sure: bool) -> None:
    """A record that is hit or missed, or a claim that is wrong, where only claims of some confidence count."""
    for least in BANDS:
        count, counts = tally.part("confidence", f">= {least:.1f}", file), claim is not None and claim.confidence >= least
        if sure:
            count.right, count.hit, count.missed = count.right + counts, count.hit + counts, count.missed + (not counts)
        else:
            count.wrong += counts


def _notes(found: Matched, tally: Tally) -> None:
    facts, file = found.facts, found.gold.file
    missed = [found.records[n] for n in found.sure() if n not in found.by]
    tally.note("stances", "missed", file, (f"{r.holder[0]} -> {r.target[0]} {r.polarity}: {r.evidence[:_LONGEST]}" for r in missed))
    told = (f"{facts.label(c.holder)} -> {facts.label(c.target)} {c.polarity}: {c.quote[:_LONGEST]}" for c in found.wrong)
    tally.note("stances", "wrong", file, told)
