"""Annotations of the invented graph, in the shape of the guidelines."""

import json
from pathlib import Path
from typing import Any

import tiny

PEOPLE = [{"name": "Ada Vale", "side": "Norland", "speaks": True}, {"name": "Bo Orrin", "side": "Sudria", "speaks": False}]


def stance(evidence: str, holder: str, target: str, polarity: str, act: str, **more: Any) -> dict[str, Any]:
    given = {"evidence": evidence, "speaker": "Ada Vale", "holder": [holder], "target": [target]}
    return {**given, "polarity": polarity, "act": act, "attributed": False, **more}


TRUST, LIED = "We trust the Sudrians.", "The Estmarkers have lied to us about the Salt Treaty."
FEARS = "Tamm told me that he fears Norland."
STANCES = [
    stance(TRUST, "Norland", "Sudria", "positive", "friendship"),
    stance(LIED, "Norland", "Estmark", "negative", "accusation"),
    stance(LIED, "Estmark", "Norland", "negative", "accusation", attributed=True),
    stance(FEARS, "Cyr Tamm", "Norland", "negative", "distrust", speaker="Bo Orrin", attributed=True, optional=True),
]
GOLD = {
    "id": tiny.HAVEN,
    "file": f"{tiny.HAVEN}.txt",
    "document": {"title": "", "date": "1961-05-02", "places": [], "type": "meeting record"},
    "meetings": [
        {"date": "1961-05-02", "places": [], "kind": "documented", "participants": PEOPLE},
        {"date": "1961-04", "places": ["Haven"], "kind": "mentioned", "participants": []},
    ],
    "mentions": [
        {"surface": "the Sudrians", "count": 1, "names": ["Sudria"], "kind": "state"},
        {"surface": "Norland", "count": 2, "names": ["Norland"], "kind": "state"},
    ],
    "stances": STANCES,
}


def write(folder: Path, *golds: dict[str, Any]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for gold in golds:
        (folder / f"{gold['id']}.json").write_text(json.dumps(gold), encoding="utf-8")
    return folder
