"""An invented graph in the model's terms, written triple by triple and loaded into Oxigraph."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from coldgraph.store.embedded import Embedded

CG = "https://w3id.org/coldgraph/ontology#"
ID = "https://w3id.org/coldgraph/id/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
LABEL = "http://www.w3.org/2004/02/skos/core#prefLabel"
TITLE = "http://purl.org/dc/terms/title"
DAY = "http://www.w3.org/2001/XMLSchema#date"
GRAPH = ID + "graph/invented"


def literal(text: object, datatype: str = "") -> str:
    escaped = str(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"' + (f"^^<{datatype}>" if datatype else "")


@dataclass
class Invented:
    """Lines of N-Quads that grow as actors, documents, stances and meetings are told."""

    lines: set[str] = field(default_factory=set)
    counts: Iterator[int] = field(default_factory=lambda: iter(range(10**9)))

    def fact(self, subject: str, predicate: str, value: str) -> None:
        prop = predicate if predicate.startswith("http") else CG + predicate
        node = value if value.startswith('"') else f"<{value if value.startswith('http') else ID + value}>"
        self.lines.add(f"<{ID}{subject}> <{prop}> {node} <{GRAPH}> .")

    def actor(self, local: str, label: str, kind: str = "Person") -> str:
        self.fact(local, TYPE, CG + kind)
        self.fact(local, LABEL, literal(label))
        return local

    def document(self, name: str, title: str, day: str = "", archive: str = "", record: str = "") -> str:
        me = f"document/{name}"
        self.fact(me, TYPE, CG + "Document")
        self.fact(me, TITLE, literal(title))
        for prop in ("earliest", "latest") if day else ():
            self.fact(me, prop, literal(day, DAY))
        for prop, value in (("date", day), ("archive", archive), ("recordId", record)):
            if value:
                self.fact(me, prop, literal(value))
        return me

    def stance(
        self,
        document: str,
        holder: str,
        target: str,
        polarity: str,
        quote: str,
        speaker: str = "",
        addressees: tuple[str, ...] = (),
        act: str = "Accusation",
        attributed: bool = False,
        confidence: float = 0.9,
        sides: tuple[str, str] | None = None,
    ) -> str:
        number = next(self.counts)
        me, passage = f"stance/{number}", f"passage/{number}"
        for prop, value in (("holder", holder), ("target", target), ("polarity", CG + polarity), ("act", CG + act), ("evidence", passage)):
            self.fact(me, prop, value)
        self.fact(me, TYPE, CG + "Stance")
        self.fact(me, "attributed", literal(str(attributed).lower(), "http://www.w3.org/2001/XMLSchema#boolean"))
        self.fact(me, "confidence", literal(confidence, "http://www.w3.org/2001/XMLSchema#decimal"))
        self.fact(passage, "inDocument", document)
        self.fact(passage, "quote", literal(quote))
        for prop, value in (
            ("speaker", speaker),
            *(("addressee", a) for a in addressees),
            *zip(("holderSide", "targetSide"), sides or (), strict=False),
        ):
            if value:
                self.fact(me, prop, value)
        return ID + me

    def meeting(self, document: str, people: dict[str, str], told_in: str = "", role: str = "Speaker") -> str:
        number = next(self.counts)
        me = f"meeting/{number}"
        self.fact(me, TYPE, CG + "Meeting")
        if told_in:
            self.fact(me, "mentionedIn", f"passage/{number}")
            self.fact(f"passage/{number}", "inDocument", document)
            self.fact(f"passage/{number}", "quote", literal(told_in))
        else:
            self.fact(me, "recordedIn", document)
        for who, side in people.items():
            part = f"participation/{number}-{who}"
            for prop, value in (("participant", who), ("side", side), ("role", CG + role)):
                self.fact(part, prop, value)
            self.fact(me, "participation", part)
        return ID + me

    def office(self, who: str, side: str, name: str, since: str = "", until: str = "") -> None:
        me = f"affiliation/{next(self.counts)}"
        self.fact(me, TYPE, CG + "Affiliation")
        for prop, value in (("affiliate", who), ("side", side), ("capacity", literal(name))):
            self.fact(me, prop, value)
        for prop, day in (("earliest", since), ("latest", until)):
            if day:
                self.fact(me, prop, literal(day, DAY))

    def turn(self, document: str, start: int, quote: str, speaker: str) -> None:
        self._span(f"turn/{document}/{start}", "Turn", document, start, quote)
        self.fact(f"turn/{document}/{start}", "speaker", speaker)

    def mention(self, document: str, start: int, quote: str, entity: str, voice: str = "Body") -> None:
        self._span(f"mention/{document}/{start}", "Mention", document, start, quote)
        self.fact(f"mention/{document}/{start}", "refersTo", entity)
        self.fact(f"mention/{document}/{start}", "voice", CG + voice)

    def _span(self, me: str, kind: str, document: str, start: int, quote: str) -> None:
        self.fact(me, TYPE, CG + kind)
        self.fact(me, "inDocument", document)
        self.fact(me, "quote", literal(quote))
        for prop, value in (("start", start), ("end", start + len(quote))):
            self.fact(me, prop, literal(value, "http://www.w3.org/2001/XMLSchema#integer"))

    def store(self) -> Embedded:
        made = Embedded()
        made.load(GRAPH, ("\n".join(sorted(self.lines)) + "\n").encode())
        return made


NAMES = {"person/gomulka": "Władysław Gomułka", "person/dong": "Phạm Văn Đồng", "person/zhou": "周恩来", "person/zhou-ru": "Чжоу Эньлай"}


def world() -> Invented:
    """Three states and four people: friends, enemies, a mixed tie, parallel ties, and one told by another."""
    made = Invented()
    for local, label in NAMES.items():
        made.actor(local, label)
    for local, label in (("state/norland", "Norland"), ("state/sudria", "Sudria"), ("state/estmark", "Estmark")):
        made.actor(local, label, "State")
    first = made.document("first", "Talk in Haven", "1961-05-02", "Archive of Norland", "12/3")
    second = made.document("second", "Second talk in Haven", "1965-02-06")
    undated = made.document("undated", "Note without a date")
    sides = ("state/norland", "state/sudria")
    made.stance(
        first, "person/gomulka", "person/dong", "Negative", "They broke the treaty.", "person/gomulka", ("person/zhou",), sides=sides
    )
    made.stance(second, "person/gomulka", "person/dong", "Negative", "They broke it again.", "person/gomulka", confidence=0.6, sides=sides)
    made.stance(
        second, "person/gomulka", "person/dong", "Positive", "We thank them for the grain.", "person/gomulka", act="Thanks", sides=sides
    )
    made.stance(undated, "state/sudria", "state/norland", "Mixed", "We see both sides.", act="Regret", confidence=0.4)
    made.stance(second, "person/zhou", "person/zhou-ru", "Positive", "We stand together.", "person/zhou", act="Support")
    made.stance(
        first,
        "state/estmark",
        "state/norland",
        "Negative",
        "He says that Estmark threatens us.",
        "person/zhou",
        act="Threat",
        attributed=True,
    )
    made.meeting(first, {"person/gomulka": "state/norland", "person/dong": "state/sudria"})
    made.meeting(second, {"person/gomulka": "state/norland", "person/dong": "state/sudria", "person/zhou": "state/estmark"})
    made.meeting(second, {"person/zhou": "state/estmark", "person/zhou-ru": "state/sudria"}, told_in="They had met in spring.")
    made.turn(first, 10, "We came here. Norland has lied to us! That is all.", "person/zhou")
    made.mention(first, 24, "Norland", "state/norland")
    made.mention(second, 5, "Sudria", "state/sudria")
    return made


def crowd(count: int, ties: int = 3, seed: int = 7) -> Invented:
    """A network of so many people and so many ties a head, for measuring; the seed fixes it."""
    dice, made = random.Random(seed), Invented()
    people = [
        made.actor(f"person/p{i}", f"Person {i} {'abcdefghij'[: i % 10]}", "State" if i % 12 == 0 else "Person") for i in range(count)
    ]
    papers = [
        made.document(f"d{i}", f"Document number {i}", f"19{50 + i % 40}-01-{i % 28 + 1:02d}", "Archive", f"{i}")
        for i in range(max(count // 3, 1))
    ]
    for i in range(count * ties):
        one, other = (people[int(count * dice.random() ** 2)] for _ in range(2))
        if one != other:
            same = (people.index(one) - people.index(other)) % 3 == 0
            polarity = "Mixed" if i % 11 == 0 else "Positive" if same else "Negative"
            quote = f"Sentence {i}: " + "they keep their word and we keep ours, " * 3
            made.stance(dice.choice(papers), one, other, polarity, quote, one, attributed=i % 9 == 0, confidence=round(dice.random(), 2))
    return made
