"""Ombud as it is measured: its configuration on loopback, and its daemon."""

import contextlib
import os
import signal
import socket
import subprocess
import time

RULE = """{ each: "article.review", id: "@data-id", author: ".review__author", published: "time@datetime",
        rating: { at: "meta[itemprop=ratingValue]@content", best: 5 }, title: ".review__title", text: ".review__body" }"""


class Ombud:
    """A configuration and a store in a folder of their own."""

    def __init__(self, binary: str, folder: str, keeps: bool = False):
        self.binary, self.folder = binary, folder
        self.store = os.path.join(folder, "ombud.db")
        os.makedirs(os.path.join(folder, "watchlists"), exist_ok=True)
        if not keeps:
            self.forget()
        with open(os.path.join(folder, "ombud.yaml"), "w") as file:
            file.write(
                f'store: "sqlite:{self.store}"\nuser-agent: "Ombud/1.0 (+https://bench.example/contact)"\n'
                'listen: "127.0.0.1:0"\n'
                "fetch: { allow-private: true, timeout: 30s, per-host: { at-most: 16, delay: 0s } }\n")

    def forget(self) -> None:
        for end in ("", "-wal", "-shm", ".lock"):
            with contextlib.suppress(FileNotFoundError):
                os.remove(self.store + end)

    def watch(self, urls: list, every: str = "1d", rule: str = "auto") -> None:
        with open(os.path.join(self.folder, "watchlists", "bench.yaml"), "w") as file:
            file.write("subject: Bench\nterms: [Bench]\nsources:\n")
            for number, url in enumerate(urls):
                file.write(f'  - {{ name: s{number}, url: "{url}", every: {every}')
                file.write(" }\n" if rule == "auto" else f", read: {rule} }}\n")

    def poll(self) -> list:
        return [self.binary, "poll", "--config", self.folder]

    @contextlib.contextmanager
    def serve(self):
        """The daemon; yields the process and the seconds from its start to READY."""
        place = os.path.join(self.folder, "notify")
        with contextlib.suppress(FileNotFoundError):
            os.remove(place)
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
            notify.bind(place)
            notify.settimeout(60)
            start = time.monotonic()
            process = subprocess.Popen(
                [self.binary, "serve", "--config", self.folder, "--log-level", "error"],
                env={**os.environ, "NOTIFY_SOCKET": place})
            try:
                while not notify.recv(4096).startswith(b"READY=1"):
                    pass
                yield process, time.monotonic() - start
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(60)
