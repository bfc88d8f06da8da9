"""A graph folder of three invented documents, written by hand in the model's terms."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

CG = "https://w3id.org/coldgraph/ontology#"
ID = "https://w3id.org/coldgraph/id/"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"

LABELS = {
    "person/ada-vale": ("Person", "Ada Vale", ["Vale", "Premier Vale"]),
    "person/bo-orrin": ("Person", "Bo Órrin", ["Orrin"]),
    "person/cyr-tamm": ("Person", "Cyr Tamm", ["Tamm"]),
    "person/other-vale": ("Person", "Oskar Vale", ["Vale"]),
    "state/norland": ("State", "Norland", ["the Norlanders"]),
    "state/sudria": ("State", "Sudria", ["the Sudrians"]),
    "state/estmark": ("State", "Estmark", ["the Estmarkers"]),
    "place/haven": ("Place", "Haven", []),
    "topic/salt-treaty": ("Topic", "Salt Treaty", []),
}

TEXTS = {
    "vale-orrin-1961-05-02": (
        "Talk between Ada Vale and Bo Orrin",
        "1961-05-02",
        "Ada Vale: We trust the Sudrians. The Estmarkers have lied to us about the Salt Treaty.\n"
        "Bo Orrin: Tamm told me that he fears Norland.\nVale met Tamm in Haven in April.\n",
    ),
    "vale-tamm-1961-04-11": (
        "Talk between Ada Vale and Cyr Tamm",
        "1961-04-11",
        "Cyr Tamm: If you leave the treaty, we will close the border. =1+1 \x1b[31mred\x1b[0m.\nAda Vale: We regret it.\n",
    ),
    "orrin-note-1962": ("Note by Bo Orrin", "1962", "We welcome the help of Norland.\n"),
}

MEETINGS = {
    "vale-orrin-1961-05-02": [("person/ada-vale", "state/norland", "Speaker"), ("person/bo-orrin", "state/sudria", "Speaker")],
    "vale-tamm-1961-04-11": [("person/ada-vale", "state/norland", "Speaker"), ("person/cyr-tamm", "state/estmark", "Silent")],
}

HAVEN, VISIT, NOTE = "vale-orrin-1961-05-02", "vale-tamm-1961-04-11", "orrin-note-1962"

# document, sentence, speaker, holder, target, polarity, act, attributed, modality
STANCES = [
    (HAVEN, "We trust the Sudrians.", "ada-vale", "state/norland", "state/sudria", "Positive", "Friendship", False, "Actual"),
    (HAVEN, "The Estmarkers have lied to us about the Salt Treaty.", "ada-vale", "state/norland", "state/estmark", "Negative", "Accusation", False, "Past"),  # noqa: E501
    (HAVEN, "Tamm told me that he fears Norland.", "bo-orrin", "person/cyr-tamm", "state/norland", "Negative", "Distrust", True, "Past"),
    (VISIT, "If you leave the treaty, we will close the border.", "cyr-tamm", "state/estmark", "state/norland", "Negative", "Warning", False, "Conditional"),  # noqa: E501
    (VISIT, "=1+1 \x1b[31mred\x1b[0m.", "cyr-tamm", "state/estmark", "state/sudria", "Mixed", "Regret", False, "Actual"),
    (NOTE, "We welcome the help of Norland.", "", "state/sudria", "state/norland", "Positive", "Thanks", False, "Actual"),
]  # fmt: skip

MENTIONS = [
    ("vale-orrin-1961-05-02", "Sudrians", "state/sudria"),
    ("vale-orrin-1961-05-02", "Estmarkers", "state/estmark"),
    ("vale-orrin-1961-05-02", "Norland", "state/norland"),
    ("vale-orrin-1961-05-02", "Tamm", "person/cyr-tamm"),
    ("orrin-note-1962", "Norland", "state/norland"),
]

SIDES = {"person/cyr-tamm": "state/estmark"}


def iri(local: str) -> str:
    return f"<{ID}{local}>"


def cg(name: str) -> str:
    return f"<{CG}{name}>"


def lit(value: object, datatype: str = "") -> str:
    text = str(value).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{text}"' + (f"^^<{datatype}>" if datatype else "")


Fact = tuple[str, str, str]


def _date(edtf: str) -> list[tuple[str, str]]:
    first, last = (edtf, edtf) if len(edtf) == 10 else (f"{edtf}-01-01", f"{edtf}-12-31")
    return [
        (cg("date"), lit(edtf, EDTF)),
        (cg("earliest"), lit(first, XSD + "date")),
        (cg("latest"), lit(last, XSD + "date")),
    ]


def _passage(doc: str, role: str, kind: str, quote: str) -> list[Fact]:
    start = TEXTS[doc][2].index(quote)
    me = iri(f"{role}/{doc}/{start}-{start + len(quote)}")
    return [
        (me, RDF_TYPE, cg(kind)),
        (me, cg("inDocument"), iri(f"document/{doc}")),
        (me, cg("start"), lit(start, XSD + "integer")),
        (me, cg("end"), lit(start + len(quote), XSD + "integer")),
        (me, cg("quote"), lit(quote)),
        (me, cg("voice"), cg("Body")),
    ]


def _stance(number: int) -> list[Fact]:
    doc, quote, speaker, holder, target, polarity, act, attributed, modality = STANCES[number]
    passage = _passage(doc, "passage", "Passage", quote)
    me = iri(f"stance/{doc}/{number}")
    facts = [
        (me, RDF_TYPE, cg("Stance")),
        (me, cg("holder"), iri(holder)),
        (me, cg("target"), iri(target)),
        (me, cg("holderSide"), iri(SIDES.get(holder, holder))),
        (me, cg("targetSide"), iri(SIDES.get(target, target))),
        (me, cg("polarity"), cg(polarity)),
        (me, cg("act"), cg(act)),
        (me, cg("attributed"), lit(str(attributed).lower(), XSD + "boolean")),
        (me, cg("modality"), cg(modality)),
        (me, cg("evidence"), passage[0][0]),
        (me, cg("confidence"), lit("0.8", XSD + "decimal")),
    ]
    return passage + facts + ([(me, cg("speaker"), iri("person/" + speaker))] if speaker else [])


def _meeting(doc: str) -> list[Fact]:
    me = iri(f"meeting/{doc}/0")
    facts = [(me, RDF_TYPE, cg("Meeting")), (me, cg("recordedIn"), iri(f"document/{doc}")), (me, cg("place"), iri("place/haven"))]
    facts += [(me, p, o) for p, o in _date(TEXTS[doc][1])]
    for i, (who, side, role) in enumerate(MEETINGS[doc]):
        part = iri(f"participation/{doc}/{i}")
        facts += [(me, cg("participation"), part), (part, RDF_TYPE, cg("Participation")), (part, cg("participant"), iri(who))]
        facts += [(part, cg("side"), iri(side)), (part, cg("role"), cg(role))]
    return facts


def _told() -> list[Fact]:
    """The meeting in Haven that another document only tells of."""
    doc = "vale-orrin-1961-05-02"
    passage = _passage(doc, "passage", "Passage", "Vale met Tamm in Haven in April.")
    me = iri(f"meeting/{doc}/1")
    facts = [(me, RDF_TYPE, cg("Meeting")), (me, cg("mentionedIn"), passage[0][0]), (me, cg("place"), iri("place/haven"))]
    facts += [(me, cg("date"), lit("1961-04", EDTF)), (me, cg("earliest"), lit("1961-04-01", XSD + "date"))]
    facts += [(me, cg("latest"), lit("1961-04-30", XSD + "date"))]
    for i, (who, side, _) in enumerate(MEETINGS["vale-tamm-1961-04-11"]):
        part = iri(f"participation/{doc}/1-{i}")
        facts += [(me, cg("participation"), part), (part, RDF_TYPE, cg("Participation"))]
        facts += [(part, cg("participant"), iri(who)), (part, cg("side"), iri(side)), (part, cg("role"), cg("Silent"))]
    return passage + facts


def document_facts(doc: str) -> list[Fact]:
    title, edtf, text = TEXTS[doc]
    me = iri(f"document/{doc}")
    facts: list[Fact] = [(me, RDF_TYPE, cg("Document")), (me, f"<{DCTERMS}title>", lit(title)), (me, cg("sourceFile"), lit(f"{doc}.txt"))]
    facts += [(me, p, o) for p, o in _date(edtf)]
    facts += [(me, cg("textChecksum"), lit(hashlib.sha256(text.encode()).hexdigest()))]
    facts += _meeting(doc) if doc in MEETINGS else []
    facts += _told() if doc == "vale-orrin-1961-05-02" else []
    facts += [f for i, s in enumerate(STANCES) if s[0] == doc for f in _stance(i)]
    for where, quote, actor in MENTIONS:
        if where == doc:
            mention = _passage(doc, "mention", "Mention", quote)
            facts += [*mention, (mention[0][0], cg("refersTo"), iri(actor))]
    return facts


def authority_facts() -> list[Fact]:
    facts: list[Fact] = []
    for local, (kind, label, names) in LABELS.items():
        facts += [(iri(local), RDF_TYPE, cg(kind)), (iri(local), f"<{SKOS}prefLabel>", lit(label))]
        facts += [(iri(local), f"<{SKOS}altLabel>", lit(n)) for n in names]
    return facts


def nquads(facts: Iterable[Fact], graph: str) -> bytes:
    return "".join(sorted({f"{s} {p} {o} {iri('graph/' + graph)} .\n" for s, p, o in facts})).encode()


def write(folder: Path, extra: dict[str, list[Fact]] | None = None) -> Path:
    """Write the graph folder; ``extra`` facts go into the graphs of the documents it names. Hands the folder back."""
    (folder / "documents").mkdir(parents=True, exist_ok=True)
    (folder / "texts").mkdir(exist_ok=True)
    documents = {}
    for doc in sorted(TEXTS):
        data = nquads(document_facts(doc) + (extra or {}).get(doc, []), doc)
        text = TEXTS[doc][2].encode()
        (folder / "documents" / f"{doc}.nq").write_bytes(data)
        (folder / "texts" / f"{doc}.txt").write_bytes(text)
        documents[doc] = {
            "source": f"{doc}.txt",
            "quads": data.count(b"\n"),
            "nquads": hashlib.sha256(data).hexdigest(),
            "text": hashlib.sha256(text).hexdigest(),
        }
    authority = nquads(authority_facts(), "authority")
    (folder / "authority.nq").write_bytes(authority)
    (folder / "decisions.nq").write_bytes(b"")
    (folder / "provenance.nq").write_bytes(b"")
    manifest = {
        "version": 1,
        "program": "tiny",
        "authority": hashlib.sha256(authority).hexdigest(),
        "sources": {f"{d}.txt": {"checksum": documents[d]["text"], "documents": [d]} for d in documents},
        "documents": documents,
        "failed": [],
    }
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return folder
