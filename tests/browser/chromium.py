"""Debian's Chromium without a window, driven over the DevTools protocol."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import websocket

SWITCHES = (
    "--headless=new",
    "--remote-debugging-port=0",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--remote-allow-origins=*",
    "--window-size=1400,1000",
)

KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40}


def binary() -> str | None:
    return shutil.which("chromium") or shutil.which("chromium-browser")


class Chromium:
    """One browser with one tab. What it asks for and complains of is kept in ``requests`` and ``complaints``."""

    def __init__(self, program: str, patience: float = 60.0) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._process = subprocess.Popen(
            [program, *SWITCHES, f"--user-data-dir={self._folder.name}", "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._patience, self._last = patience, 0
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.dialogs: list[str] = []
        self._loaded = False
        self._socket = self._attached()
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def _attached(self) -> websocket.WebSocket:
        port, path = self._address()
        browser = websocket.create_connection(f"ws://127.0.0.1:{port}{path}", timeout=self._patience)
        browser.send(json.dumps({"id": 1, "method": "Target.createTarget", "params": {"url": "about:blank"}}))
        while (answer := json.loads(browser.recv())).get("id") != 1:
            pass
        browser.close()
        page = f"ws://127.0.0.1:{port}/devtools/page/{answer['result']['targetId']}"
        return websocket.create_connection(page, timeout=self._patience)

    def _address(self) -> tuple[str, str]:
        note = Path(self._folder.name) / "DevToolsActivePort"
        end = time.monotonic() + self._patience
        while time.monotonic() < end:
            if note.is_file() and len(lines := note.read_text().split()) == 2:
                return lines[0], lines[1]
            time.sleep(0.05)
        raise TimeoutError("Chromium did not start")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        self._last += 1
        self._socket.send(json.dumps({"id": self._last, "method": method, "params": parameters}))
        while (message := self._next()).get("id") != self._last:
            pass
        if "error" in message:
            raise RuntimeError(f"{method}: {message['error']}")
        found: dict[str, Any] = message["result"]
        return found

    def _next(self) -> dict[str, Any]:
        message: dict[str, Any] = json.loads(self._socket.recv())
        self._note(message.get("method", ""), message.get("params", {}))
        return message

    def _note(self, method: str, what: dict[str, Any]) -> None:
        if method == "Network.requestWillBeSent":
            self.requests.append(what["request"]["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(what["exceptionDetails"]))
        elif method == "Log.entryAdded" and what["entry"]["level"] == "error":
            self.complaints.append(what["entry"]["text"])
        elif method == "Runtime.consoleAPICalled" and what["type"] in ("error", "assert"):
            self.complaints.append(json.dumps(what["args"]))
        elif method == "Page.javascriptDialogOpening":
            self.dialogs.append(what["message"])
        elif method == "Page.loadEventFired":
            self._loaded = True

    def open(self, page: Path, fragment: str = "") -> None:
        """Load a file, with what stands after # in its address, and wait until it is drawn."""
        if fragment:
            self.call("Page.navigate", url="about:blank")
            self._until_loaded()
        self.visit(page.resolve().as_uri() + fragment)

    def visit(self, address: str) -> None:
        """Load what lies at an address and wait until it is drawn."""
        self.requests, self.complaints, self.dialogs, self._loaded = [], [], [], False
        self.call("Page.navigate", url=address)
        self._until_loaded()
        self.run("new Promise(done => requestAnimationFrame(() => setTimeout(done, 80)))")

    def _until_loaded(self) -> None:
        while not self._loaded:
            self._next()
        self._loaded = False

    def run(self, script: str) -> Any:
        """The value of an expression in the page; promises are awaited. Raises RuntimeError where it throws."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True, userGesture=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(json.dumps(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def click(self, x: float, y: float) -> None:
        """A real click, and the time in which vis-network tells it from a double click."""
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.run("new Promise(done => setTimeout(done, 400))")

    def key(self, name: str, shift: bool = False) -> None:
        for kind in ("keyDown", "keyUp"):
            self.call(
                "Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=KEYS[name], modifiers=8 if shift else 0
            )  # fmt: skip

    def wait(self, milliseconds: int) -> None:
        self.run(f"new Promise(done => setTimeout(done, {milliseconds}))")

    def window(self, width: int, height: int, dark: bool = False) -> None:
        """The size of the window and the colours that the system asks for; narrow ones are phones."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia", media="", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def usual_window(self) -> None:
        self.call("Emulation.clearDeviceMetricsOverride")
        self.call("Emulation.setEmulatedMedia", media="", features=[])

    def busy(self) -> float:
        """Seconds for which the page's main thread has worked since it was opened, whatever else the machine does."""
        self.call("Performance.enable", timeDomain="threadTicks")
        return next(m["value"] for m in self.call("Performance.getMetrics")["metrics"] if m["name"] == "TaskDuration")

    def close(self) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=20)
        self._folder.cleanup()
