"""Proves what is written to events.jsonl and what is read from control.json, without an engine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from engine import PYTHON_DIR

sys.path.insert(0, str(PYTHON_DIR))

from anneal_control import Control, Request  # noqa: E402
from anneal_events import Emitter, number, numbers  # noqa: E402


class EventsTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = Path(holder.name)

    def test_numbers_are_typed(self) -> None:
        self.assertEqual([number(value) for value in (1, 0.5, "4.765", True)], [1, 0.5, 4.765, 1])
        odd = [float("nan"), float("inf"), float("-inf"), "nan", "1e400"]
        self.assertEqual(
            [number(value) for value in odd], ["NaN", "Infinity", "-Infinity", "NaN", "Infinity"]
        )
        self.assertEqual(numbers({"loss": "0.5", "note": "text", "none": None}), {"loss": 0.5})

    def test_each_event_is_one_line(self) -> None:
        path = self.folder / "events.jsonl"
        emitter = Emitter(str(path))
        emitter.emit("phase", phase="preparing", message="two\nlines, 中文 and \udcff")
        emitter.emit("save", step=3, path="checkpoint-3")
        first, second = path.read_text("utf-8").splitlines()
        self.assertEqual(json.loads(first)["v"], 1)
        self.assertEqual(json.loads(second)["path"], "checkpoint-3")

    def test_without_a_file_nothing_happens(self) -> None:
        Emitter(None).emit("phase", phase="preparing", message="quiet")
        Emitter("/nowhere/events.jsonl").emit("phase", phase="preparing", message="quiet")

    def test_what_a_full_disk_cut_short_is_written_again_whole(self) -> None:
        code = f"""
import os, resource, signal, sys
sys.path.insert(0, {str(PYTHON_DIR)!r})
from anneal_events import Emitter
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
emitter = Emitter({str(self.folder / "events.jsonl")!r})
emitter.emit("phase", phase="training", message="a" * 60)
resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))
emitter.emit("phase", phase="training", message="b" * 60)
emitter.emit("phase", phase="training", message="c" * 60)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
emitter.emit("phase", phase="training", message="d" * 60)
"""
        subprocess.run([sys.executable, "-c", code], check=True)
        whole = []
        for line in (self.folder / "events.jsonl").read_text().splitlines():
            try:
                whole.append(json.loads(line)["message"][0])
            except ValueError:
                continue
        self.assertEqual(whole, ["a", "b", "c", "d"])

    def test_requests_are_handed_out_once(self) -> None:
        path = self.folder / "control.json"
        control = Control(str(path))
        self.assertEqual(control.take(), [])
        path.write_text('{"requests": [{"id": "1", "action"')
        self.assertEqual(control.take(), [])
        rows = [{"id": "1", "action": "save"}, {"id": "2", "action": "dance"}]
        path.write_text(json.dumps({"requests": rows}))
        self.assertEqual(control.take(), [Request("1", "save")])
        rows.append({"id": "3", "action": "pause"})
        temporary = self.folder / "control.tmp"
        temporary.write_text(json.dumps({"requests": rows}))
        os.replace(temporary, path)
        self.assertEqual(control.take(), [Request("3", "pause")])
        self.assertEqual(control.take(), [])


if __name__ == "__main__":
    unittest.main()
