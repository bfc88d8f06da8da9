"""States, bodies, movements and places: which one a form means, and whether a capital is its government."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from coldgraph.found import Expression
from coldgraph.interpret.context import Context
from coldgraph.interpret.facts import Facts, covers
from coldgraph.tables import Name

_ORDER = {"state": 0, "organization": 1, "movement": 2, "place": 3, "topic": 4}
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:in|at|near|around|outside|inside|into|via|through|within|over|throughout|across|off|reach(?:ed|es)?|"
    r"left|leav(?:e|es|ing)|visit(?:ed|s|ing)?(?: to)?|trip to|return(?:ed|s|ing)?(?: to| from)?|"
    r"arriv\w+ (?:in|at|from)|flew to|fl(?:y|ying) to|go(?:ing)? to|went to|came to|come to|back (?:to|from)|"
    r"mayor of|city of|embassy in|embassy at|ambassador (?:in|at|to)|consul\w* (?:in|at)|stay in|embassy|consulate|legation|radio|"
    r"(?:left|leav(?:e|es|ing)|depart\w*|start\w*|bound|headed|plane|flight|train)(?: \w+){0,2} for|"
    r"(?:attacks?|attacked|assaults?|raids?|strikes?|bomb\w*|march\w*|advanc\w+|fire[ds]?|rockets) on|"
    r"transfer to)(?: the)?)\s+$",
    re.IGNORECASE,
)
_ASIDE_BEFORE = re.compile(r"\b(?:in|at)\s+$")
_ASIDE_AFTER = re.compile(r"^['’]s?\s+(?:request|insistence|urging|instigation|behest|view|opinion|eyes|interests?|name|place|favou?r)\b")
_ACTS_BEFORE = re.compile(
    r"\b(?:with|by|by either \w+ or|by both \w+ and|either|between|between \w+ and|against|upon|that|"
    r"because|persuade|ask(?:ed)?|urge[sd]?|told|inform(?:ed)?|press(?:es)?|"
    r"for|on|towards?|if|while|whether|which|but|recogni[sz]\w+(?: of)?|"
    r"support\w*|warn\w*|aid(?:ed|ing)?|assist\w*|influenc\w+|lets?|get|lead|led|mak(?:e|es|ing)|made|help\w*|forc\w+|"
    r"allow\w*|enabl\w+|encourag\w+|convinc\w+|advis(?:e|es|ed|ing)|reassur\w+|induc\w+|permit\w*|deter\w*|push\w*|"
    r"(?:leaders|rulers|leadership|attitude|objectives?|polic(?:y|ies)|views?|intentions?|aims?|goals?|position|behalf|interests?|"
    r"ambitions|power|influence|demands?|wishes|consent|approval|courting) of|"
    r"(?:behaviou?r|answer|signals?|assurances?|pressure|support|aid|help|backing|threats?|concessions?|approach\w*|appeals?) "
    r"(?:from|to))\s+$",
    re.IGNORECASE,
)
_VERB = (
    r"(?:has|had|have|is|was|will|would|could|can|may|might|must|should|does|did|do|"
    r"and\s+[A-Z]\w+\s+(?:have|are|were|would)|"
    r"wants?|wish(?:es|ed)?|believ\w+|think\w*|thought|see[sk]s?|saw|decid\w+|agree\w*|refus\w+|reject\w*|insist\w*|"
    r"continu\w+|attempt\w*|tr(?:y|ies|ied)|regard\w*|consider\w*|feel\w*|felt|fear\w*|hope\w*|expect\w*|need\w*|"
    r"seem\w*|appear\w*|"
    r"press\w*|support\w*|oppos\w+|accus\w+|announc\w+|claim\w*|demand\w*|replied|maintain\w*|prefer\w*|offer\w*|"
    r"gave|gives|lash\w*|took|takes|made|makes|said|says|knows?|knew|understands?|understood|"
    r"admit\w*|acknowledg\w+|welcom\w+|fac(?:es|ed)|remains|judg(?:es|ed)|object(?:s|ed)|react(?:s|ed)|accept\w*|conced\w+|"
    r"consults?|consulted|conclud\w+|intend\w*|began|begins|chose|chooses|holds|held|kept|keeps|sets?|tells?|urge[sd]|ask(?:s|ed)|"
    r"propos(?:es|ed)|warn(?:s|ed)|lean(?:s|ed)|strongly)"
)
_OFFICIAL = r"(?:reaction|policy|leadership|line|attitude|position|views?|propaganda|rule|intentions?|decision|demands?|initiatives?)"
_ASIDE = r"(?:,\s[a-z][^,.;\n]{1,25},)?\s+(?:(?:\w+ly|almost|also|still|now|already|never|then|itself|too|soon|even)\s+){0,2}"
_ACTS_AFTER = re.compile(rf"^(?:['’]s\b|{_ASIDE}{_VERB}\b|\s+{_OFFICIAL}\b)")
_RELATION = r"\s+(?:relation\w*|split|rift|dispute|[Aa]lliance|[Aa]xis|differences|quarrel|conflict|ties|entente)\b"
_PAIR_BEFORE = re.compile(r"\b[A-Z]\w+[-–]$")
_PAIR_AFTER = re.compile(rf"^[-–][A-Z]\w+{_RELATION}")
_PAIRED = re.compile(rf"^{_RELATION}")
# A telegram named by its town ('Seoul 3890'), and what a town gives its name to.
_TOWN_AFTER = re.compile(
    r"^(?:['’]s)?\s+(?:\d|(?:University|Review|Daily|Philharmonic|Radio|radio|Airport|airport|talks|summit|time|visit)\b)"
)
_WRITTEN_ON = re.compile(
    r"\b(?:paragraphs?|statements?|reports?|plans?|formulations?|communiqu\w+|sections?|explanations?|proposals?|clauses?|resolutions?|"
    r"suggestions?|points?|positions?|polic(?:y|ies)|views?|talks?|discussions?|debates?|speech\w*|questions?|assurances?|claims?)\s+on\s+$",
    re.IGNORECASE,
)


class Collectives:
    """Decides on the gazetteer's expressions of one document after the other."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts

    def resolve(self, e: Expression, context: Context) -> tuple[str, str]:
        """(entity, why) of an expression; the setting decides between namesakes."""
        names = [n for n in e.names if self._exists(n, context.day)] or list(e.names)
        entities = sorted({n.entity for n in names})
        if len(entities) == 1:
            return entities[0], ""
        states = [n for n in entities if self.facts.entities[n].kind == "state"]
        places = [n for n in entities if self.facts.entities[n].kind == "place"]
        if states and places and all(n.kind == "metonym" for n in names if n.entity in states):
            return self._capital(e, states, places, context)
        if states and places and on_island(context.recognised.document.text, e.start):
            return places[0], "an island on which something is"
        if len(states) > 1:
            return self._state(states, e, names, context)
        return min(
            entities, key=lambda n: (_ORDER.get(self.facts.entities[n].kind, 9), -self._near(n, context), n)
        ), "the likelier of two things of that name"

    def _near(self, entity: str, context: Context) -> float:
        """How close a body is to the document: of a side at the table, of the home side, of a state much spoken of."""
        side = self.facts.entities[entity].side
        return (side in context.sides) * 2.0 + (side == context.home and bool(side)) * 0.6 + context.share(side)

    def _exists(self, name: Name, day: date | None) -> bool:
        entity = self.facts.entities[name.entity]
        return covers(name.since, name.until, day) and (entity.kind == "person" or covers(entity.since, entity.until, day))

    def _capital(self, e: Expression, states: list[str], places: list[str], context: Context) -> tuple[str, str]:
        text = context.recognised.document.text
        if acts(text, e.start, e.end):
            return self._state(states, e, [n for n in e.names if n.entity in states], context)[0], "a capital that acts: its government"
        return places[0], "a capital as a town"

    def _state(self, states: list[str], e: Expression, names: Iterable[Name], context: Context) -> tuple[str, str]:
        """Of several states of one name: the one at the table, else the one spoken of under its own name, else the usual one."""
        present = [s for s in states if s in context.sides]
        if len(present) == 1 and present[0] not in _TOLD_APART:
            return present[0], "the side of that name at the table"
        if all(n.kind == "epithet" for n in names if n.entity in states) and (told := max(context.salient[s] for s in states)):
            return next(s for s in (*USUAL, *states) if s in states and context.salient[s] == told), "the state of that name most spoken of"
        own = [
            n.entity for n in sorted(names, key=lambda n: (n.kind != "name", n.entity)) if self.facts.entities[n.entity].label == e.words
        ]
        usual = next((s for s in USUAL if s in states), "")
        best = own[0] if own and own[0] not in _TOLD_APART else usual or max(states, key=lambda s: (context.salient[s], s))
        return best, "the usual sense at that time"


# The state that a shared name means when nothing else tells: after 1949 'China' is the People's Republic, 'German' the Federal Republic.
USUAL = (
    "state/china",
    "state/west-germany",
    "state/vietnam",
    "state/south-korea",
    "state/north-yemen",
    "state/north-vietnam",
    "state/soviet-union",
)
_TOLD_APART = frozenset(("state/korea",))


def acts(text: str, start: int, end: int) -> bool:
    """Whether the words around a capital make it act as a government rather than stand as a town."""
    before, after = text[max(0, start - 30) : start], text[end : end + 60]
    if _ASIDE_BEFORE.search(before) and _ASIDE_AFTER.search(after):
        return True
    if _PLACE_BEFORE.search(before) or _TOWN_AFTER.search(after):
        return False
    paired = _PAIR_AFTER.search(after) or (_PAIR_BEFORE.search(before) and _PAIRED.search(after))
    return bool(paired or _ACTS_BEFORE.search(before) or _ACTS_AFTER.search(after))


def on_island(text: str, start: int) -> bool:
    """Whether something is on what follows ('forces on Formosa'), rather than written or said on it as a subject."""
    before = text[max(0, start - 30) : start]
    return before.endswith((" on ", "\non ")) and not _WRITTEN_ON.search(before)
