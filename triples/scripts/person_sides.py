"""For which state a person acts, as far as the remarks say it: () where they do not, or contradict themselves."""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

import remarks
import sides

US = "united-states"
_AMERICAN = re.compile(
    r"Foreign Service Officer|Non-career appointee|Department of (?:State|Defense|the Treasury|Commerce|Agriculture|the Interior|Justice|Labor|the Army|the Navy|"
    r"the Air Force|Energy|Transportation|Health)|\bU\.S\. (?:A\.|Army|Air Force|Navy|N\.|Marine|Senator|Senate|Congress|Ambassador|Representative|Attorney|"
    r"Secretary|Mission|Embassy|House|Permanent|Delegation|Delegate|Consul|Trade Rep|Treasury|Information Agency|Arms Control)|\bUS(?:A|N|AF|MC|IA|NR)\b|"
    r"United States (?:Senator|Army|Navy|Air Force|Marine|Ambassador|Representative|Secret Service|Senate|House|Delegation|Information|Embassy|Attorney)|"
    r"(?:Democratic|Republican) (?:Senator|Representative|Congress|[Ll]eader|National)|Senator \([DR]|\([DR][-–—][A-Z]|Congress(?:man|woman)|"
    r"Member of Congress|Assistant Secretary of|Under Secretary of (?:State|Defense|the |Commerce|Agriculture)|Secretary of (?:Defense|the Treasury|the Army|the Navy|Commerce|"
    r"Agriculture|Labor|the Interior|the Air Force|Health)|National Security Council|NSC|White House|Joint Chiefs of Staff|\bJCS\b|Central Intelligence Agency|\bCIA\b|"
    r"Office of (?:the )?(?:Secretary of Defense|Management and Budget|Strategic Services|Defense Mobilization)|Bureau of (?:the Budget|European|Far Eastern|East Asian|"
    r"Near Eastern|African|Inter-American|Intelligence|Economic|International|United Nations|Politico)|Agency for International Development|Policy Planning|"
    r"Special Assistant to (?:the )?(?:President|Secretary of State)|Assistant to the President|Secretary of State from|Secretary of State until|Legal Adviser of the Department|Arms Control and Disarmament Agency|"
    r"International Cooperation Administration|Mutual Security|Atomic Energy Commission(?!er of)|Federal Reserve|Supreme Court of the United States|Peace Corps|"
    r"President (?:Nixon|Kennedy|Johnson|Truman|Eisenhower|Carter|Ford|Reagan|Roosevelt|Clinton|Bush)'s (?:personal|press|special)|Deputy Under Secretary of State"
)
_BARE_MISSION = re.compile(
    r"(?:Ambassador|Counselor|Attach[ée]|Minister-Counselor|Political Officer|(?:First|Second|Third) Secretary|Chief of Mission|Consul General|Consul|Officer|Charg[ée])"
    r"[^;.]{0,40}?(?:Embassy (?:in|at|to)|Embassy,|of Embassy|of the Embassy (?:in|at)|at the Embassy in|of Legation|of the Legation (?:in|at))"
)
_HEADS = re.compile(
    r"^(?:thereafter,?|then|later|subsequently|also,?|former|formerly|and|the|first|member,? |leader of the |Member of the |Chairman of the |Head of the |Chief of the |"
    r"Chief, |Head, |(?:Deputy |Vice )?(?:Chief|Director|Head|Commander|Member)s? of (?:the )?|officer of the |[A-Z][\w -]{2,30} of the |General, |[A-Z][\w -]{2,30}, )?\s*"
)
_INSTITUTION = re.compile(
    r"(?: [A-Z]\w+){0,2} (?:Embassy|Delegation|Foreign (?:Office|Ministry|Service)|Ministry|Government|Army|Navy|Air Force|National Assembly|Parliament|Communist Party|"
    r"Mission|Legation|Cabinet|General Staff|Armed Forces|Chamber|Senate|House of|Military|Politburo|Council of|Socialist|Liberal|Labou?r Party|Conservative|Bundestag|Intelligence|High Command|Joint|"
    r"Ambassador|[Ii]nterpreter|Minister|Consul|Representative|Prime|Premier|President|Foreign|Secretary|Deputy|Vice|diplomat|politician|journalist|leader|physicist|statesman|general|official|lawyer|businessman|Charg)"
)
_RECOGNISED = (
    (
        re.compile(
            r"(?<!West )(?<!East )\bGerman(?= (?:Ambassador|Embassy|Foreign|Federal|Ministry|Chancellor|Vice Chancellor|Observer|Defense|Minister|[Ii]nterpreter|Bundestag|Permanent|Deputy|Charg))"
        ),
        "West German",
        1951,
    ),
    (re.compile(r"(?<!West )(?<!East )(?<!Republic of )\bGermany(?!,? (?:Federal|\())"), "West Germany", 1955),
    (
        re.compile(
            r"(?<!South )(?<!North )\bVietnamese(?= (?:Ambassador|Embassy|Foreign|Minister|Ministry|Secretary of State|National Army|Vice President|President|Army|Armed Forces|Prime|Premier|Deputy|Delegation|National Assembly|Charg))"
        ),
        "South Vietnamese",
        1950,
    ),
    (
        re.compile(r"(?<!South )(?<!North )(?<!Republic of )\bVietnam(?!ese)(?= (?:until|from|after|since|to|in)\b|,|$| \d)"),
        "South Vietnam",
        1950,
    ),
    (
        re.compile(
            r"(?<!South )(?<!North )\bKorean(?= (?:Ambassador|Embassy|Foreign|Minister|Ministry|President|Army|Prime|Vice|Deputy|National Assembly|Observer|Charg|Director))"
        ),
        "South Korean",
        1948,
    ),
    (re.compile(r"(?<!South )(?<!North )(?<!Republic of )\bKorea(?!n)"), "South Korea", 1948),
    (
        re.compile(r"\bChinese(?= (?:Ambassador|Embassy|Foreign Minister|Minister|Ministry|President|Permanent|Representative))"),
        "Nationalist Chinese",
        1950,
    ),
)


def settled(remark: str, first_year: int) -> str:
    """A bare 'German', 'Korean', 'Vietnamese' or 'Chinese' of an office as the government that the United States then recognised.

    >>> settled("Korean Ambassador to the United States", 1961)
    'South Korean Ambassador to the United States'
    """
    text = remarks.plain(remark)
    if re.search(r"People's Republic|\bPRC\b|Democratic Republic|\bDRV\b|Communist|Viet ?[Cc]ong|North", text):
        return text
    for pattern, full, since in _RECOGNISED:
        if first_year >= since and not (full.startswith("Nationalist") and first_year > 1970):
            text = pattern.sub(full, text)
    return text


def evidence(told: Iterable[str]) -> Counter[str]:
    """How many clauses of settled remarks point to each state."""
    found: Counter[str] = Counter()
    for remark in told:
        found.update(state for clause in remarks.clauses(remark) for state in [_of_clause(clause)] if state)
        found.update({c.side for c in remarks.claims(remark) if c.side and c.scope == "state"})
    return found


def _of_clause(clause: str) -> str:
    state = _opening_state(clause) or _ministry_state(clause)
    if state:
        return state
    if re.search(r"\b(?:wife|husband|son|daughter|brother|sister|widow|mother|father|nephew|cousin|uncle) of\b|-in-law", clause):
        return ""
    return US if _AMERICAN.search(clause) or _BARE_MISSION.search(clause) else ""


def _ministry_state(clause: str) -> str:
    """The state in whose ministry somebody serves: 'Deputy Director, Department of ..., PRC Ministry of Foreign Affairs'."""
    for comma in re.finditer(r", (?:the )?", clause):
        state, end = sides.at(clause, comma.end())
        if state and _MINISTRY.match(clause, end):
            return state
    return ""


def _opening_state(clause: str) -> str:
    text = re.sub(r"^(?:\([^)]*\),? )", "", clause)
    for start in dict.fromkeys((0, _HEADS.match(text).end())):  # type: ignore[union-attr]
        state, end = sides.at(text, start)
        if state and _INSTITUTION.match(" " + text[end:]) and not re.match(r"(?:Affairs|Desk)", text[end:]):
            return state
    own = re.search(r", (?P<last>[A-Z][\w' ]+)$", re.sub(r"\. Visited.*", "", text))
    return (
        sides.exact(own["last"])
        if own
        and re.match(
            r"(?:Prime Minister|President|King|Premier|Foreign Minister|Minister|Chancellor|Queen|Emperor|Shah|Sultan|Crown Prince|Ambassador,)",
            text,
        )
        else ""
    )


_MINISTRY = re.compile(r"(?:Ministry of|Foreign Ministry|General Staff|Communist Party)\b")


def decide(found: Counter[str]) -> tuple[str, ...]:
    """The states of which the evidence is clear: one, or several of a person who changed sides openly.

    >>> decide(Counter({"soviet-union": 5})), decide(Counter({"france": 1, "united-states": 1}))
    (('soviet-union',), ())
    """
    if len(found) == 1:
        return tuple(found)
    total = sum(found.values())
    return tuple(sorted(state for state, n in found.items() if n >= 0.75 * total))
