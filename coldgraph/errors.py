"""Errors that say what happened, where, and what to do next."""

from __future__ import annotations


class ColdgraphError(Exception):
    """Base of all errors that coldgraph raises on purpose.

    ``what`` happened, ``where`` (a file, document or option), and ``advice``: the
    next step. All three are shown by the command line.
    """

    def __init__(self, what: str, where: object = "", advice: str = "") -> None:
        super().__init__(what)
        self.what, self.where, self.advice = what, str(where), advice

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.advice})" if self.advice else ""
        return f"{place}{self.what}{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what, self.where, self.advice)


class UnreadableSource(ColdgraphError):
    """A source that no reader can turn into a document."""


class GraphError(ColdgraphError):
    """A graph folder or store that cannot be used as it is."""


class GraphLocked(GraphError):
    """Another process writes to the graph."""


class QueryError(ColdgraphError):
    """A query that cannot be run: a syntax error, a missing parameter, a refused clause."""


class AuthorityError(ColdgraphError):
    """An authority file that is missing or broken."""


class DecisionError(ColdgraphError):
    """A decision that cannot be read or carried out as it is."""


class DownloadError(ColdgraphError):
    """A download that failed or did not pass its check."""


class ExtraMissing(ColdgraphError):
    """An optional part of coldgraph that is not installed."""


class GoldError(ColdgraphError):
    """Annotated documents that cannot be read, or no longer fit the texts."""


class ExtractorError(ColdgraphError):
    """An external extractor that cannot be used, or that gives no usable answer."""
