"""The table, for a terminal and for docs/benchmarks.md."""

import re
import subprocess

from . import machine

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
HEADS = ["what", "measure", "Ombud", "peer", "ratio", "target", "met"]


def cells(rows: list) -> list:
    met = {True: "yes", False: "no", None: "-"}
    return [[row.name, row.what, row.ombud, row.peer or "-", row.ratio or "-", row.target, met[row.met]]
            for row in rows]


def table(rows: list) -> str:
    lines = [HEADS] + cells(rows)
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths)).rstrip() for line in lines)


def heading(binary: str, scrapy: list, command: str) -> str:
    return f"{machine.describe()}; {versions(binary, scrapy)}; `{command.strip()}`"


def versions(binary: str, scrapy: list) -> str:
    found = [f"ombud {first_line([binary, '--version'])}"]
    if scrapy:
        found.append(first_line(scrapy + ["version"]))
    for command, pattern in ((["curl", "--version"], r"curl [\d.]+"), (["nginx", "-v"], r"nginx/[\d.]+")):
        match = re.search(pattern, first_line(command))
        if match:
            found.append(match.group(0))
    return ", ".join(found)


def first_line(command: list) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except OSError:
        return ""
    return ((done.stdout + done.stderr).strip().splitlines() or [""])[0]


def write(path: str, rows: list, binary: str, scrapy: list) -> None:
    """Puts the rows between the marks of the document; rows that were not measured now stay as they were."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    before, rest = text.split(BEGIN, 1)
    old, after = rest.split(END, 1)
    new = {(cell[0], cell[1]): cell for cell in cells(rows)}
    kept = [line for line in re.findall(r"^\| (.*) \|$", old, re.M)]
    lines = []
    for line in kept:
        cell = [part.strip() for part in line.split(" | ")]
        if len(cell) != len(HEADS) or cell == HEADS:
            continue
        lines.append(new.pop((cell[0], cell[1]), cell))
    lines += new.values()
    body = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    head = "| " + " | ".join(HEADS) + " |\n|" + "---|" * len(HEADS)
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{BEGIN}\n{heading(binary, scrapy, 'make bench')}.\n\n{head}\n{body}\n{END}{after}")
