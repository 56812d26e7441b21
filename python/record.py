"""Owns the making of a recording from a real attempt, for replay.py: run it beside the attempt while that runs.

Refuses to keep what tells of this machine: every --replace FROM=TO is applied to all that is written.
"""

from __future__ import annotations

import argparse
import json
import time
from pathlib import Path

from stand_ins import inventory

SAMPLE_SECONDS = 0.1
SPREAD = 40


def sample(attempt: Path) -> list[tuple[float, int]]:
    """(ms since the first event, size of the log) until the attempt has ended."""
    rows: list[tuple[float, int]] = []
    while True:
        ended = (attempt / "exit.json").exists()
        log = attempt / "output.log"
        size = log.stat().st_size if log.exists() else 0
        if size and (not rows or rows[-1][1] != size):
            rows.append((time.time() * 1000, size))
        if ended:
            return rows
        time.sleep(SAMPLE_SECONDS)


def spread(size: int, start: float, end: float) -> list[tuple[float, int]]:
    """The attempt had ended before we came: its log is taken to have grown evenly."""
    return [(start + (end - start) * at / SPREAD, size * at // SPREAD) for at in range(1, SPREAD + 1)]


def whole_lines(log: bytes, end: int) -> int:
    if end >= len(log):
        return len(log)
    return max(log.rfind(b"\n", 0, end), log.rfind(b"\r", 0, end)) + 1


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("attempt", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--output", type=Path, help="the folder that the engine writes its result to")
    parser.add_argument("--replace", action="append", default=[], metavar="FROM=TO")
    options = parser.parse_args()
    swaps = [tuple(pair.split("=", 1)) for pair in options.replace]

    def clean(text: str) -> str:
        for old, new in swaps:
            text = text.replace(old, new)
        return text

    def clean_bytes(data: bytes) -> bytes:
        for old, new in swaps:
            data = data.replace(old.encode(), new.encode())
        return data

    late = (options.attempt / "exit.json").exists()
    samples = sample(options.attempt)
    events = [
        json.loads(line)
        for line in (options.attempt / "events.jsonl").read_text("utf-8").splitlines()
        if line
    ]
    log = (options.attempt / "output.log").read_bytes()
    start, end = events[0]["t"], events[-1]["t"]
    if late:
        samples = spread(len(log), start, end)

    options.out.mkdir(parents=True, exist_ok=True)
    cleaned = "".join(clean(json.dumps(event, ensure_ascii=False)) + "\n" for event in events)
    (options.out / "events.jsonl").write_text(cleaned, "utf-8")
    (options.out / "output.log").write_bytes(clean_bytes(log))
    timing = []
    for at, size in samples:
        reached = len(clean_bytes(log[: whole_lines(log, size)]))
        if not timing or timing[-1]["end"] != reached:
            timing.append({"t": max(0, round(at - start)), "end": reached})
    (options.out / "log-timing.jsonl").write_text("".join(json.dumps(row) + "\n" for row in timing), "utf-8")
    exit_record = json.loads((options.attempt / "exit.json").read_text("utf-8"))
    kept = {name: exit_record[name] for name in ("code", "signal")}
    (options.out / "exit.json").write_text(json.dumps(kept) + "\n", "utf-8")
    if options.output and options.output.is_dir():
        rows = ",\n".join(
            "  " + clean(json.dumps(row, ensure_ascii=False)) for row in inventory(options.output)
        )
        (options.out / "output-files.json").write_text(f"[\n{rows}\n]\n", "utf-8")


if __name__ == "__main__":
    main()
