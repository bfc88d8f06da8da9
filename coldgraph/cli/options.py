"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

graph: Decorator = click.argument("graph", metavar="GRAPH")


def folder(path: str) -> Path:
    """The folder of a graph. Raises a usage error for an endpoint's address."""
    if path.startswith(("http://", "https://")):
        raise click.UsageError("this command needs a graph's folder, not an endpoint")
    return Path(path)


def settings(given: tuple[str, ...]) -> dict[str, str]:
    """KEY=VALUE pairs as a dictionary. Raises a usage error where one has no '='."""
    pairs = [pair.partition("=") for pair in given]
    if wrong := [key for key, sign, _ in pairs if not sign]:
        raise click.UsageError(f"--set takes KEY=VALUE, not {wrong[0]!r}")
    return {key.strip(): value for key, _, value in pairs}


def emit(text: str, output: Path | None) -> None:
    """Text to a file in UTF-8, or to standard output."""
    if output is None:
        click.echo(text.encode("utf-8", "replace"), nl=False)
    else:
        output.write_bytes(text.encode("utf-8", "replace"))
