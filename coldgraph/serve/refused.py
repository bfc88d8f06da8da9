"""Why a request is not answered, as HTTP tells it."""

from __future__ import annotations

from coldgraph.errors import ColdgraphError

BUSY_FOR = "2"


class Refused(ColdgraphError):
    """A request that gets a ``status`` of 400 or above, with plain text that says what is wrong and what to do."""

    def __init__(self, status: int, what: str, advice: str = "", where: object = "") -> None:
        super().__init__(what, where, advice)
        self.status = status

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.status, self.what, self.advice, self.where)

    @property
    def text(self) -> str:
        return "\n".join(filter(None, (f"{self.where}: {self.what}" if self.where else self.what, self.advice))) + "\n"


class Busy(Refused):
    """Too many queries at once: the client may ask again soon."""

    def __init__(self, why: str) -> None:
        super().__init__(503, why, f"ask again in {BUSY_FOR} seconds")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.what,)
