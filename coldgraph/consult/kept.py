"""Answers kept by the content of their question, so that a second build asks nobody and gives the same."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from coldgraph.consult.endpoint import Message
from coldgraph.folder import write


class Answers:
    """A folder of answers, shared by the processes of a build."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, model: str, messages: tuple[Message, ...]) -> str | None:
        """The kept answer; None where there is none, or a file that no build wrote."""
        try:
            found = json.loads(self._file(model, messages).read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        answer = found.get("answer") if isinstance(found, dict) else None
        return answer if isinstance(answer, str) else None

    def put(self, model: str, messages: tuple[Message, ...], answer: str) -> None:
        """Keep an answer; another process may keep the same one at the same time."""
        file = self._file(model, messages)
        draft = file.with_name(f".{file.name}.{os.getpid()}")
        text = json.dumps({"model": model, "answer": answer}, indent=1, sort_keys=True)
        write(draft, text.encode() + b"\n", lasting=False)
        draft.replace(file)

    def _file(self, model: str, messages: tuple[Message, ...]) -> Path:
        content = json.dumps([model, list(messages)], sort_keys=True)
        key = hashlib.sha256(content.encode()).hexdigest()
        return self._folder / key[:2] / f"{key}.json"
