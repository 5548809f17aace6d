"""The rows of the table: each measures Ombud and, where there is one, its peer, in the same run."""

import contextlib
import json
import os
import shutil
import sqlite3
import statistics
import time

from . import alerts, machine, near, queue_store, site, terms
from .machine import Missing
from .ombud import RULE, Ombud


ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Row:
    """One line of the table; `ratio` is set so that more is better, except where `unit` is a limit's."""

    def __init__(self, name, what, ombud, peer, ratio, target, met):
        self.name, self.what, self.ombud, self.peer = name, what, ombud, peer
        self.ratio, self.target, self.met = ratio, target, met


class Bench:
    """What the rows share: the binary, the peers, a folder for sites and stores, how much is measured."""

    def __init__(self, binary: str, scrapy: list, work: str, pages: int, sources: int, rounds: int):
        self.binary, self.scrapy, self.work = binary, scrapy, work
        self.pages, self.sources, self.rounds = pages, sources, rounds
        self.memo = {}

    def ombud(self) -> Ombud:
        return Ombud(self.binary, os.path.join(self.work, "ombud"))

    # Crawling ------------------------------------------------------------------------------------

    def first(self) -> Row:
        return self.crawled("first sight", 0, "auto", 5)

    def first_rule(self) -> Row:
        return self.crawled("first sight, by a rule of selectors", 0, RULE, 5)

    def later(self) -> Row:
        return self.crawled("later polls: one review more on every page", 1, "auto", 8)

    def crawled(self, what: str, version: int, rule: str, target: float) -> Row:
        folder = os.path.join(self.work, "site")
        site.write(folder, self.pages, 2)
        with machine.web_server(folder, self.work) as base:
            ours = self.crawl_ombud(folder, base, version, rule)
            row = f"{ours:.0f} pages a CPU second"
            try:
                peer = self.crawl_scrapy(folder, base)
            except Missing as missing:
                return Row("crawling", what, row, f"not measured: {missing}", None, f"{target} times", None)
        ratio = ours / peer
        return Row("crawling", what, row, f"Scrapy {peer:.0f}", f"{ratio:.1f} times", f"{target} times",
                   ratio >= target)

    def crawl_ombud(self, folder: str, base: str, version: int, rule: str) -> float:
        figures = []
        for _ in range(self.rounds):
            ombud = self.ombud()
            ombud.watch([f"{base}/p{page}.html" for page in range(self.pages)], rule=rule)
            for number in range(version + 1):
                machine.publish(folder, f"v{number}")
                done = machine.run(ombud.poll())
            with contextlib.closing(sqlite3.connect(ombud.store)) as store:
                count = store.execute("SELECT count(*) FROM mention").fetchone()[0]
            expect(count == self.pages * (site.REVIEWS + version), f"{count} mentions, {done.output[-300:]}")
            figures.append(self.pages / done.cpu)
        return statistics.median(figures)

    def crawl_scrapy(self, folder: str, base: str) -> float:
        if "scrapy" in self.memo:
            return self.memo["scrapy"]
        if not self.scrapy:
            raise Missing("Scrapy could not be installed; see above")
        machine.publish(folder, "v0")
        out = os.path.join(self.work, "scrapy.jsonl")
        spider = os.path.join(os.path.dirname(__file__), "reviews_spider.py")
        figures = []
        for _ in range(self.rounds):
            done = machine.run(
                self.scrapy + ["runspider", spider, "-a", f"base={base}", "-a", f"pages={self.pages}", "-O", out])
            with open(out, encoding="utf-8") as file:
                count = sum(1 for _ in file)
            expect(count == self.pages * site.REVIEWS, f"Scrapy found {count} reviews: {done.output[-300:]}")
            figures.append(self.pages / done.cpu)
        self.memo["scrapy"] = statistics.median(figures)
        return self.memo["scrapy"]

    # Reading -------------------------------------------------------------------------------------

    def reading(self) -> list:
        """Reading over libxml2 parsing the same bytes: the site's pages, and real ones where they are."""
        program, folder = self.reading_program()
        sets = [("pages of the site", folder, [])]
        real = os.path.join(os.environ.get("OMBUD_CASES", os.path.join(ROOT, "..", "shared", "data")), "reviews", "pages")
        if os.path.isdir(real):
            sets.append(("real pages", real, []))
            sets.append(("real pages without their JSON-LD", real, ["--without-json-ld"]))
        rows = []
        for what, pages, options in sets:
            done = machine.run([program, pages, str(3 * self.rounds)] + options)
            count, records, ours, peer, ratio = (float(word) for word in done.output.split())
            expect(records > 0, f"{records:.0f} records of {count:.0f} pages")
            rows.append(Row(
                "reading", f"{count:.0f} {what}", f"{ours / count * 1000:.2f} ms a page, {records:.0f} records",
                f"libxml2's parsing {peer / count * 1000:.2f} ms", f"{ratio:.2f} times as long", "at most 1.5",
                ratio <= 1.5))
        return rows

    def reading_long(self) -> Row:
        """Resident memory must not grow with the pages that were read."""
        program, folder = self.reading_program()
        early, late = (int(word) / 1024 for word in machine.run([program, folder, "--long", "100000"]).output.split())
        return Row("reading", "resident after 100000 pages of 98 kB", f"{late:.1f} MB, {early:.1f} after 10000", "", None,
                   "no growth", late <= early + 2)

    def reading_program(self) -> tuple:
        folder = os.path.join(self.work, "pages")
        site.write(folder, 20, 1)
        return machine.built(ROOT, "reading-pages", self.work), os.path.join(folder, "v0")

    # Terms ---------------------------------------------------------------------------------------

    def terms(self) -> Row:
        """10,000 inflected terms in texts, each a call; the peer has the same forms and texts folded before."""
        cases = os.environ.get("OMBUD_CASES", os.path.join(ROOT, "..", "shared", "data"))
        folder = os.path.join(self.work, "terms")
        os.makedirs(folder, exist_ok=True)
        names, texts, folded = terms.write(folder, cases)
        program = machine.built(ROOT, "matching-terms", self.work)
        forms = os.path.join(folder, "forms.txt")
        with open(forms, "w", encoding="utf-8") as file:
            file.write(machine.run([program, names, "--forms"]).output)
        with open(texts, "rb") as file:
            size = sum(len(line.rstrip(b"\n")) for line in file) / 1e6
        what = f"10000 inflected terms in {size:.0f} MB of texts"
        rounds = str(max(3, self.rounds))
        rate, found = (float(word) for word in machine.run([program, names, texts, rounds]).output.split())
        expect(found > 0, "no term was found")
        row = f"{rate:.0f} MB a CPU second"
        try:
            python = machine.python_with("pyahocorasick", "ahocorasick", self.work)
        except Missing as missing:
            return Row("terms", what, row, f"not measured: {missing}", None, "3 times", None)
        peer = machine.run([python, terms.__file__, forms, folded, rounds]).output.split()
        peer_rate = size / float(peer[0])
        return Row("terms", what, row, f"pyahocorasick {peer_rate:.0f}", f"{rate / peer_rate:.1f} times", "3 times",
                   rate / peer_rate >= 3)
    # Near duplicates -----------------------------------------------------------------------------

    def duplicates(self) -> Row:
        """A million texts added and looked up over datasketch's MinHashLSH with 20,000 of them."""
        texts = os.path.join(self.work, "texts")
        near.write(texts, 20_000)
        program = machine.built(ROOT, "near-duplicates", self.work)
        count, rate, recall, pairs = (float(word) for word in machine.run([program, texts, "50"]).output.split())
        what = f"{count:.0f} texts, add and query, one core"
        ours = f"{rate:.0f} a CPU second, recall {recall:.4f} of {pairs:.0f} pairs"
        python = machine.python_with("datasketch", "datasketch", self.work)
        script = os.path.join(os.path.dirname(__file__), "lsh_peer.py")
        peer = float(machine.run([python, script, texts]).output)
        ratio = rate / peer
        return Row("near duplicates", what, ours, f"datasketch {peer:.0f} (20000 texts)", f"{ratio:.1f} times",
                   "20 times, 0.99", ratio >= 20 and recall >= 0.99)

    # Scoring -------------------------------------------------------------------------------------

    def scoring(self) -> list:
        """Texts a second with the shipped model; and per labelled set how well a model does on held texts."""
        cases = os.environ.get("OMBUD_CASES", os.path.join(ROOT, "..", "shared", "data"))
        if not os.path.exists(os.path.join(cases, "text", "complaints.jsonl")):
            raise Missing(f"no text/complaints.jsonl in {cases}")
        program = machine.built(ROOT, "scoring", self.work)
        count, length, cpu = (float(word) for word in
                              machine.run([program, cases, str(self.rounds)]).output.split()[-3:])
        speed = count / cpu
        rows = [Row("scoring", f"{count:.0f} texts of {length:.0f} bytes, language, facts and reasons",
                    f"{speed:.0f} texts a second a core", "", None, "20000", speed >= 20000)]
        trainer = machine.built(ROOT, "train-model", self.work)
        done = machine.run([trainer, "--cases", cases, "--json", "--texts",
                            os.path.join(ROOT, "Tools", "TrainModel")])
        ours = {}
        for line in done.output.splitlines():
            if line.startswith("{"):
                figure = json.loads(line)
                ours[figure["set"]] = figure
        peer = {}
        with contextlib.suppress(Missing):
            python = machine.python_with("scikit-learn", "sklearn", self.work)
            script = os.path.join(os.path.dirname(__file__), "judging_peer.py")
            lines = machine.run([python, script, cases]).output.splitlines()
            peer = {words[0]: float(words[1]) for words in map(str.split, lines) if words and words[0] in ours}
        for name, figure in ours.items():
            theirs = peer.get(name)
            if name != "all":
                rows.append(Row(
                    "scoring", f"{name}, {figure['texts']} held texts", f"AUC {figure['auc']:.4f}",
                    "not measured" if theirs is None else f"scikit-learn {theirs:.4f}", None, "not below",
                    None if theirs is None else figure["auc"] >= theirs))
        return rows

    # Fetching ------------------------------------------------------------------------------------

    def fetch(self) -> Row:
        """The transport alone over curl, which drops what it gets as well; every page answers 304."""
        what = f"{self.sources} unchanged pages (304), 50 at a time"
        curl = shutil.which("curl")
        if curl is None:
            raise Missing("curl is not installed")
        program = machine.built(ROOT, "fetching", self.work)
        with self.small_site() as base:
            urls = [f"{base}/p{page}.html" for page in range(self.sources)]
            addresses = os.path.join(self.work, "addresses")
            with open(addresses, "w") as file:
                file.write("\n".join(urls))
            header = "If-Modified-Since: " + time.strftime("%a, %d %b %Y %H:%M:%S GMT", time.gmtime())
            settings = os.path.join(self.work, "curl.conf")
            with open(settings, "w") as file:
                file.write(f'header = "{header}"\n')
                file.writelines(f'url = "{url}"\noutput = "/dev/null"\n' for url in urls)
            command = [curl, "--silent", "--parallel", "--parallel-max", "50", "--config", settings]
            ours, peer = [], []
            # In turns, so that a busy moment of the machine falls on both.
            for _ in range(self.rounds):
                unchanged, rate = machine.run([program, addresses, "50", header]).output.split()
                expect(int(unchanged) == self.sources, f"{unchanged} of {self.sources} answered 304")
                ours.append(float(rate))
                peer.append(self.sources / machine.run(command).wall)
        ratio = statistics.median(ours) / statistics.median(peer)
        return Row("fetching", what, f"{statistics.median(ours):.0f} a second",
                   f"curl --parallel {statistics.median(peer):.0f}", f"{ratio:.2f} times", "0.8 times", ratio >= 0.8)

    def unchanged(self) -> Row:
        """Whole visits of pages that do not change, with their commits; there is no peer for that."""
        with self.small_site() as base:
            ombud = self.ombud()
            ombud.watch([f"{base}/p{page}.html" for page in range(self.sources)])
            for _ in range(2):
                machine.run(ombud.poll())
            rate = statistics.median(self.sources / machine.run(ombud.poll()).wall for _ in range(self.rounds))
        return Row("visits", f"{self.sources} unchanged pages, polled, store and all", f"{rate:.0f} a second", "", None,
                   "", None)

    @contextlib.contextmanager
    def small_site(self):
        folder = os.path.join(self.work, "small")
        site.write_small(os.path.join(folder, "v0"), self.sources)
        machine.publish(folder, "v0")
        with machine.web_server(folder, self.work) as base:
            yield base

    # The queue -----------------------------------------------------------------------------------

    def queue(self) -> list:
        """Whole processes over a store of 1,000,000 mentions and 100,000 cases, as usual and at its worst."""
        rows = []
        for name, active, inbox in (("usual", 2000, 1000), ("crowded", 20_000, 20_000)):
            ombud = self.filled_store(name, active, inbox)
            for command in (["inbox"], ["inbox", "--json"], ["case", "list"], ["case", "list", "--json", "--limit", "200"],
                            ["case", "list", "--owner", "ola", "--due", "today,overdue", "--topic", "refund"],
                            ["mention", "list"]):
                run = [self.binary] + command + ["--config", ombud.folder]
                expect(machine.run(run).output != "", f"{command} prints nothing")
                # The whole inbox is as long as it is: a figure without a target.
                target = 50 if command != ["inbox", "--json"] or inbox <= 1000 else None
                median = statistics.median(machine.run(run).wall * 1000 for _ in range(max(15, self.rounds)))
                rows.append(Row(
                    "queue", f"`{' '.join(command)}`, {active} active cases, {inbox} in the inbox",
                    f"{median:.0f} ms", "", None, f"{target} ms" if target else "", median <= target if target else None))
        return rows

    def filled_store(self, name: str, active: int, inbox: int) -> Ombud:
        """Made once; Ombud makes the store and its schema, the rows come from `queue_store.py`."""
        ombud = Ombud(self.binary, os.path.join(self.work, "queue", name), keeps=True)
        ombud.watch(["http://127.0.0.1:9/"])
        mark = os.path.join(ombud.folder, "filled-by")
        wanted = f"{machine.digest(self.binary)} {machine.digest(queue_store.__file__)}"
        if not (os.path.exists(mark) and open(mark).read() == wanted):
            ombud.forget()
            with ombud.serve():
                pass
            queue_store.fill(ombud.store, 1_000_000, 100_000, active, inbox)
            with open(mark, "w") as file:
                file.write(wanted)
        return ombud

    # Alerts --------------------------------------------------------------------------------------

    def alerts(self) -> list:
        return alerts.rows(self, Row)

    # Memory and start ----------------------------------------------------------------------------

    def start(self) -> Row:
        what = f"exec to READY, {self.sources} sources that the store knows"
        ombud = self.known_sources()
        took = []
        for _ in range(max(5, self.rounds)):
            with ombud.serve() as (_, seconds):
                took.append(seconds * 1000)
        median = statistics.median(took)
        return Row("start", what, f"{median:.0f} ms", "", None, "300 ms", median <= 300)

    def memory(self) -> Row:
        what = f"resident, idle, {self.sources} sources, half a minute after READY"
        ombud = self.known_sources()
        with ombud.serve() as (process, _):
            time.sleep(30)
            return self.resident(what, process, 40)

    def known_sources(self) -> Ombud:
        """A daemon's store after it visited everything once: nothing is due for half a day."""
        ombud = self.ombud()
        with self.small_site() as base:
            ombud.watch([f"{base}/p{page}.html" for page in range(self.sources)])
            machine.run(ombud.poll())
        return ombud

    def memory_long(self) -> Row:
        """1,000 sources polled over and over; every page differs a little each time it is asked for."""
        what = "resident after 100000 pages of 98 kB, 1000 sources"
        folder = os.path.join(self.work, "site")
        site.write(folder, 1000, 2)
        machine.publish(folder, "v0")
        with machine.web_server(folder, self.work) as base:
            ombud = self.ombud()
            ombud.watch([f"{base}/fresh/p{page}.html" for page in range(1000)], every="1s")
            with ombud.serve() as (process, _):
                end = time.monotonic() + 1800
                while time.monotonic() < end:
                    time.sleep(5)
                    with contextlib.closing(sqlite3.connect(f"file:{ombud.store}?mode=ro", uri=True)) as store:
                        if store.execute("SELECT count(*) FROM visit").fetchone()[0] >= 100_000:
                            break
                return self.resident(what, process, 120)

    def resident(self, what: str, process, target: int) -> Row:
        kb = machine.resident_kb(process.pid)
        figure = (f"{kb['all'] / 1024:.0f} MB ({kb['own'] / 1024:.0f} own, "
                  f"{kb['mapped'] / 1024:.0f} mapped from the binary and libraries)")
        return Row("memory", what, figure, "", None, f"{target} MB", kb["all"] / 1024 <= target)


def expect(is_so: bool, found: str) -> None:
    if not is_so:
        raise RuntimeError(f"the run is not what it should be: {found}")
