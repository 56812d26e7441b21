"""Proves what the export of a whole model takes along and what it leaves, and that files appear whole."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path

from engine import ENGINE_PYTHON, PYTHON_DIR, ROOT, needs_engine

SCRIPT = ROOT / "server" / "engines" / "axolotl" / "python" / "copy_model.py"


@needs_engine
class CopyModelTest(unittest.TestCase):
    def test_copies_the_model_and_not_what_led_to_it(self) -> None:
        with tempfile.TemporaryDirectory() as holder:
            home = Path(holder)
            source, target = home / "output", home / "exports" / "poems"
            (source / "checkpoint-3").mkdir(parents=True)
            for name in ("model.safetensors", "config.json", "README.md", "debug.log", "checkpoint-3/optimizer.pt"):
                (source / name).write_text(name)
            config = home / "export.yaml"
            config.write_text(json.dumps({"base_model": str(source), "output_dir": str(target)}))  # JSON is YAML
            events = home / "events.jsonl"
            env = os.environ | {"PYTHONPATH": str(PYTHON_DIR), "ANNEAL_EVENTS": str(events)}
            subprocess.run([ENGINE_PYTHON, SCRIPT, config], env=env, check=True)

            self.assertEqual(sorted(path.name for path in target.iterdir()), ["config.json", "model.safetensors"])
            self.assertEqual((target / "model.safetensors").read_text(), "model.safetensors")
            told = [json.loads(line) for line in events.read_text().splitlines()]
            self.assertEqual(told[-1]["type"], "end")
            self.assertEqual(told[-1]["values"], {"bytes": 28, "files": 2})
            self.assertEqual(told[-2]["done"], told[-2]["total"])


if __name__ == "__main__":
    unittest.main()
