"""Owns the playing of a recorded attempt as if it were the engine: same events, log and files, same obedience.

Refuses to be cleverer than a recording: a request gets the short answer that the real engine gives, then it ends.
"""

from __future__ import annotations

import argparse
import json
import os
import signal
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Never

from anneal_control import Control, Request
from anneal_events import emit
from stand_ins import StandIns

LOOK_SECONDS = 0.02


@dataclass(frozen=True)
class Beat:
    """One thing that happens at `at` ms after the start: an event, or the log growing to (or going on from) `end`."""

    at: float
    event: dict[str, Any] | None = None
    end: int = 0
    silent: bool = False


def lines(path: Path) -> list[dict[str, Any]]:
    return (
        [json.loads(line) for line in path.read_text("utf-8").splitlines() if line] if path.exists() else []
    )


def score(folder: Path) -> list[Beat]:
    events = lines(folder / "events.jsonl")
    start = events[0]["t"] if events else 0
    beats = [Beat(event["t"] - start, event) for event in events]
    beats += [Beat(row["t"], None, row["end"]) for row in lines(folder / "log-timing.jsonl")]
    # The log first: what is printed is there before the event that speaks of it.
    return sorted(beats, key=lambda beat: (beat.at, beat.event is not None))


def step_of(event: dict[str, Any]) -> int | None:
    if event["type"] == "progress" and event["unit"] == "steps":
        return int(event["done"])
    return int(event["step"]) if event["type"] in ("metrics", "save") else None


def from_step(beats: list[Beat], step: int) -> list[Beat]:
    """The beats of an attempt that goes on after `step`: loading as recorded, then straight to that place."""
    begin = next((beat.at for beat in beats if beat.event and beat.event["type"] == "begin"), 0.0)
    done = [beat.at for beat in beats if beat.event and (step_of(beat.event) or step + 1) <= step]
    gone = max(done, default=begin)
    played = [beat for beat in beats if beat.at <= begin]
    played.append(
        Beat(begin, None, max((beat.end for beat in beats if beat.at <= gone), default=0), silent=True)
    )
    return played + [Beat(beat.at - gone + begin, beat.event, beat.end) for beat in beats if beat.at > gone]


class Player:
    def __init__(self, folder: Path, speed: float) -> None:
        self._speed = speed
        self._resume = int(os.environ.get("ANNEAL_RESUME_STEP") or 0)
        self._beats = from_step(score(folder), self._resume) if self._resume else score(folder)
        self._log = (folder / "output.log").read_bytes() if (folder / "output.log").exists() else b""
        self._exit = next(iter(lines(folder / "exit.json")), {"code": 0, "signal": None})
        self._control = Control(os.environ.get("ANNEAL_CONTROL"))
        target = os.environ.get("ANNEAL_EXPORT_DIR") or os.environ.get("ANNEAL_OUTPUT_DIR")
        self._files = StandIns(folder / "output-files.json", Path(target) if target else None)
        self._shown = 0
        self._step = self._resume
        self._training = False

    def play(self) -> Never:
        began = time.monotonic()
        for beat in self._beats:
            while (left := began + beat.at / 1000 / self._speed - time.monotonic()) > 0:
                time.sleep(min(left, LOOK_SECONDS))
                self._obey()
            self._obey()
            self._perform(beat)
        self._finish()

    def _perform(self, beat: Beat) -> None:
        if beat.event is None:
            if not beat.silent:
                os.write(1, self._log[self._shown : beat.end])
            self._shown = max(self._shown, beat.end)
            return
        event = {name: value for name, value in beat.event.items() if name not in ("v", "t")}
        if event["type"] == "begin":
            self._training = True
            event |= {"step": self._resume, "resumedFrom": self._resume or None}
        self._step = step_of(event) or self._step
        if event["type"] == "save":
            self._files.checkpoint(event["step"])
        if event["type"] == "end":
            self._training = False
            self._files.result()
        emit(**event)

    def _obey(self) -> None:
        for request in self._control.take() if self._training else []:
            self._act(request)

    def _act(self, request: Request) -> None:
        emit("acted", id=request.id, action=request.action, step=self._step)
        if request.action in ("save", "pause"):
            self._files.checkpoint(self._step)
            emit("save", step=self._step, path=f"checkpoint-{self._step}")
        if request.action in ("pause", "stop"):
            emit("phase", phase="saving", message="Saving the result")
            self._files.result()
            emit(
                "end", step=self._step, reason="paused" if request.action == "pause" else "stopped", values={}
            )
            sys.exit(0)

    def _finish(self) -> Never:
        os.write(1, self._log[self._shown :])
        if self._exit.get("signal"):
            number = signal.Signals[self._exit["signal"]]
            signal.signal(number, signal.SIG_DFL) if number != signal.SIGKILL else None
            os.kill(os.getpid(), number)
        sys.exit(self._exit.get("code") or 0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("recording", type=Path)
    parser.add_argument("--speed", type=float, default=1.0)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda _number, _frame: sys.exit(143))
    Player(options.recording, options.speed).play()


if __name__ == "__main__":
    main()
