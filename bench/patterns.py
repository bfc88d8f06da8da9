"""Every regular expression of the package on its own worst cases: python bench/patterns.py [BYTES]

The patterns are those that are compiled while all modules are imported and a document is read and interpreted, and
all others that the source shows. For each, texts are made of its own parts: every repetition filled to the end, once
and with its beginning again and again, near misses, and runs of blanks, letters, digits and signs. The slowest on 5 kB
are tried on BYTES (1 MB) and on a tenth of it. Printed are the patterns that take more than two seconds, or more than
thirty times as long for ten times as much. Those in BOUNDED are asked of a few characters only; they are left out.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

FIRST, SECONDS, SCALE, KEPT = 5_000, 2.0, 30, 2
BOUNDED: dict[str, str] = {
    "coldgraph/ask/questions.py": "a line of a shipped question",
    "coldgraph/background/known.py": "the name of an office",
    "coldgraph/background/prose.py": "a cell of a table",
    "coldgraph/explain/wording.py": "a sign of the model",
    "coldgraph/interpret/clauses.py so-called": "40 characters before a word",
    "coldgraph/interpret/frames.py": "60 characters before a word, or matched at the place behind it",
    "coldgraph/interpret/roles.py": "what stands before a name in its sentence",
    "coldgraph/mapping/authority.py": "lines that we have written",
    "coldgraph/read/dateline.py": "a line that is short enough for a dateline",
    "coldgraph/read/frus_text.py [": "the rest of a title in the first 5,000 characters",
    "coldgraph/read/header.py": "a line of a header",
    "coldgraph/read/wilson_export.py": "the first 8,000 characters, and what follows the one label",
    "coldgraph/recognise/attendees.py": "a line of a list of participants",
    "coldgraph/recognise/speakers.py": "a line, matched at its beginning",
    "coldgraph/recognise/tokens.py": "a word",
    "coldgraph/store/tokens.py": "a query of the user's own",
}
"""Patterns by file and beginning, and of what they are asked: they would be slow on a megabyte, which they never see."""

RUNS = [
    " ",
    "\n",
    "\t",
    "a",
    "A",
    "1",
    "A ",
    "a ",
    "Aa ",
    "1 ",
    "A.",
    "a-",
    ".",
    ",",
    "-",
    "[",
    "(",
    '"',
    "“",
    "’s ",
    "1.",
    "a\n",
    " \n",
    "\0",
]
WHOLE = {"match", "fullmatch"}
WAYS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
Spot = tuple[str, int]


@dataclass(frozen=True)
class Rule:
    """A pattern with the place in the source where it is made, and whether it is asked at the beginning of a text only."""

    where: Spot
    compiled: re.Pattern[Any]
    anchored: bool


def rules() -> list[Rule]:
    """All patterns of the package, in the order of their places."""
    found: dict[tuple[Any, int], Spot] = {}
    with _Recorded(found):
        modules = [
            importlib.import_module(m.name)
            for m in pkgutil.walk_packages([str(ROOT / "coldgraph")], "coldgraph.")
            if "__main__" not in m.name
        ]
        _exercise()
    for module in modules:
        for call in _calls(module):
            _add(found, module, call)
    used = _uses()
    return sorted(
        (Rule(w, re.compile(p, f), used.get(w, set()) <= WHOLE and w in used) for (p, f), w in found.items()), key=lambda r: r.where
    )


class _Recorded:
    """While this is open, patterns that code of the package compiles are noted with their places."""

    def __init__(self, found: dict[tuple[Any, int], Spot]) -> None:
        self.found, self.compile = found, re._compiler.compile  # type: ignore[attr-defined]

    def __enter__(self) -> None:
        re.purge()
        re._compiler.compile = self.noted  # type: ignore[attr-defined]

    def __exit__(self, *error: object) -> None:
        re._compiler.compile = self.compile  # type: ignore[attr-defined]

    def noted(self, pattern: Any, flags: int = 0) -> re.Pattern[Any]:
        frame: FrameType | None = sys._getframe(1)
        while frame and frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        if frame and f"{ROOT}/coldgraph/" in frame.f_code.co_filename:
            self.found.setdefault((pattern, int(flags)), (str(Path(frame.f_code.co_filename).relative_to(ROOT)), frame.f_lineno))
        compiled: re.Pattern[Any] = self.compile(pattern, flags)
        return compiled


def _exercise() -> None:
    """Set up all that is needed for a document, so that patterns made from tables are compiled."""
    from coldgraph.interpret.stances import stances
    from coldgraph.read.text_document import document_of
    from coldgraph.workshop import here

    said = "Talk between A and B\n\nMoscow, May 4, 1961\n\nKhrushchev: The Chinese have lied to us, and Rusk told me so.\n"
    here().interpreter.interpret(here().recogniser.recognise(document_of(said, "talk.txt")), stances)


def _calls(module: Any) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(Path(module.__file__).read_text(encoding="utf-8"))):
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name)
        if named and node.func.value.id == "re" and node.func.attr in WAYS:
            yield node


def _add(found: dict[tuple[Any, int], Spot], module: Any, call: ast.Call) -> None:
    """The pattern of a call, where it is made of what the module itself knows."""
    flags = [k.value for k in call.keywords if k.arg == "flags"] + [a for a in call.args[1:] if "re." in ast.unparse(a)]
    try:
        pattern, flag = (eval(ast.unparse(part), vars(module)) for part in (call.args[0], flags[0] if flags else ast.Constant(0)))
    except NameError:
        return
    found.setdefault((pattern, int(flag)), (str(Path(module.__file__).relative_to(ROOT)), call.lineno))


def _uses() -> dict[Spot, set[str]]:
    """How the pattern made at each place is asked: by the call itself, or by the name that it is given."""
    texts = {path: path.read_text(encoding="utf-8") for path in sorted((ROOT / "coldgraph").rglob("*.py"))}
    whole, found = "\n".join(texts.values()), dict[Spot, set[str]]()
    for path, text in texts.items():
        for node in ast.walk(ast.parse(text)):
            value = getattr(node, "value", None) if isinstance(node, ast.Assign | ast.AnnAssign) else node
            if (
                isinstance(value, ast.Call)
                and ast.unparse(value.func).removeprefix("re.") in WAYS
                and ast.unparse(value.func).startswith("re.")
            ):
                way, spot = ast.unparse(value.func)[3:], (str(path.relative_to(ROOT)), value.lineno)
                target = node.targets[0] if isinstance(node, ast.Assign) else None
                ways = set(re.findall(rf"\b{target.id}\.(\w+)\(", whole)) if isinstance(target, ast.Name) else {way}
                if way != "compile" or target is not None:
                    found.setdefault(spot, set()).update(ways)
    return {spot: ways for spot, ways in found.items() if ways}


def attacks(pattern: re.Pattern[Any]) -> list[str]:
    """Short texts that, many times over, are the worst that can be thought of for a pattern."""
    tree = re._parser.parse(
        pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1"), pattern.flags & ~re.UNICODE
    )  # type: ignore[attr-defined]
    sample = "".join(_sample(tree, 0))
    cuts = [sample[:k] for k in {1, 2, 3, len(sample) // 3, len(sample) // 2, len(sample) - 1, len(sample)} if k > 0]
    return list(dict.fromkeys([*_fillings(tree, ""), *cuts, *RUNS]))


def _fillings(tree: Iterable[Any], before: str) -> Iterator[str]:
    """For each repetition what it can be filled with, alone ('' before) and behind what must stand before it ('before|filling')."""
    for name, value in tree:
        kind = str(name)
        if kind.endswith("_REPEAT"):
            for choice in range(4):
                filling = "".join(_sample(value[2], choice))
                yield filling
                yield f"{before}\x01{filling}"
                yield before + filling * 3
            yield from _fillings(value[2], before)
        elif kind in ("SUBPATTERN", "ATOMIC_GROUP"):
            yield from _fillings(value[-1] if kind == "SUBPATTERN" else value, before)
        elif kind == "BRANCH":
            for branch in value[1]:
                yield from _fillings(branch, before)
        elif kind in ("ASSERT", "ASSERT_NOT"):
            yield from _fillings(value[1], before)
        before += "".join(_sample([(name, value)], 0))


def _sample(tree: Iterable[Any], choice: int) -> Iterator[str]:
    """A text that a pattern fits, or nearly; ``choice`` is the alternative that is taken."""
    for name, value in tree:
        kind = str(name)
        if kind == "LITERAL":
            yield chr(value)
        elif kind in ("ANY", "NOT_LITERAL"):
            yield "xX 1"[choice % 4]
        elif kind == "IN":
            yield _member(value, choice)
        elif kind.endswith("_REPEAT"):
            yield "".join(_sample(value[2], choice)) * max(1, int(value[0]))
        elif kind == "SUBPATTERN":
            yield from _sample(value[-1], choice)
        elif kind == "ATOMIC_GROUP":
            yield from _sample(value, choice)
        elif kind == "BRANCH":
            yield from _sample(value[1][choice % len(value[1])], choice)


_CATEGORIES = {
    "CATEGORY_DIGIT": "1",
    "CATEGORY_SPACE": " ",
    "CATEGORY_WORD": "a",
    "CATEGORY_NOT_DIGIT": "a",
    "CATEGORY_NOT_SPACE": "a",
    "CATEGORY_NOT_WORD": ".",
}


def _member(members: list[Any], choice: int) -> str:
    if str(members[0][0]) == "NEGATE":
        fits = [c for c in 'aA 1.,-\n"(' if not any(_fits(m, c) for m in members[1:])]
        return fits[choice % len(fits)] if fits else "x"
    name, value = members[choice % len(members)]
    return chr(value) if str(name) == "LITERAL" else chr(value[0]) if str(name) == "RANGE" else _CATEGORIES[str(value)]


def _fits(member: tuple[Any, Any], character: str) -> bool:
    name, value = str(member[0]), member[1]
    if name == "CATEGORY":
        return {"DIGIT": character.isdigit(), "SPACE": character.isspace(), "WORD": character.isalnum()}.get(str(value)[9:], False)
    return value == ord(character) if name == "LITERAL" else name == "RANGE" and value[0] <= ord(character) <= value[1]


def text(attack: str, size: int) -> str:
    """An attack in full length, with an end that no pattern hopes for."""
    before, mark, filling = attack.partition("\x01")
    return (before + filling * (size // max(1, len(filling))) if mark and filling else (attack * (size // len(attack) + 1))[:size]) + "\x02"


def seconds(rule: Rule, attack: str, size: int, limit: float) -> float:
    """Processor time of one pass over a text; infinite where the limit was not enough."""
    words: Any = text(attack, size)
    words = words if isinstance(rule.compiled.pattern, str) else words.encode("utf-8")
    ask: Callable[[Any], Any] = rule.compiled.match if rule.anchored else lambda w: sum(1 for _ in rule.compiled.finditer(w))
    signal.signal(signal.SIGVTALRM, _stop)
    began = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, limit)
        ask(words)
    except TimeoutError:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - began


def _stop(*_: object) -> None:
    raise TimeoutError


def slow(rule: Rule, size: int) -> tuple[float, float, str] | None:
    """Seconds for a tenth and for the whole, and the attack, where a pattern takes too long or grows too fast."""
    worst = sorted(((seconds(rule, a, FIRST, 0.3), a) for a in attacks(rule.compiled)), reverse=True)[:KEPT]
    for first, attack in worst:
        little = seconds(rule, attack, size // 10, SECONDS) if first < 0.3 else first
        much = seconds(rule, attack, size, SECONDS) if little < SECONDS / 2 else float("inf")
        if much > SECONDS or (much > 0.2 and much > SCALE * little):
            return little, much, attack
    return None


def bounded(rule: Rule) -> bool:
    file, pattern = rule.where[0], str(rule.compiled.pattern)
    return any(f"{file} {pattern}".startswith(known) for known in BOUNDED)


def main(size: str = "1000000") -> int:
    known, bad = [rule for rule in rules() if not bounded(rule)], 0
    for rule in known:
        if told := slow(rule, int(size)):
            bad += 1
            little, much, attack = told
            place = f"{rule.where[0]}:{rule.where[1]}"
            sys.stdout.write(f"{place}: {little:.2f} s, {much:.2f} s: {rule.compiled.pattern!r:.200} on {attack!r:.60}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(known)} patterns on {int(size):,} characters of their worst cases: {bad} too slow\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
