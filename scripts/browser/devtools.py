"""A browser driven over its DevTools protocol, with nothing but Python's own library.

Chromium takes commands as JSON on one pipe and answers on another (`--remote-debugging-pipe`), each message ended by a NUL.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

# Seconds until something that a page should do has to have happened.
PATIENCE = 20


class BrowserError(Exception):
    """The browser refused a command, or did not do in time what was waited for."""


class Browser:
    """A headless Chromium with one page, which remembers what went wrong in it."""

    def __init__(self):
        command = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
        if command is None:
            raise BrowserError("there is no chromium on the path")
        self.folder = tempfile.mkdtemp(prefix="margay-browser-")
        from_us, to_browser = os.pipe()
        from_browser, to_us = os.pipe()
        options = [
            "--headless=new", "--remote-debugging-pipe", "--no-first-run", "--no-default-browser-check",
            "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--disable-sync",
            "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--force-color-profile=srgb",
            # Whatever asks for another machine gets no answer.
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
            f"--user-data-dir={self.folder}",
        ]
        if os.geteuid() == 0:
            options.append("--no-sandbox")

        def connect():
            # Chromium reads from 3 and writes to 4. Neither end may be overwritten before it is copied.
            incoming, outgoing = os.dup(from_us), os.dup(to_us)
            os.dup2(incoming, 3)
            os.dup2(outgoing, 4)

        self.process = subprocess.Popen(
            [command, *options], preexec_fn=connect, close_fds=False, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        os.close(from_us)
        os.close(to_us)
        self.to_browser, self.from_browser = to_browser, from_browser
        self.buffer = b""
        self.number = 0
        # What the page complained of, and the addresses that it asked for.
        self.complaints = []
        self.requests = []
        target = self.call("Target.createTarget", {"url": "about:blank"}, session=None)["targetId"]
        self.session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True}, session=None)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def close(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to_browser)
        os.close(self.from_browser)
        shutil.rmtree(self.folder, ignore_errors=True)

    # Messages

    def call(self, method, parameters=None, session=""):
        """What a command gives."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if session == "":
            message["sessionId"] = self.session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        wanted, deadline = self.number, time.monotonic() + PATIENCE
        while True:
            answer = self.receive(deadline, method)
            if answer.get("id") == wanted:
                if "error" in answer:
                    raise BrowserError(f"{method}: {answer['error'].get('message')}")
                return answer.get("result", {})

    def receive(self, deadline, what):
        """The next message, after noting what it says of the page."""
        while b"\0" not in self.buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self.from_browser], [], [], left)[0]:
                raise BrowserError(f"no answer in {PATIENCE} seconds: {what}")
            chunk = os.read(self.from_browser, 1 << 16)
            if not chunk:
                raise BrowserError("the browser has ended")
            self.buffer += chunk
        line, self.buffer = self.buffer.split(b"\0", 1)
        message = json.loads(line)
        self.note(message.get("method"), message.get("params", {}))
        return message

    def note(self, method, parameters):
        if method == "Runtime.exceptionThrown":
            self.complaints.append(parameters["exceptionDetails"].get("text", "exception"))
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning", "assert"):
            self.complaints.append(" ".join(str(value.get("value")) for value in parameters["args"]))
        elif method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(f"{parameters['entry']['text']} {parameters['entry'].get('url', '')}")
        elif method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])

    # The page

    def evaluate(self, expression):
        """The value of an expression of JavaScript in the page."""
        result = self.call("Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in result:
            raise BrowserError(f"{expression}: {result['exceptionDetails'].get('text')}")
        return result["result"].get("value")

    def wait(self, expression):
        """Waits until an expression is true. A page that is just being replaced counts as not yet."""
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                if self.evaluate(expression):
                    return
            except BrowserError:
                pass
            if time.monotonic() > deadline:
                raise BrowserError(f"never true: {expression}")
            time.sleep(0.03)

    def go(self, address):
        self.follow(lambda: self.call("Page.navigate", {"url": address}))

    def follow(self, action):
        """Does something that leads to another page, and waits until that is there."""
        self.evaluate("window.isOld = true")
        action()
        self.wait("!window.isOld && document.readyState === 'complete'")

    def click(self, selector, leads=True):
        """Clicks the first element that fits; `leads` says whether that leads to another page."""
        quoted = json.dumps(selector)
        if not self.evaluate(f"!!document.querySelector({quoted})"):
            raise BrowserError(f"there is no {selector} on {self.evaluate('location.href')}")
        press = f"document.querySelector({quoted}).click()"
        if leads:
            self.follow(lambda: self.evaluate(press))
        else:
            self.evaluate(press)

    def key(self, key, text=None):
        event = {"key": key, "text": text or (key if len(key) == 1 else ""), "windowsVirtualKeyCode": {"Enter": 13}.get(key, 0)}
        if key == "Enter":
            event["text"] = "\r"
        self.call("Input.dispatchKeyEvent", {"type": "keyDown", **event})
        self.call("Input.dispatchKeyEvent", {"type": "keyUp", "key": key})

    def write(self, text):
        self.call("Input.insertText", {"text": text})

    def show_as(self, width, height, theme):
        """The size of the window, and whether the system is light or dark."""
        metrics = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
        self.call("Emulation.setDeviceMetricsOverride", metrics)
        feature = [{"name": "prefers-color-scheme", "value": theme}]
        self.call("Emulation.setEmulatedMedia", {"features": feature})

    def picture(self, path, height=None):
        """Writes what is seen as PNG; with `height`, so much of the page from its top."""
        parameters = {"format": "png"}
        if height is not None:
            width = self.evaluate("document.documentElement.clientWidth")
            parameters["captureBeyondViewport"] = True
            parameters["clip"] = {"x": 0, "y": 0, "width": width, "height": height, "scale": 1}
        data = self.call("Page.captureScreenshot", parameters)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
