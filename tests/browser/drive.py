"""Opens a file in a headless Chromium and does what standard input says: a list of steps as JSON.

{"eval": JS} gives a value, {"click": SELECTOR} clicks in the middle of what is found, {"key": NAME} presses a key.
Prints {"values": [...], "errors": [...], "requests": [...]}: what each eval gave, what the console said, which addresses
were asked for beside the file itself. It speaks to the browser through a pipe, so that no port is opened.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

page = "file://" + os.path.abspath(sys.argv[1])
steps = json.load(sys.stdin)
flags = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--window-size=1400,1000"]


class Browser:
    def __init__(self, profile):
        ours, theirs = os.pipe(), os.pipe()

        def wire():
            # The browser reads commands from 3 and writes answers to 4; both ends go out of the way first.
            read, write = os.dup(ours[0]), os.dup(theirs[1])
            high_read, high_write = os.dup2(read, 30), os.dup2(write, 31)
            os.dup2(high_read, 3)
            os.dup2(high_write, 4)

        self.child = subprocess.Popen(
            [os.environ.get("CHROMIUM", "chromium"), *flags, "--user-data-dir=" + profile, "--remote-debugging-pipe"],
            preexec_fn=wire, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(ours[0])
        os.close(theirs[1])
        self.out, self.into = ours[1], theirs[0]
        self.rest, self.number, self.session = b"", 0, None
        self.errors, self.requests = [], []

    def read(self):
        while b"\0" not in self.rest:
            more = os.read(self.into, 1 << 20)
            if not more:
                raise SystemExit("the browser ended")
            self.rest += more
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def call(self, method, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise SystemExit(f"{method}: {answer['error']}")
                return answer["result"]
            self.heard(answer)

    def heard(self, event):
        method, params = event.get("method"), event.get("params", {})
        if method == "Runtime.exceptionThrown":
            self.errors.append(params["exceptionDetails"].get("exception", {}).get("description", "exception"))
        elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "warning", "assert"):
            self.errors.append(str([arg.get("value") for arg in params["args"]]))
        elif method == "Log.entryAdded" and params["entry"]["level"] in ("error", "warning"):
            self.errors.append(params["entry"]["text"])
        elif method == "Network.requestWillBeSent" and params["request"]["url"] != page:
            self.requests.append(params["request"]["url"])

    def value(self, script):
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True)
        if "exceptionDetails" in answer:
            raise SystemExit(f"{script}: {answer['exceptionDetails']}")
        return answer["result"].get("value")


with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
    browser = Browser(profile)
    target = browser.call("Target.createTarget", url="about:blank")["targetId"]
    browser.session = browser.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    for domain in ("Page", "Runtime", "Log", "Network"):
        browser.call(domain + ".enable")
    browser.call("Page.navigate", url=page)
    for _ in range(200):
        if browser.value("document.readyState") == "complete" and browser.value("location.href") != "about:blank":
            break
        time.sleep(0.05)
    values = []
    for step in steps:
        if "eval" in step:
            values.append(browser.value(step["eval"]))
        elif "click" in step:
            box = browser.value(
                "(() => { const e = document.querySelector(%s); if (!e) return null; e.scrollIntoView({block: 'nearest'});"
                " const b = e.getBoundingClientRect(); return [b.x + b.width / 2, b.y + b.height / 2]; })()"
                % json.dumps(step["click"]))
            if box is None:
                raise SystemExit("nothing to click: " + step["click"])
            for kind in ("mousePressed", "mouseReleased"):
                browser.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)
            # A new address is told to the page a little later.
            time.sleep(0.2)
        elif "key" in step:
            for kind in ("keyDown", "keyUp"):
                browser.call("Input.dispatchKeyEvent", type=kind, key=step["key"], code=step["key"])
    print(json.dumps({"values": values, "errors": browser.errors, "requests": browser.requests}))
    try:
        browser.session = None
        browser.call("Browser.close")
    except (SystemExit, OSError):
        pass
    browser.child.wait(timeout=20)
