"""Review sites that change while they are watched, and that fail in every way a site can."""

import contextlib
import http.server
import os
import random
import socket
import struct
import sys
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Benchmarks"))

from suite import site as pages, words  # noqa: E402

SHOWN = 20

# What a site does for a while instead of answering as it should.
FAULTS = ["500", "503", "429", "reset", "hang", "cut", "drip", "redirects", "empty", "garbage"]


class Complaint:
    """One complaint of one person: told by its order number wherever it stands."""

    def __init__(self, number: int, review: dict):
        self.number = number
        self.order = f"QX{number:07d}"
        self.review = review
        # Page and when it was put there (of this machine's real clock).
        self.places: dict = {}


class Sites:
    """Pages of reviews, each the whole of one source; those of one port are one host."""

    def __init__(self, count: int, chance: random.Random):
        self.chance = chance
        self.lock = threading.RLock()
        self.reviews: list = [[] for _ in range(count)]
        self.complaints: list = []
        self.praises = 0
        self.faults: dict = {}
        self.requests = 0
        self.server = Server(self)
        for page in range(count):
            for _ in range(5):
                self.post(page, is_complaint=False)

    def url(self, page: int) -> str:
        # Each page has a host of its own: addresses of loopback are many.
        return f"http://127.0.{page // 200 + 1}.{page % 200 + 1}:{self.server.port}/p{page}.html"

    def post(self, page: int, is_complaint: bool) -> None:
        """A new review stands on top of the page."""
        while True:
            review = words.review(self.chance)
            if (review["rating"] <= 2) == is_complaint and (is_complaint or review["rating"] >= 4):
                break
        with self.lock:
            if is_complaint:
                complaint = Complaint(len(self.complaints) + 1, review)
                review["rating"] = 1
                review["text"] += f" {complaint.order}."
                self.complaints.append(complaint)
                self.place(complaint, page)
            else:
                self.praises += 1
                self.put(page, review, f"g{self.praises}")

    def place(self, complaint: Complaint, page: int) -> None:
        with self.lock:
            if page in complaint.places:
                return
            complaint.places[page] = time.time()
            self.put(page, complaint.review, f"c{complaint.number}")

    def put(self, page: int, review: dict, key: str) -> None:
        published = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
        self.reviews[page].insert(0, dict(review, id=f"{key}-{page}", published=published))

    def edit(self, complaint: Complaint) -> None:
        """The customer adds a sentence; the complaint stays the same."""
        with self.lock:
            page = self.chance.choice(list(complaint.places))
            for review in self.reviews[page]:
                if review["id"] == f"c{complaint.number}-{page}":
                    review["text"] += self.chance.choice([" Still no answer.", " Nothing has happened since.", " I wait on."])

    def render(self, page: int) -> bytes:
        with self.lock:
            shown = self.reviews[page][:SHOWN]
            body = "".join(pages.article(review, page) for review in shown)
        return (
            f"<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Shop {page}</title></head><body>"
            f"<main itemscope itemtype='https://schema.org/Product'><h1 itemprop='name'>Shop {page}</h1>{body}</main>"
            "</body></html>").encode()

    def fail(self, page: int, fault: str, seconds: float) -> None:
        with self.lock:
            self.faults[page] = (fault, time.monotonic() + seconds)

    def heal(self) -> None:
        with self.lock:
            self.faults.clear()

    def fault(self, page: int):
        with self.lock:
            found = self.faults.get(page)
            if found and found[1] > time.monotonic():
                return found[0]
            return None


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 256

    def __init__(self, sites: Sites):
        self.sites = sites
        super().__init__(("0.0.0.0", 0), Answer, bind_and_activate=False)
        # All of loopback and nothing else.
        self.server_address = ("127.0.0.1", 0)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(("0.0.0.0", 0))
        self.socket.listen(self.request_queue_size)
        self.port = self.socket.getsockname()[1]
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def verify_request(self, request, client_address) -> bool:
        return client_address[0].startswith("127.")

    def handle_error(self, request, client_address) -> None:
        pass


class Answer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_) -> None:
        pass

    def do_GET(self) -> None:
        sites = self.server.sites
        sites.requests += 1
        if self.path == "/robots.txt" or not self.path.startswith("/p"):
            return self.say(404, b"")
        page = int(self.path.removeprefix("/p").partition(".")[0])
        fault = sites.fault(page)
        if fault is None:
            return self.say(200, sites.render(page))
        with contextlib.suppress(OSError):
            getattr(self, "fault_" + fault.replace("429", "slow_down").replace("503", "away").replace("500", "broken"))(page)

    def say(self, status: int, body: bytes, **headers) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def fault_broken(self, page: int) -> None:
        self.say(500, b"<html><body>Sorry</body></html>")

    def fault_away(self, page: int) -> None:
        self.say(503, b"", Retry_After="2")

    def fault_slow_down(self, page: int) -> None:
        self.say(429, b"", Retry_After="3")

    def fault_reset(self, page: int) -> None:
        # Closed with a reset instead of an end.
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def fault_hang(self, page: int) -> None:
        time.sleep(8)
        self.close_connection = True

    def fault_cut(self, page: int) -> None:
        body = self.server.sites.render(page)
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:len(body) // 2])
        self.close_connection = True

    def fault_drip(self, page: int) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        for _ in range(80):
            self.wfile.write(b"<p>")
            time.sleep(0.1)
        self.close_connection = True

    def fault_redirects(self, page: int) -> None:
        self.say(302, b"", Location=self.path)

    def fault_empty(self, page: int) -> None:
        self.say(200, b"<!DOCTYPE html><html><body><p>We are moving house.</p></body></html>")

    def fault_garbage(self, page: int) -> None:
        self.wfile.write(bytes(random.getrandbits(8) for _ in range(400)))
        self.close_connection = True
