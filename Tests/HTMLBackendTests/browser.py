"""Headless Chromium, driven by the DevTools protocol over two pipes: the standard library of Python 3 alone."""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time


class Browser:
    """A browser without a network. Use it in a with statement."""

    def __init__(self):
        self.program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if not self.program:
            raise SystemExit("there is no Chromium; Scripts/bootstrap tests installs it")

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()

        def connect():
            # The numbers that the browser reads from and writes to; the copies lie above them.
            high = [os.dup(to_read), os.dup(to_write)]
            while min(high) < 5:
                high = [os.dup(pipe) for pipe in high]
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [
                self.program, "--headless=new", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu",
                "--hide-scrollbars", "--no-first-run", "--disable-extensions", "--disable-background-networking",
                "--disable-component-update", "--disable-dev-shm-usage", "--force-color-profile=srgb",
                "--font-render-hinting=none", "--host-resolver-rules=MAP * ~NOTFOUND",
                f"--user-data-dir={self.folder.name}", "about:blank",
            ],
            preexec_fn=connect, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.rest = b""
        self.number = 0
        self.events = []
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.folder.cleanup()

    def receive(self, seconds):
        """The next message; nothing where none comes in time."""
        while b"\0" not in self.rest:
            if not select.select([self.from_browser], [], [], seconds)[0]:
                return None
            piece = os.read(self.from_browser, 1 << 20)
            if not piece:
                raise RuntimeError("the browser is gone")
            self.rest += piece
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, session=None, seconds=30, **parameters):
        """What the browser answers; events that come first are kept."""
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive(seconds)
            if answer is None:
                raise RuntimeError(f"the browser does not answer {method}")
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]
            self.events.append(answer)

    def page(self, url, **options):
        """A page with a file or an address in it."""
        return Page(self, url, **options)


class Page:
    """A page, and all that went wrong in it."""

    def __init__(self, browser, url, width=1600, height=1000, scripts=True, scheme="light", touch=False, motion=True):
        self.browser = browser
        target = browser.call("Target.createTarget", url="about:blank")["targetId"]
        self.target = target
        self.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        if touch:
            self.call("Emulation.setTouchEmulationEnabled", enabled=True)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": scheme},
            {"name": "prefers-reduced-motion", "value": "no-preference" if motion else "reduce"},
        ])
        self.call("Emulation.setScriptExecutionDisabled", value=not scripts)
        self.url = url if ":" in url else "file://" + os.path.abspath(url)
        self.call("Page.navigate", url=self.url)
        self.wait("Page.loadEventFired")

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def wait(self, event, seconds=30):
        """Waits for an event of this page."""
        end = time.monotonic() + seconds
        while not any(e.get("method") == event and e.get("sessionId") == self.session for e in self.browser.events):
            message = self.browser.receive(max(0.01, end - time.monotonic()))
            if message is None:
                raise RuntimeError(f"{self.url}: no {event} within {seconds} s")
            self.browser.events.append(message)

    def run(self, expression):
        """The value of an expression in the page, a promise's value where it is one."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def settle(self):
        """Waits until what was asked for is drawn."""
        self.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))")

    def screenshot(self, whole=False):
        return base64.b64decode(self.call("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"])

    def mouse(self, kind, x, y, **more):
        self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, **more)

    def click(self, x, y, count=1):
        for number in range(1, count + 1):
            for kind in ("mousePressed", "mouseReleased"):
                self.mouse(kind, x, y, button="left", clickCount=number)

    def key(self, name, code=0, text=None):
        more = {"text": text} if text else {}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=name, code=name, windowsVirtualKeyCode=code, **more)

    def faults(self):
        """Messages on the console, uncaught errors, violations of the policy, and requests for anything but the page."""
        self.run("1")
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            (method, about) = (event["method"], event["params"])
            if method == "Runtime.consoleAPICalled":
                found.append("console: " + " ".join(str(a.get("value", a)) for a in about["args"]))
            elif method == "Runtime.exceptionThrown":
                details = about["exceptionDetails"]
                found.append("error: " + details.get("exception", {}).get("description", details["text"]))
            elif method == "Log.entryAdded":
                found.append("log: " + about["entry"]["text"])
            elif method == "Network.requestWillBeSent":
                url = about["request"]["url"]
                if url.split("#")[0] != self.url.split("#")[0] and not url.startswith(("data:", "blob:")):
                    found.append("request: " + url)
        return found

    def close(self):
        self.browser.call("Target.closeTarget", targetId=self.target)
