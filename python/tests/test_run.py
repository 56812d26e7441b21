"""Proves run.py and export.py on the real engine: same losses as the plain CLI, requests obeyed, failures told."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

from engine import ENGINE_DIR, ENGINE_PYTHON, PYTHON_DIR, ROOT, engine, needs_engine

DEMO = ROOT / "configs" / "demo"
TRAIN = {
    "model_name_or_path": str(DEMO / "models" / "demo-text"),
    "template": "qwen",
    "stage": "sft",
    "do_train": True,
    "finetuning_type": "lora",
    "lora_rank": 4,
    "dataset": "demo_pirate",
    "dataset_dir": str(DEMO / "data"),
    "max_samples": 120,
    "val_size": 0.1,
    "eval_strategy": "steps",
    "eval_steps": 10,
    "per_device_train_batch_size": 4,
    "learning_rate": 1.0e-3,
    "max_steps": 20,
    "logging_steps": 1,
    "save_steps": 10,
    "include_num_input_tokens_seen": True,
    "report_to": "none",
    "use_cpu": True,
    "seed": 1,
}


@needs_engine
class RunTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.home = Path(holder.name)

    def config(self, name: str, **keys: Any) -> Path:
        path = self.home / f"{name}.yaml"
        path.write_text(json.dumps(keys))  # JSON is YAML
        return path

    def tell(
        self, script: str, config: Path, requests: list[str] | None = None
    ) -> tuple[int, list[dict[str, Any]]]:
        events = self.home / f"{config.stem}.jsonl"
        control = self.home / f"{config.stem}.control"
        rows = [{"id": action, "action": action} for action in requests or []]
        control.write_text(json.dumps({"requests": rows}))
        env = os.environ | {
            "HF_HUB_OFFLINE": "1",
            "PYTHONPATH": str(PYTHON_DIR),
            "ANNEAL_EVENTS": str(events),
            "ANNEAL_CONTROL": str(control),
        }
        argv = [ENGINE_PYTHON, ENGINE_DIR / script, config]
        done = subprocess.run(argv, env=env, cwd=self.home, capture_output=True, text=True, check=False)
        return done.returncode, [json.loads(line) for line in events.read_text().splitlines()]

    def losses(self, output: Path) -> list[Any]:
        history = json.loads((output / "trainer_state.json").read_text())["log_history"]
        return [(row["step"], row.get("loss"), row.get("eval_loss"), row.get("grad_norm")) for row in history]

    def test_same_losses_as_the_plain_command_line_then_merge(self) -> None:
        ours, plain = self.home / "ours", self.home / "plain"
        code, events = self.tell("run.py", self.config("ours", **TRAIN, output_dir=str(ours)))
        self.assertEqual(code, 0)
        engine(
            "-m",
            "llamafactory.cli",
            "train",
            self.config("plain", **TRAIN, output_dir=str(plain)),
            cwd=self.home,
        )
        self.assertEqual(self.losses(ours), self.losses(plain))
        same = [(folder / "adapter_model.safetensors").read_bytes() for folder in (ours, plain)]
        self.assertEqual(same[0], same[1])

        told = [(row["step"], row["values"]["loss"]) for row in events if row.get("kind") == "train"]
        self.assertEqual(told, [(step, loss) for step, loss, *_ in self.losses(ours) if loss is not None])
        begin = next(event for event in events if event["type"] == "begin")
        self.assertEqual((begin["step"], begin["maxSteps"], begin["examples"]), (0, 20, 108))
        self.assertEqual([event["step"] for event in events if event["type"] == "save"], [10, 20])
        rates = next(event["values"] for event in events if event.get("kind") == "train")
        for name in (
            "grad_norm",
            "learning_rate",
            "samples_per_second",
            "steps_per_second",
            "tokens_per_second",
        ):
            self.assertGreater(rates[name], 0 if name != "learning_rate" else -1)
        self.assertEqual((events[-1]["type"], events[-1]["reason"]), ("end", "completed"))

        merged = self.home / "merged"
        export = {"model_name_or_path": TRAIN["model_name_or_path"], "adapter_name_or_path": str(ours)}
        export |= {"template": "qwen", "export_dir": str(merged), "export_size": 2, "export_device": "cpu"}
        code, events = self.tell("export.py", self.config("merge", **export))
        self.assertEqual(code, 0)
        phases = list(dict.fromkeys(event["phase"] for event in events if event["type"] == "phase"))
        self.assertEqual(phases, ["preparing", "merging", "saving"])
        self.assertEqual(events[-1]["reason"], "completed")
        for name in ("model.safetensors", "tokenizer.json", "chat_template.jinja", "Modelfile"):
            self.assertTrue((merged / name).is_file(), name)
        check = PYTHON_DIR / "demo" / "compare_merge.py"
        compared = json.loads(engine(check, export["model_name_or_path"], ours, merged))
        self.assertTrue(compared["equal"], compared)

    def test_pause_writes_a_checkpoint_and_resume_goes_on(self) -> None:
        output = self.home / "paused"
        keys = TRAIN | {"output_dir": str(output)}
        code, events = self.tell("run.py", self.config("pause", **keys), ["save", "evaluate", "pause"])
        self.assertEqual((code, events[-1]["reason"], events[-1]["step"]), (0, "paused", 1))
        self.assertEqual(
            [event["action"] for event in events if event["type"] == "acted"], ["save", "evaluate", "pause"]
        )
        self.assertEqual([event["step"] for event in events if event.get("kind") == "eval"], [1])
        self.assertTrue((output / "checkpoint-1" / "trainer_state.json").is_file())
        keys |= {"resume_from_checkpoint": str(output / "checkpoint-1")}
        code, events = self.tell("run.py", self.config("resume", **keys))
        self.assertEqual((code, events[-1]["reason"], events[-1]["step"]), (0, "completed", 20))
        begin = next(event for event in events if event["type"] == "begin")
        self.assertEqual((begin["step"], begin["resumedFrom"]), (1, 1))
        self.assertEqual(
            [event["step"] for event in events if event.get("kind") == "train"], list(range(2, 21))
        )

    def test_stop_keeps_the_adapter_and_skips_the_last_evaluation(self) -> None:
        output = self.home / "stopped"
        code, events = self.tell("run.py", self.config("stop", **TRAIN, output_dir=str(output)), ["stop"])
        self.assertEqual((code, events[-1]["reason"], events[-1]["step"]), (0, "stopped", 1))
        self.assertTrue((output / "adapter_model.safetensors").is_file())
        self.assertNotIn("evaluating", [event.get("phase") for event in events])

    def test_a_failure_is_told_with_its_traceback(self) -> None:
        keys = TRAIN | {"dataset": "nothing_like_it", "output_dir": str(self.home / "failed")}
        code, events = self.tell("run.py", self.config("failed", **keys))
        self.assertEqual((code, events[-1]["type"]), (1, "failed"))
        self.assertIn("nothing_like_it", events[-1]["message"])
        self.assertIn("Traceback", events[-1]["traceback"])


if __name__ == "__main__":
    unittest.main()
