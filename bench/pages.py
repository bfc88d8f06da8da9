"""How heavy the pages of invented networks are, in Debian's Chromium: python bench/pages.py

Columns: actors and ties; the file in kB; seconds from the call to the picture, the best of three; seconds of
the page's main thread in that time; milliseconds of the main thread for a filter and for a step in time, all ties shown.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests" / "browser"), str(ROOT / "tests" / "see"), str(ROOT)]

from chromium import Chromium, binary  # noqa: E402
from invented import crowd  # noqa: E402

from coldgraph.see.page import write  # noqa: E402

STEPS = ("document.querySelector('[data-show=negative]').click()", "setBins([3, 9])")
WHOLE = "(async () => { %s; await new Promise(done => requestAnimationFrame(() => setTimeout(done, 0))); })()"


def opened(browser: Chromium, page: Path) -> tuple[float, float]:
    """Seconds on the clock and of the main thread until the picture stands."""
    started = time.perf_counter()
    browser.open(page)
    return time.perf_counter() - started, browser.busy()


def worked(browser: Chromium, step: str) -> float:
    before = browser.busy()
    browser.run(WHOLE % step)
    return 1000 * (browser.busy() - before)


def main() -> None:
    browser = Chromium(binary() or sys.exit("needs Chromium"))
    sys.stdout.write(f"{'actors':>7} {'ties':>6} {'kB':>6} {'open s':>7} {'work s':>7} {'filter ms':>10} {'time ms':>8}\n")
    with tempfile.TemporaryDirectory() as folder:
        for count in (100, 500, 2000):
            page = write(crowd(count).store(), Path(folder) / f"{count}.html")
            clock, work = min(opened(browser, page) for _ in range(3))
            actors, ties = browser.run("[feed.nodes.length, feed.edges.length]")
            browser.open(page, "#all=yes")
            steps = [worked(browser, step) for step in STEPS]
            figures = (
                f"{actors:>7} {ties:>6} {page.stat().st_size // 1000:>6} {clock:>7.2f} {work:>7.2f} {steps[0]:>10.0f} {steps[1]:>8.0f}"
            )
            sys.stdout.write(figures + "\n")
    browser.close()


if __name__ == "__main__":
    main()
