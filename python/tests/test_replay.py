"""Proves that a recording plays like the engine it was taken from: events, log, files, requests, resume, exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path
from typing import Any

from engine import PYTHON_DIR


def metric(at: int, step: int) -> list[dict[str, Any]]:
    return [
        {"v": 1, "t": at, "type": "progress", "done": step, "total": 4, "unit": "steps", "message": None},
        {
            "v": 1,
            "t": at,
            "type": "metrics",
            "kind": "train",
            "step": step,
            "epoch": 0.5,
            "values": {"loss": 1.0 / step},
        },
    ]


EVENTS = [
    {"v": 1, "t": 1000, "type": "phase", "phase": "preparing", "message": "Importing the engine"},
    {
        **{"v": 1, "t": 1100, "type": "begin", "step": 0, "maxSteps": 4, "epochs": 1, "resumedFrom": None},
        **{"trainableParams": 1, "totalParams": 2, "effectiveBatchSize": 1, "examples": 4},
    },
    *metric(1200, 1),
    *metric(1300, 2),
    {"v": 1, "t": 1310, "type": "save", "step": 2, "path": "checkpoint-2"},
    *metric(1400, 3),
    *metric(1500, 4),
    {"v": 1, "t": 1600, "type": "end", "step": 4, "reason": "completed", "values": {"loss": 0.25}},
]
FILES = [
    {"path": "adapter_model.safetensors", "size": 5000},
    {"path": "adapter_config.json", "size": 20, "text": '{"r": 8}'},
    {"path": "checkpoint-2/adapter_model.safetensors", "size": 5000},
    {"path": "checkpoint-2/trainer_state.json", "size": 999},
]


class ReplayTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.home = Path(holder.name)
        self.record(EVENTS, {"code": 0, "signal": None})

    def record(self, events: list[dict[str, Any]], end: dict[str, Any]) -> None:
        folder = self.home / "recording"
        folder.mkdir(exist_ok=True)
        (folder / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in events))
        (folder / "output.log").write_text("loading\nstep 1\nstep 2\nstep 3\nbye\n")
        timing = [(50, 8), (190, 15), (290, 22), (390, 29), (600, 33)]
        (folder / "log-timing.jsonl").write_text(
            "".join(json.dumps({"t": t, "end": e}) + "\n" for t, e in timing)
        )
        (folder / "exit.json").write_text(json.dumps(end))
        (folder / "output-files.json").write_text(json.dumps(FILES))

    def start(self, speed: float, **more: str) -> subprocess.Popen[str]:
        env = os.environ | {
            "ANNEAL_EVENTS": str(self.home / "events.jsonl"),
            "ANNEAL_CONTROL": str(self.home / "control.json"),
            "ANNEAL_OUTPUT_DIR": str(self.home / "output"),
            **more,
        }
        argv = [sys.executable, PYTHON_DIR / "replay.py", self.home / "recording", "--speed", str(speed)]
        return subprocess.Popen(argv, env=env, stdout=subprocess.PIPE, text=True)

    def events(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (self.home / "events.jsonl").read_text().splitlines()]

    def ask(self, action: str) -> None:
        temporary = self.home / "control.tmp"
        temporary.write_text(json.dumps({"requests": [{"id": "1", "action": action}]}))
        os.replace(temporary, self.home / "control.json")

    def test_plays_everything_with_fresh_times(self) -> None:
        before = time.time() * 1000
        process = self.start(20)
        out, _ = process.communicate()
        self.assertEqual((process.returncode, out), (0, "loading\nstep 1\nstep 2\nstep 3\nbye\n"))
        played = self.events()
        self.assertEqual([event["type"] for event in played], [event["type"] for event in EVENTS])
        self.assertGreater(played[0]["t"], before - 1000)
        weights = (self.home / "output" / "checkpoint-2" / "adapter_model.safetensors").read_bytes()
        self.assertEqual(len(weights), 5000)
        header = json.loads(weights[8 : 8 + int.from_bytes(weights[:8], "little")])
        self.assertEqual(header["hollow"]["data_offsets"][1] + 128, 5000)
        self.assertEqual((self.home / "output" / "adapter_config.json").read_text(), '{"r": 8}')

    def test_pause_then_resume_gives_each_step_once(self) -> None:
        process = self.start(1)
        while (
            not (self.home / "events.jsonl").exists()
            or '"step": 1' not in (self.home / "events.jsonl").read_text()
        ):
            self.assertIsNone(process.poll())
        self.ask("pause")
        process.communicate()
        self.assertEqual(process.returncode, 0)
        paused = self.events()
        step = paused[-1]["step"]
        self.assertEqual(paused[-1]["reason"], "paused")
        self.assertIn("acted", [event["type"] for event in paused])
        state = json.loads((self.home / "output" / f"checkpoint-{step}" / "trainer_state.json").read_text())
        self.assertEqual(state["global_step"], step)
        (self.home / "events.jsonl").unlink()
        (self.home / "control.json").unlink()
        out, _ = self.start(20, ANNEAL_RESUME_STEP=str(step)).communicate()
        resumed = self.events()
        begin = next(event for event in resumed if event["type"] == "begin")
        self.assertEqual((begin["step"], begin["resumedFrom"]), (step, step))
        steps = [event["step"] for event in paused + resumed if event["type"] == "metrics"]
        self.assertEqual(steps, [1, 2, 3, 4])
        self.assertTrue(out.startswith("loading\n") and "step 1" not in out and out.endswith("bye\n"))

    def test_ends_as_the_recorded_process_did(self) -> None:
        self.record(EVENTS[:3], {"code": None, "signal": "SIGKILL"})
        process = self.start(50)
        process.communicate()
        self.assertEqual(process.returncode, -9)

    def test_asked_to_end(self) -> None:
        process = self.start(0.01)
        while not (self.home / "events.jsonl").exists():
            self.assertIsNone(process.poll())
        process.terminate()
        process.communicate()
        self.assertEqual(process.returncode, 143)

    def test_recorder_keeps_the_clock_and_hides_the_machine(self) -> None:
        attempt = self.home / "attempt"
        attempt.mkdir()
        (attempt / "events.jsonl").write_text("".join(json.dumps(event) + "\n" for event in EVENTS))
        (attempt / "output.log").write_text("at /secret/place\nbye\n")
        (attempt / "exit.json").write_text('{"code": 0, "signal": null, "durationMs": 1}')
        out = self.home / "made"
        argv = [
            sys.executable,
            PYTHON_DIR / "record.py",
            attempt,
            out,
            "--replace",
            "/secret/place=/home/you",
        ]
        subprocess.run(argv, check=True)
        self.assertEqual((out / "output.log").read_text(), "at /home/you\nbye\n")
        last = (out / "log-timing.jsonl").read_text().splitlines()[-1]
        self.assertEqual(json.loads(last), {"t": 600, "end": 17})


if __name__ == "__main__":
    unittest.main()
