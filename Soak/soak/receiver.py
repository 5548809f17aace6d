"""A receiver of webhooks that keeps what it was sent, and that can be in trouble."""

import base64
import contextlib
import hashlib
import hmac
import http.server
import json
import os
import random
import threading
import time

TROUBLES = ["500", "503", "429", "hang", "reset", "nonsense"]


class Receiver(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self, name: str, folder: str):
        super().__init__(("127.0.0.1", 0), Take)
        self.name = name
        self.key = os.urandom(32)
        self.secret = os.path.join(folder, f"{name}.secret")
        with open(self.secret, "w") as file:
            os.chmod(self.secret, 0o600)
            file.write("whsec_" + base64.b64encode(self.key).decode())
        self.lock = threading.Lock()
        # webhook-id: hash of the body, its JSON, how often it was taken.
        self.taken: dict = {}
        self.bodies: dict = {}
        self.faults: list = []
        self.trouble = None
        self.trouble_until = 0.0
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/hook"

    def fail(self, trouble: str, seconds: float) -> None:
        self.trouble, self.trouble_until = trouble, time.monotonic() + seconds

    def heal(self) -> None:
        self.trouble_until = 0.0

    def handle_error(self, request, client_address) -> None:
        pass

    def note(self, headers, body: bytes, is_taken: bool) -> None:
        identifier, timestamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
        signed = f"{identifier}.{timestamp}.".encode() + body
        expected = "v1," + base64.b64encode(hmac.new(self.key, signed, hashlib.sha256).digest()).decode()
        with self.lock:
            if expected not in headers.get("webhook-signature", "").split():
                self.faults.append(f"{identifier}: the signature does not fit")
            digest = hashlib.sha256(body).hexdigest()
            if self.bodies.setdefault(identifier, digest) != digest:
                self.faults.append(f"{identifier}: another body under the same id")
            event = json.loads(body)
            if event["id"] != identifier:
                self.faults.append(f"{identifier}: the body says {event['id']}")
            if is_taken:
                known = self.taken.setdefault(identifier, [event, 0])
                known[1] += 1


class Take(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_) -> None:
        pass

    def do_POST(self) -> None:
        server = self.server
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        trouble = server.trouble if time.monotonic() < server.trouble_until else None
        # A receiver in trouble may have taken it all the same: then its answer is what is lost.
        takes = trouble is None or (trouble in ("hang", "reset") and random.random() < 0.5)
        server.note(self.headers, body, takes)
        with contextlib.suppress(OSError):
            if trouble == "hang":
                time.sleep(4)
                self.close_connection = True
            elif trouble == "reset":
                self.close_connection = True
                self.connection.close()
            elif trouble == "nonsense":
                self.wfile.write(b"\x00\x01 no HTTP\r\n\r\n")
                self.close_connection = True
            else:
                status = int(trouble) if trouble else 204
                self.send_response(status)
                if status in (429, 503):
                    self.send_header("Retry-After", "1")
                self.send_header("Content-Length", "0")
                self.end_headers()
