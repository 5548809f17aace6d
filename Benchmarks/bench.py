"""`make bench`: Ombud against its peers, one table. See docs/benchmarks.md.

    python3 Benchmarks/bench.py [NAME...] [--pages N] [--sources N] [--rounds N] [--keep] [--write]
"""

import argparse
import os
import shutil
import subprocess
import sys
import venv

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from suite import machine, report  # noqa: E402
from suite.rows import Bench, Row  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUILD = os.path.join(ROOT, ".build", "bench")
NAMES = ["first", "first-rule", "later", "reading", "terms", "duplicates", "scoring", "fetch", "unchanged", "start", "memory", "queue", "alerts"]
LONG = ["memory-long", "reading-long"]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures Ombud against its peers.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(NAMES + LONG)}; all but the long ones")
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build", "release", "ombud"))
    parser.add_argument("--pages", type=int, default=1000, help="pages of 98 kB that are crawled")
    parser.add_argument("--sources", type=int, default=10_000, help="sources of the other rows")
    parser.add_argument("--rounds", type=int, default=3, help="each figure is the median of so many")
    parser.add_argument("--write", action="store_true", help="put the table into docs/benchmarks.md")
    options = parser.parse_args()
    names = options.names or NAMES
    for name in names:
        if name not in NAMES + LONG:
            parser.error(f"there is no benchmark {name}; there are {', '.join(NAMES + LONG)}")
    if not os.access(options.binary, os.X_OK):
        parser.error(f"{options.binary} is not there; `make release` builds it, `make bench` does so by itself")
    os.makedirs(BUILD, exist_ok=True)
    scrapy = installed_scrapy() if any(name in ("first", "first-rule", "later") for name in names) else []
    bench = Bench(options.binary, scrapy, BUILD, options.pages, options.sources, options.rounds)
    rows = []
    for name in names:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        try:
            found = getattr(bench, name.replace("-", "_"))()
            rows += found if isinstance(found, list) else [found]
        except machine.Missing as missing:
            rows.append(Row(name, "", "not measured", str(missing), None, "", None))
    table = report.table(rows)
    print(report.heading(options.binary, scrapy, "make bench " + " ".join(sys.argv[1:])))
    print(table)
    if options.write:
        report.write(os.path.join(ROOT, "docs", "benchmarks.md"), rows, options.binary, scrapy)
    return 0


def installed_scrapy() -> list:
    """The peer in a virtual environment of its own; empty when it cannot be had."""
    folder = os.path.join(BUILD, "venv")
    command = os.path.join(folder, "bin", "scrapy")
    if os.access(command, os.X_OK):
        return [command]
    try:
        shutil.rmtree(folder, ignore_errors=True)
        venv.create(folder, with_pip=True)
        subprocess.run([os.path.join(folder, "bin", "pip"), "install", "--quiet", "scrapy"], check=True)
    except (subprocess.CalledProcessError, OSError, SystemExit) as fault:
        print(f"Scrapy could not be installed ({fault}); on Debian the virtual environment needs the package "
              "python3-venv, and pip a network", file=sys.stderr)
        return []
    return [command] if os.access(command, os.X_OK) else []


if __name__ == "__main__":
    sys.exit(main())
