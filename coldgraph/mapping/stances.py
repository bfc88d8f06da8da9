"""Stances: who, in whose words, is for or against whom."""

from __future__ import annotations

from coldgraph import ids, vocabulary
from coldgraph.mapping import terms
from coldgraph.mapping.sheet import DocumentSheet
from coldgraph.model import Extraction, Stance

_ACTS = frozenset(term for name, term in vars(vocabulary).items() if name.startswith("ACT_"))


def say_stances(sheet: DocumentSheet, extraction: Extraction) -> None:
    """Each claim once: of two that differ only in wording or certainty, the more certain one."""
    best: dict[str, Stance] = {}
    for stance in extraction.stances:
        key = identity(sheet.document.id, stance)
        if key not in best or _rank(stance) > _rank(best[key]):
            best[key] = stance
    for key, stance in best.items():
        _say_stance(sheet, terms.local(key), stance)


def identity(document: str, stance: Stance) -> str:
    """The local identifier of a stance, from document, sentence and who is said to hold what of whom."""
    claim = (stance.holder, stance.target, stance.polarity, stance.act, stance.attributed, stance.speaker)
    return f"stance/{document}/{ids.digest(document, stance.evidence.start, stance.evidence.end, *claim)}"


def _rank(stance: Stance) -> tuple[float, str, str, tuple[str, ...], tuple[str, ...], str, str]:
    """Certainty first; the rest only makes the choice independent of the order of input."""
    return (stance.confidence, stance.modality, stance.why, stance.about, stance.addressees, stance.holder_side, stance.target_side)


def _say_stance(sheet: DocumentSheet, subject: str, stance: Stance) -> None:
    sheet.types(subject, vocabulary.STANCE)
    _say_slots(sheet, subject, stance)
    sheet.say(subject, vocabulary.POLARITY, _own(stance.polarity))
    sheet.say(subject, vocabulary.ACT, _act(stance.act))
    sheet.say(subject, vocabulary.MODALITY, _own(stance.modality))
    sheet.say(subject, vocabulary.ATTRIBUTED, terms.boolean(stance.attributed))
    sheet.say(subject, vocabulary.CONFIDENCE, terms.share(stance.confidence))
    sheet.text(subject, vocabulary.WHY, stance.why)
    sheet.say(subject, vocabulary.EVIDENCE, sheet.cite(stance.evidence))
    sheet.decided(subject, stance.decided)


def _say_slots(sheet: DocumentSheet, subject: str, stance: Stance) -> None:
    sheet.link(subject, vocabulary.SPEAKER, stance.speaker)
    sheet.link(subject, vocabulary.HOLDER, stance.holder)
    sheet.link(subject, vocabulary.TARGET, stance.target)
    sheet.link(subject, vocabulary.HOLDER_SIDE, stance.holder_side)
    sheet.link(subject, vocabulary.TARGET_SIDE, stance.target_side)
    sheet.say_all(subject, vocabulary.ADDRESSEE, map(terms.local, stance.addressees))
    sheet.say_all(subject, vocabulary.ABOUT, map(terms.local, stance.about))


def _act(name: str) -> str:
    if ids.ONTOLOGY + name not in _ACTS:
        raise ValueError(f"the ontology has no act {name!r}")
    return _own(name)


def _own(name: str) -> str:
    return f"<{ids.ONTOLOGY}{name}>"
