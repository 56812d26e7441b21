"""Proves that Axolotl's scripts say what the installed Axolotl says: templates, keys, verdicts, modules; and leave nothing."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import Any

from axolotl_engine import AXOLOTL_DIR, AXOLOTL_PYTHON, Helper, environment, needs_axolotl
from engine import ROOT

GOOD = """base_model: nest/owl
datasets: [{path: nest/owls, type: chat_template}]
learning_rate: 1.0e-4
micro_batch_size: 1
gradient_accumulation_steps: 1
"""
H100 = {"bf16": True, "tf32": True, "fp8": True, "compute_capability": "sm_90"}
T4 = {"bf16": False, "tf32": False, "fp8": False, "compute_capability": "sm_75"}


class ProbeTest(unittest.TestCase):
    def test_says_when_there_is_no_engine(self) -> None:
        # Isolated: what the tests themselves can import is no engine.
        done = subprocess.run(
            [sys.executable, "-I", AXOLOTL_DIR / "probe.py"], capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 1)
        self.assertIn("Axolotl is not installed", done.stderr)

    @needs_axolotl
    def test_agrees_with_the_running_engine(self) -> None:
        read = json.loads(subprocess.check_output([AXOLOTL_PYTHON, AXOLOTL_DIR / "probe.py"], text=True))
        script = (
            "import json, axolotl.utils.schemas.enums as e; print(json.dumps([m.value for m in e.ChatTemplate]))"
        )
        real = subprocess.check_output([AXOLOTL_PYTHON, "-c", script], env=environment(), text=True)
        self.assertEqual([row["name"] for row in read["templates"]], json.loads(real.splitlines()[-1]))
        seeing = {row["name"] for row in read["templates"] if row["multimodal"]}
        self.assertLessEqual({"qwen2_vl", "gemma3", "llama4", "llama3_2_vision", "pixtral", "llava"}, seeing)
        self.assertNotIn("chatml", seeing)
        self.assertEqual(read["packages"]["axolotl"], read["version"])


@needs_axolotl
class HelperTest(unittest.TestCase):
    helper: Helper
    folder: tempfile.TemporaryDirectory[str]

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        cls.helper = Helper(Path(cls.folder.name))

    @classmethod
    def tearDownClass(cls) -> None:
        cls.helper.close()
        cls.folder.cleanup()

    def check(self, lines: str, **more: Any) -> str:
        """Empty when it is accepted."""
        answer = self.helper.ask("check", {"config": GOOD + lines, "env": {}, "processes": 1, **more})
        return "" if answer["accepted"] else " ".join(row["message"] for row in answer["problems"])

    def test_knows_the_keys_that_the_studio_brings_along(self) -> None:
        path = ROOT / "configs" / "engines" / "axolotl" / "arguments-0.19.0.json"
        brought = json.loads(path.read_text("utf-8"))["arguments"]
        self.assertEqual(self.helper.ask("arguments", None), brought)
        self.assertGreaterEqual(len(brought), 380)

    def test_says_what_the_validators_say(self) -> None:
        self.assertEqual(self.check(""), "")
        self.assertIn("mutually exclusive", self.check("warmup_steps: 3\nwarmup_ratio: 0.1\n"))
        # A verdict is of one config only.
        self.assertEqual(self.check(""), "")

    def test_judges_as_if_on_another_gpu(self) -> None:
        fp8 = "attn_implementation: fp8\n"
        self.assertEqual(self.check(fp8, gpu=H100), "")
        self.assertIn("sm_90", self.check(fp8, gpu=T4))
        self.assertIn("SageAttention", self.check("attn_implementation: sage\n", gpu=T4))

    def test_makes_no_files(self) -> None:
        self.check("output_dir: out\nuse_tensorboard: true\n")
        self.assertEqual(list(Path(self.folder.name).rglob("*")), [])

    def modules(self, target: str | list[str], model: str = "nest/owl", family: str | None = "qwen2_vl") -> Any:
        return self.helper.ask("modules", {"model": model, "family": family, "target": target, "skip": []})

    def test_builds_a_local_model_from_its_config(self) -> None:
        folder = str(ROOT / "configs" / "demo" / "models" / "demo-vision")
        answer = self.modules(r"model.language_model.layers.\d+.self_attn.q_proj", folder, None)
        layers = json.loads((Path(folder) / "config.json").read_text("utf-8"))["text_config"]["num_hidden_layers"]
        self.assertEqual((answer["usual"], answer["matched"]), (False, layers))
        first = {"part": "language", "kind": "q_proj", "count": layers}
        self.assertEqual(answer["groups"], [first | {"first": "model.language_model.layers.0.self_attn.q_proj"}])

    def test_counts_the_usual_sizes_of_a_model_that_is_not_here(self) -> None:
        answer = self.modules(r"model.language_model.layers.\d+.mlp.up_proj")
        self.assertEqual((answer["usual"], answer["model"]), (True, "qwen2_vl"))
        self.assertGreater(answer["matched"], 10)

    def test_ends_a_pattern_that_does_not_end(self) -> None:
        self.assertEqual(self.modules(r"(\w+\.?)+!")["status"], "endless")
        self.assertEqual(self.modules("(")["status"], "bad-pattern")
        self.assertEqual(self.modules("x", family=None)["status"], "unknown-model")
        # It answers on.
        self.assertEqual(self.modules("x")["matched"], 0)


if __name__ == "__main__":
    unittest.main()
