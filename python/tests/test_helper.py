"""Proves that the warm helper answers as the engine would alone: no trace of the question before, no file, no print."""

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

from engine import ENGINE_DIR, ENGINE_PYTHON, PYTHON_DIR, ROOT, needs_engine

sys.path[:0] = [str(ENGINE_DIR), str(PYTHON_DIR)]
from apart import apart
from register_calls import read_calls

BASE = """
model_name_or_path: nest/owl
stage: sft
do_train: true
finetuning_type: lora
dataset: owls
template: default
output_dir: out
"""
CPU = BASE + "use_cpu: true\n"
PASTED = """在 template.py 中注册（例子）：
register_template(
# 模板名称, 带有 ( 的注释
name="owl",
format_user=StringFormatter(slots=["<|u|>{{content}}<|a|>" "\\n)"]),
    format_function=FunctionFormatter(slots=["{{content}}<|e|>"], tool_format="llama3"),
  format_tools=ToolFormatter(tool_format="llama3"),
format_prefix=EmptyFormatter(slots=[{"bos_token"}, {"token": "sop"}]),
format_system=make_system(),
stop_words=["<|e|>"], mm_plugin=get_mm_plugin("qwen2_vl", image_token="<|i|>"),
template_class=ReasoningTemplate)
然后：
register_model_group(models={"Owl-1B": {DownloadSource.DEFAULT: "nest/owl"},
"Owl-1B-Chat": {DownloadSource.MODELSCOPE: "ms/owl"}}, template="owl", multimodal=True)
register_template(name="cut",
"""


class PastedCallsTest(unittest.TestCase):
    def test_finds_definitions_in_any_text_and_runs_nothing(self) -> None:
        found = read_calls(PASTED)
        self.assertEqual(
            found["templates"],
            [
                {
                    "name": "owl",
                    "format_user": ["<|u|>{{content}}<|a|>\n)"],
                    "format_function": ["{{content}}<|e|>"],
                    "tool_format": "llama3",
                    "format_prefix": [{"bos_token": None}, {"token": "sop"}],
                    "stop_words": ["<|e|>"],
                    "mm_plugin": {"name": "qwen2_vl", "image_token": "<|i|>"},
                    "template_class": "reasoning",
                }
            ],
        )
        models = {"Owl-1B": {"huggingface": "nest/owl"}, "Owl-1B-Chat": {"modelscope": "ms/owl"}}
        self.assertEqual(
            found["groups"], [{"name": "Owl", "models": models, "template": "owl", "multimodal": True}]
        )
        self.assertEqual(
            found["problems"],
            [
                "Line 9: `make_system()` can only be known by running it. It is `format_system`.",
                "Line 15: `register_template(` is not closed.",
            ],
        )

    def test_says_when_there_is_nothing(self) -> None:
        self.assertIn("no register_template", read_calls("name: owl")["problems"][0])
        unnamed = read_calls("register_template(stop_words=[])")["problems"]
        self.assertEqual(unnamed, ["Line 1: the template has no name."])
        self.assertIn("Line 2", read_calls("\nregister_template(name='a' b)")["problems"][0])


class ApartTest(unittest.TestCase):
    def test_leaves_nothing_and_does_not_wait_for_ever(self) -> None:
        def work() -> str:
            os.environ["OWL"] = "1"
            return "done"

        self.assertEqual(apart(work), "done")
        self.assertNotIn("OWL", os.environ)
        with self.assertRaisesRegex(TimeoutError, "no answer"):
            apart(lambda: time.sleep(60), patience=0.2)
        with self.assertRaisesRegex(RuntimeError, "without an answer"):
            apart(lambda: os._exit(3))


@needs_engine
class HelperTest(unittest.TestCase):
    helper: subprocess.Popen[str]
    folder: tempfile.TemporaryDirectory[str]

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = tempfile.TemporaryDirectory()
        env = os.environ | {"HF_HUB_OFFLINE": "1", "CUDA_VISIBLE_DEVICES": "", "PYTHONPATH": str(PYTHON_DIR)}
        cls.helper = subprocess.Popen(
            [ENGINE_PYTHON, str(ENGINE_DIR / "helper.py")],
            env=env,
            cwd=cls.folder.name,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert cls.helper.stdout
        assert "ready" in json.loads(cls.helper.stdout.readline())

    @classmethod
    def tearDownClass(cls) -> None:
        cls.helper.communicate()  # closes its stdin, which is all it needs to end
        assert cls.helper.returncode == 0
        cls.folder.cleanup()

    def ask(self, method: str, params: Any) -> Any:
        assert self.helper.stdin and self.helper.stdout
        self.helper.stdin.write(json.dumps({"id": 1, "method": method, "params": params}) + "\n")
        self.helper.stdin.flush()
        answer = json.loads(self.helper.stdout.readline())
        return answer.get("result", answer.get("error"))

    def check(self, config: str, kind: str = "train", processes: int | None = None) -> str:
        """Empty when it is accepted."""
        answer = self.ask("check", {"kind": kind, "config": config, "env": {}, "processes": processes})
        return "" if answer["accepted"] else str(answer["message"])

    def test_says_what_the_parser_says(self) -> None:
        self.assertEqual(self.check(CPU), "")
        self.assertIn("['owl_speed']", self.check(CPU + "owl_speed: 3\n"))
        self.assertIn("`max_steps` in streaming", self.check(CPU + "streaming: true\n"))
        self.assertIn("use_cpu", self.check(BASE + "bf16: true\n"))
        self.assertIn("parsing", self.check("a: ["))
        # Interpolations stay as they are, as they do in a run.
        self.assertEqual(self.check(CPU + "run_name: ${oc.env:HOME}\n"), "")

    def test_names_the_source_where_the_message_names_no_key(self) -> None:
        params = {"kind": "train", "config": CPU + "save_steps: abc\n"}
        self.assertIn("self.save_steps", " ".join(self.ask("check", params)["where"]))

    def test_judges_an_export_as_an_export(self) -> None:
        export = "model_name_or_path: nest/owl\ntemplate: default\n"
        self.assertIn("`export_dir`", self.check(export, "export"))
        self.assertEqual(self.check(export + "export_dir: out\n", "export"), "")
        self.assertIn("learning_rate", self.check(export + "learning_rate: 0.1\n", "export"))

    def test_pretends_the_launcher_that_a_run_would_have(self) -> None:
        two = {"processes": 2}
        self.assertEqual(self.check(BASE, **two), "")
        galore = BASE.replace("type: lora", "type: full") + "use_galore: true\ngalore_layerwise: true\n"
        self.assertIn("Distributed training", self.check(galore, **two))
        self.assertNotIn("FORCE_TORCHRUN", self.check(CPU + "deepspeed: none.json\n", processes=1))

    def test_answers_do_not_colour_each_other(self) -> None:
        first = self.check(CPU)
        self.check(BASE, processes=2)
        self.check(CPU + "deepspeed: none.json\nseed: 7\n", processes=2)
        self.check(CPU + "fsdp: full_shard\n", processes=1)
        galore = CPU.replace("type: lora", "type: full") + "use_galore: true\ngalore_layerwise: true\n"
        self.assertNotIn("Distributed", self.check(galore))
        self.assertEqual(self.check(CPU), first)

    def test_makes_no_files(self) -> None:
        self.check(CPU + "logging_dir: logs\nreport_to: tensorboard\nplot_loss: true\n")
        self.assertEqual(list(Path(self.folder.name).rglob("*")), [])

    def test_knows_the_arguments_that_the_studio_brings_along(self) -> None:
        path = ROOT / "configs" / "engines" / "llamafactory" / "arguments-0.9.5.json"
        brought = json.loads(path.read_text("utf-8"))["arguments"]
        self.assertEqual(self.ask("arguments", None), brought)
        by_name = {row["name"]: row for row in brought}
        self.assertEqual(by_name["lora_rank"]["section"], "lora")
        self.assertEqual(by_name["learning_rate"]["section"], "Learning Rate & Scheduler")
        self.assertTrue(all(row["help"] for row in brought))

    def test_refuses_what_it_does_not_know_and_goes_on(self) -> None:
        self.assertEqual(self.ask("hoot", None)["kind"], "LookupError")
        self.assertIn("templates", self.ask("read_calls", {"text": PASTED}))


if __name__ == "__main__":
    unittest.main()
