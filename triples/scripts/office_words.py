"""The offices that the authority knows: key, label, and the words with which remarks name them.

``scope`` tells whose office it is: 'us' (the volumes give American offices without a
country), 'state' (some state's, which the remark or the person must name), 'un', 'party'.
"""

# ruff: noqa: E501 (lists of words and patterns stand on one line)
from __future__ import annotations

import re
from dataclasses import dataclass

_COUNCIL = r"(?:Council of Ministers|State Council|Government Administration Council|Council of People's Commissars|Executive Yuan|Federal Executive Council|Administration Council)"
_FOREIGN = r"(?:Foreign (?:and Commonwealth )?Affairs|External Affairs|Foreign Relations|External Relations)"
_PARTY = r"(?:Communist|Workers'|Socialist Unity|Lao Dong|Working People's|United Workers')"


@dataclass(frozen=True, slots=True)
class Office:
    key: str
    label: str
    words: re.Pattern[str]
    scope: str = "state"


def _office(key: str, label: str, words: str, scope: str = "state") -> Office:
    return Office(key, label, re.compile(rf"(?:{words})(?![\w-])"), scope)


# The first that matches wins: longer and more special wordings stand first.
OFFICES: tuple[Office, ...] = (
    _office("deputy-premier", "Deputy Premier", r"(?:First |Second )?(?:Deputy|Vice)[ -](?:Prime Minister|Premier|Chancellor)"),
    _office("deputy-premier", "Deputy Premier", rf"(?:First )?(?:Deputy|Vice)[ -](?:Chairman|President) of the (?:\w+\.? )?{_COUNCIL}"),
    _office("premier", "Premier", rf"(?:Chairman|President|Premier) of the (?P<adjective>[\w. ]+ )?{_COUNCIL}"),
    _office(
        "premier", "Premier", r"Prime Minister(?:-designate)?(?! designate)|(?:Federal )?Chancellor(?! of the (?:Exchequer|Duchy))|Premier"
    ),
    _office(
        "deputy-foreign-minister",
        "Deputy Foreign Minister",
        rf"(?:First )?(?:Deputy|Vice)[ -](?:Foreign Minister|Minister (?:of|for) {_FOREIGN})",
    ),
    _office(
        "foreign-minister",
        "Foreign Minister",
        rf"Foreign Minister|Foreign Secretary|(?:Minister|Secretary) (?:of State )?(?:of|for) {_FOREIGN}|Minister of External",
    ),
    _office(
        "defense-minister", "Defense Minister", r"Defen[cs]e Minister|Minister (?:of|for) (?:National )?(?:Defen[cs]e|War|the Armed Forces)"
    ),
    _office(
        "finance-minister", "Finance Minister", r"Finance Minister|Minister (?:of|for) (?:Economy and )?Finance|Chancellor of the Exchequer"
    ),
    _office(
        "interior-minister",
        "Interior Minister",
        r"Interior Minister|Minister (?:of|for) (?:the )?(?:Interior|Internal Affairs|Home Affairs)|Home Secretary",
    ),
    _office("vice-president", "Vice President", r"Vice[ -]President(?! of the [A-Z]\w+ (?:Council|Court|Bank))"),
    _office(
        "president",
        "President",
        r"President(?! (?:of the (?:Council|Senate|National Assembly)|pro |Pro |for|and (?:C|Director|General Manager)))",
    ),
    _office(
        "head-of-state",
        "Head of State",
        r"(?:Chairman|President) of the Presidium(?: of the (?:\w+\.? )?Supreme Soviet)?|Chief of State|Head of State",
    ),
    _office(
        "party-leader",
        "Party Leader",
        rf"(?:First|General) Secretary(?:,| of)? (?:of )?(?:the )?(?:Central Committee(?:,| of) (?:of )?(?:the )?)?(?P<adjective>[\w.]+ )??(?:[\w']+ )??{_PARTY}(?: People's)? Party|(?:First|General) Secretary,? (?:of )?(?:the )?Central Committee|Secretary[ -]General of the (?P<adjective2>[\w.]+ )?Communist Party|Chairman(?:,| of) (?:of )?(?:the )?(?:Central Committee(?:,| of) (?:of )?(?:the )?)?Chinese Communist Party",
    ),
    _office("ambassador-at-large", "Ambassador at Large", r"Ambassador[ -]at[ -]Large", "us"),
    _office(
        "permanent-representative",
        "Permanent Representative to the United Nations",
        r"Permanent (?:U\.S\. )?Representative(?= (?:to|at|of))",
    ),
    _office("ambassador", "Ambassador", r"Ambassador(?! Extraordinary)(?:-designate)?"),
    _office("high-commissioner", "High Commissioner", r"High Commissioner"),
    _office("charge-daffaires", "Chargé d'Affaires", r"Charg[ée] d'Affaires(?: ad interim)?"),
    _office("crown-prince", "Crown Prince", r"Crown Prince"),
    _office("king", "King", r"King(?! \w+'s)"),
    _office("queen", "Queen", r"Queen"),
    _office("emperor", "Emperor", r"Emperor"),
    _office("shah", "Shah", r"Shah"),
    _office("sultan", "Sultan", r"Sultan"),
    _office("amir", "Amir", r"Amir|Emir"),
    _office("pope", "Pope", r"Pope"),
    _office(
        "un-secretary-general",
        "Secretary-General of the United Nations",
        r"(?:United Nations|U\.?N\.?) Secretary[ -]General|Secretary[ -]General of the (?:United Nations|U\.?N\.?)",
        "un",
    ),
    _office(
        "national-security-adviser",
        "Assistant to the President for National Security Affairs",
        r"(?:Special )?Assistant to the President for National Security(?: Affairs)?|National Security Advis[eo]r",
        "us",
    ),
    _office(
        "director-of-central-intelligence",
        "Director of Central Intelligence",
        r"Director of (?:the )?Central Intelligence(?: Agency)?",
        "us",
    ),
    _office(
        "chairman-of-the-joint-chiefs-of-staff",
        "Chairman of the Joint Chiefs of Staff",
        r"Chairman(?: of|,) (?:the )?Joint Chiefs of Staff",
        "us",
    ),
    _office("secretary-of-defense", "Secretary of Defense", r"Secretary of Defense", "us"),
    _office("secretary-of-the-treasury", "Secretary of the Treasury", r"Secretary of the Treasury", "us"),
    _office("secretary-of-commerce", "Secretary of Commerce", r"Secretary of Commerce", "us"),
    _office("secretary-of-agriculture", "Secretary of Agriculture", r"Secretary of Agriculture", "us"),
    _office("secretary-of-the-army", "Secretary of the Army", r"Secretary of the Army", "us"),
    _office("secretary-of-the-navy", "Secretary of the Navy", r"Secretary of the Navy", "us"),
    _office("secretary-of-the-air-force", "Secretary of the Air Force", r"Secretary of the Air Force", "us"),
    _office("attorney-general", "Attorney General", r"Attorney General", "us"),
    _office("deputy-secretary-of-state", "Deputy Secretary of State", r"Deputy Secretary of State", "us"),
    _office("deputy-secretary-of-defense", "Deputy Secretary of Defense", r"Deputy Secretary of Defense", "us"),
    _office("assistant-secretary-of-defense", "Assistant Secretary of Defense", r"Assistant Secretary of Defense", "us"),
    _office("secretary-of-state", "Secretary of State", r"Secretary of State(?! (?:ad interim|for|to|of|in))", "us"),
    _office("under-secretary-of-state", "Under Secretary of State", r"Under Secretary of State(?! for)", "us"),
    _office(
        "assistant-secretary-of-state",
        "Assistant Secretary of State",
        r"Assistant Secretary of State(?: for [A-Z][\w'-]+(?: [A-Z][\w'-]+)*(?:(?:,| and) [A-Z][\w'-]+)*)?",
        "us",
    ),
    _office("chairman", "Chairman", r"Chairman(?=(?:,| of) (?:the )?People's Republic of China)"),
    _office(
        "minister", "Minister", r"Minister (?:of|for) (?:State )?(?:for )?(?:the )?[A-Z][\w'-]+(?:(?:,| and|, and)? (?:the )?[A-Z][\w'-]+)*"
    ),
)
BY_KEY: dict[str, Office] = {office.key: office for office in reversed(OFFICES)}


def junior(office: Office, words: str, side: str) -> Office:
    """A Minister of State for Foreign Affairs is no Foreign Minister; nor is a Secretary of State outside London and Ottawa."""
    if office.key != "foreign-minister":
        return office
    state_secretary = words.startswith("Secretary") and side not in ("united-kingdom", "canada", "")
    return BY_KEY["minister"] if words.startswith("Minister of State") or state_secretary else office


def at(text: str, start: int) -> tuple[Office, re.Match[str]] | None:
    """The office that is named at ``start``, with its match."""
    for office in OFFICES:
        match = office.words.match(text, start)
        if match:
            return office, match
    return None
