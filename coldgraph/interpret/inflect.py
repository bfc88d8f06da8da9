"""Forms of English verbs and nouns, for the cue lexicon."""

from __future__ import annotations

_IRREGULAR = {
    "seek": "seeks sought seeking",
    "fight": "fights fought fighting",
    "undermine": "undermines undermined undermining",
    "overthrow": "overthrows overthrew overthrown overthrowing",
    "withdraw": "withdraws withdrew withdrawn withdrawing",
    "give": "gives gave given giving",
    "send": "sends sent sending",
    "take": "takes took taken taking",
    "split": "splits splitting",
    "mislead": "misleads misled misleading",
    "betray": "betrays betrayed betraying",
    "break": "breaks broke broken breaking",
    "stand": "stands stood standing",
    "commit": "commits committed committing",
    "object": "objects objected objecting",
    "exploit": "exploits exploited exploiting",
    "attack": "attacks attacked attacking",
    "help": "helps helped helping",
    "interfere": "interferes interfered interfering",
    "bully": "bullies bullied bullying",
    "conquer": "conquers conquered conquering",
    "bomb": "bombs bombed bombing",
    "encircle": "encircles encircled encircling",
    "rebut": "rebuts rebutted rebutting",
    "regret": "regrets regretted regretting",
    "defy": "defies defied defying",
    "sell": "sells sold selling",
    "let": "lets letting",
    "find": "finds found finding",
    "hold": "holds held holding",
    "subvert": "subverts subverted subverting",
    "deplore": "deplores deplored deploring",
    "abet": "abets abetted abetting",
    "stab": "stabs stabbed stabbing",
    "strike": "strikes struck striking",
    "shoot": "shoots shot shooting",
    "seize": "seizes seized seizing",
    "swallow": "swallows swallowed swallowing",
    "infiltrate": "infiltrates infiltrated infiltrating",
    "laud": "lauds lauded lauding",
    "hail": "hails hailed hailing",
    "offer": "offers offered offering",
    "threaten": "threatens threatened threatening",
    "slander": "slanders slandered slandering",
    "abandon": "abandons abandoned abandoning",
    "plot": "plots plotted plotting",
}


def verb(lemma: str) -> tuple[str, ...]:
    """All forms of a verb, the lemma first.

    >>> verb("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    if lemma in _IRREGULAR:
        return (lemma, *_IRREGULAR[lemma].split())
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return lemma, third, lemma + "ed", lemma + "ing"


def noun(lemma: str) -> tuple[str, ...]:
    """Singular and plural.

    >>> noun("treachery")
    ('treachery', 'treacheries')
    """
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies"
    return lemma, lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
