"""How a graph came to be, in PROV-O: the program, its sources and what was made of them. No clock."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coldgraph import ids, vocabulary
from coldgraph import namespaces as ns
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import Sheet


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A file that was read: its name, the SHA-256 of its bytes, the reader, and the documents found in it.

    ``models``: (document, model) of those whose stances a language model was asked for.
    """

    name: str
    checksum: str
    reader: str = ""
    documents: tuple[str, ...] = ()
    models: tuple[tuple[str, str], ...] = ()


def provenance_quads(version: str, authority: str, sources: Iterable[Source], decisions: str = "") -> str:
    """N-Quads of the graph 'provenance': the same bytes for the same sources, in whatever order they come.

    ``version`` is coldgraph's, ``authority`` the checksum of the authority's files, ``decisions`` that of the decisions in force.
    """
    sheet, known = Sheet("provenance"), sorted(set(sources))
    agent = _say_agent(sheet, version)
    build = _say_build(sheet, agent, version, authority, known, decisions)
    for source in known:
        _say_source(sheet, build, source)
    return sheet.nquads()


def _say_agent(sheet: Sheet, version: str) -> str:
    agent = terms.local(f"software/coldgraph-{version}")
    sheet.types(agent, ns.SOFTWARE_AGENT)
    sheet.text(agent, ns.LABEL, f"coldgraph {version}")
    sheet.text(agent, vocabulary.VERSION, version)
    return agent


def _say_build(sheet: Sheet, agent: str, version: str, authority: str, sources: list[Source], decisions: str) -> str:
    files = [part for source in sources for part in (source.name, source.checksum)]
    build = terms.local(f"build/{ids.digest(version, authority, *files, *([decisions] if decisions else []))}")
    sheet.types(build, ns.ACTIVITY)
    sheet.say(build, ns.WAS_ASSOCIATED_WITH, agent)
    sheet.text(build, vocabulary.AUTHORITY_CHECKSUM, authority)
    for graph in ("authority", *(["decisions"] if decisions else [])):
        sheet.say(terms.local(f"graph/{graph}"), ns.WAS_GENERATED_BY, build)
    return build


def _say_source(sheet: Sheet, build: str, source: Source) -> None:
    subject = terms.local(f"source/{ids.digest(source.name, source.checksum)}")
    sheet.types(subject, ns.ENTITY)
    sheet.text(subject, vocabulary.SOURCE_FILE, source.name)
    sheet.text(subject, vocabulary.FILE_CHECKSUM, source.checksum)
    sheet.text(subject, vocabulary.READER, source.reader)
    sheet.say(build, ns.USED, subject)
    for document in source.documents:
        sheet.say(terms.local(f"document/{document}"), ns.WAS_DERIVED_FROM, subject)
        sheet.say(terms.local(f"graph/{document}"), ns.WAS_GENERATED_BY, build)
    for document, model in source.models:
        sheet.say(terms.local(f"graph/{document}"), ns.WAS_ATTRIBUTED_TO, _say_model(sheet, model))


def _say_model(sheet: Sheet, model: str) -> str:
    agent = terms.local(f"software/model-{ids.digest(model)}")
    sheet.types(agent, ns.SOFTWARE_AGENT)
    sheet.text(agent, ns.LABEL, f"language model {model}, asked for stances")
    return agent
