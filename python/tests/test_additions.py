"""Proves additions on the real engine: the guide's Llama 4 text, a run and a merge with a template, a group and a plugin
that the engine does not know, on one process and under torchrun."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from typing import Any

from engine import ENGINE_DIR, ENGINE_PYTHON, PYTHON_DIR, ROOT, engine, needs_engine

DEMO = ROOT / "configs" / "demo"
MODEL = str(DEMO / "models" / "demo-text")
TEMPLATE = {
    "name": "acme_chat",
    "format_user": ["<ask>{{content}}</ask>\n"],
    "format_assistant": ["{{content}}", {"eos_token": None}, "\n"],
    "format_system": ["<rules>{{content}}</rules>\n"],
    "default_system": "Be brief.",
    "mm_plugin": {"name": "acme_eyes"},
}
GROUP = {"name": "Acme", "template": "acme_chat", "models": {"Acme-1B-Chat": {"huggingface": MODEL}}}
PLUGIN = """
from dataclasses import dataclass
from llamafactory.data.mm_plugin import BasePlugin, register_mm_plugin

@dataclass
class AcmePlugin(BasePlugin):
    pass

register_mm_plugin("acme_eyes", AcmePlugin)
"""
TRAIN = {
    "model_name_or_path": MODEL,
    "template": "acme_chat",
    "stage": "sft",
    "do_train": True,
    "finetuning_type": "lora",
    "lora_rank": 4,
    "dataset": "demo_pirate",
    "dataset_dir": str(DEMO / "data"),
    "max_samples": 8,
    "preprocessing_num_workers": 2,
    "per_device_train_batch_size": 2,
    "max_steps": 2,
    "logging_steps": 1,
    "report_to": "none",
    "use_cpu": True,
}
# The guide's own text, word for word.
GUIDE_USER = "<|header_start|>user<|header_end|>\n\n{{content}}<|eot|><|header_start|>assistant<|header_end|>\n\n"
GUIDE_OBSERVATION = (
    "<|header_start|>ipython<|header_end|>\n\n{{content}}<|eot|><|header_start|>assistant<|header_end|>\n\n"
)
GUIDE = {
    "name": "llama4_guide",
    "format_user": [GUIDE_USER],
    "format_assistant": ["{{content}}<|eot|>"],
    "format_system": ["<|header_start|>system<|header_end|>\n\n{{content}}<|eot|>"],
    "format_function": ["{{content}}<|eot|>"],
    "format_observation": [GUIDE_OBSERVATION],
    "tool_format": "llama3",
    "format_prefix": [{"bos_token": None}],
    "stop_words": ["<|eot|>", "<|eom|>"],
    "mm_plugin": {"name": "llama4", "image_token": "<|image|>"},
}


def ask(code: str) -> Any:
    """What the code leaves in `answer`, from a process of the engine's."""
    return json.loads(engine("-c", f"import json\n{code}\nprint(json.dumps(answer))").splitlines()[-1])


@needs_engine
class RenderTest(unittest.TestCase):
    def render(self, **request: Any) -> dict[str, Any]:
        answer: dict[str, Any] = ask(f"from render import render\nanswer = render(json.loads({json.dumps(request)!r}))")
        return answer

    def test_the_guide_s_llama_4_text_renders_as_it_says_and_as_the_engine_s_own(self) -> None:
        turns = [
            {"role": "user", "content": "Hi"},
            {"role": "function", "content": '{"name": "now", "arguments": {}}'},
            {"role": "observation", "content": "noon"},
            {"role": "assistant", "content": "It is noon."},
        ]
        ours = self.render(template=GUIDE, system="Be brief", turns=turns)
        text = "".join(piece["text"] for piece in ours["pieces"])
        self.assertEqual(
            text,
            "bos_token<|header_start|>system<|header_end|>\n\nBe brief<|eot|>"
            "<|header_start|>user<|header_end|>\n\nHi<|eot|><|header_start|>assistant<|header_end|>\n\n"
            '{"name": "now", "parameters": {}}<|eot|>'
            "<|header_start|>ipython<|header_end|>\n\nnoon<|eot|><|header_start|>assistant<|header_end|>\n\n"
            "It is noon.<|eot|>",
        )
        learned = "".join(piece["text"] for piece in ours["pieces"] if piece["learned"])
        self.assertEqual(learned, '{"name": "now", "parameters": {}}<|eot|>It is noon.<|eot|>')
        tokens = {piece["text"] for piece in ours["pieces"] if piece["kind"] == "token"}
        self.assertEqual(tokens, {"bos_token", "<|header_start|>", "<|header_end|>", "<|eot|>"})
        self.assertEqual(self.render(template="llama4", system="Be brief", turns=turns), ours)

    def test_with_a_model_the_ids_are_the_engine_s_and_its_own_template_is_compared(self) -> None:
        turns = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello there"}]
        same = self.render(template="qwen", system="Be brief", turns=turns, model=MODEL)
        self.assertTrue(same["jinja"]["same"], same)
        ids = [token for piece in same["pieces"] for token in piece["ids"]]
        asked = json.dumps([turns, MODEL])
        expected = ask(
            "from llamafactory.data.template import TEMPLATES\n"
            "from transformers import AutoTokenizer\n"
            f"turns, model = json.loads({asked!r})\n"
            "tokenizer = AutoTokenizer.from_pretrained(model)\n"
            "pairs = TEMPLATES['qwen'].encode_multiturn(tokenizer, turns, 'Be brief')\n"
            "answer = [token for pair in pairs for side in pair for token in side]"
        )
        self.assertEqual(ids, expected)
        other = self.render(template="chatml", turns=turns, model=MODEL)
        self.assertFalse(other["jinja"]["same"])

    def test_thinking_tools_and_a_question_left_open(self) -> None:
        tools = '[{"name": "now", "description": "d", "parameters": {"properties": {}}}]'
        question = [{"role": "user", "content": "Hi"}]
        open_end = self.render(template="qwen3", turns=question, tools=tools, thinking=False)
        self.assertEqual({piece["part"] for piece in open_end["pieces"]} & {"tools", "user"}, {"tools", "user"})
        self.assertFalse(any(piece["learned"] for piece in open_end["pieces"]))
        text = "".join(piece["text"] for piece in open_end["pieces"])
        self.assertTrue(text.endswith("<|im_start|>assistant\n<think>\n\n</think>\n\n"), text)
        thinks = self.render(template="qwen3", turns=[*question, {"role": "assistant", "content": "Yo"}])
        self.assertTrue(next(p for p in thinks["pieces"] if "<think>" in p["text"])["learned"])


@needs_engine
class AdditionsTest(unittest.TestCase):
    def setUp(self) -> None:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.home = Path(holder.name)
        (self.home / "plugin.py").write_text(PLUGIN)
        digest = hashlib.sha256(PLUGIN.encode()).hexdigest()
        self.additions = self.home / "additions.json"
        rows = [{"file": "plugin.py", "sha256": digest}]
        self.additions.write_text(json.dumps({"plugins": rows, "templates": [TEMPLATE], "groups": [GROUP]}))

    def start(self, script: str, launcher: list[str] | None = None, **keys: Any) -> tuple[int, list[dict[str, Any]], str]:
        config = self.home / f"{script}.yaml"
        config.write_text(json.dumps(keys))
        events = self.home / f"{script}.jsonl"
        events.unlink(missing_ok=True)
        env = os.environ | {
            "HF_HUB_OFFLINE": "1",
            "CUDA_VISIBLE_DEVICES": "",
            "OMP_NUM_THREADS": "1",
            "PYTHONPATH": str(PYTHON_DIR),
            "ANNEAL_EVENTS": str(events),
        }
        argv = [ENGINE_PYTHON, *(launcher or []), str(ENGINE_DIR / script), str(config), str(self.additions)]
        done = subprocess.run(argv, env=env, cwd=self.home, capture_output=True, text=True, check=False)
        rows = [json.loads(line) for line in events.read_text().splitlines()] if events.exists() else []
        return done.returncode, rows, done.stdout + done.stderr

    def merge(self, adapter: Path) -> Path:
        merged = self.home / "merged"
        code, events, log = self.start(
            "export.py",
            model_name_or_path=MODEL,
            adapter_name_or_path=str(adapter),
            template="acme_chat",
            export_dir=str(merged),
            export_device="cpu",
        )
        self.assertEqual((code, events[-1]["type"]), (0, "end"), log[-4000:])
        return merged

    def test_one_process_trains_and_merges_with_what_the_engine_does_not_know(self) -> None:
        output = self.home / "one"
        code, events, log = self.start("run.py", **TRAIN, output_dir=str(output))
        self.assertEqual((code, events[-1].get("step"), events[-1]["type"]), (0, 2, "end"), log[-4000:])
        self.assertIn("<ask>", log)
        self.assertIn("<rules>Be brief.</rules>", log)
        modelfile = (self.merge(output) / "Modelfile").read_text()
        self.assertIn("<ask>{{ .Content }}</ask>", modelfile)

    def test_two_processes_under_torchrun(self) -> None:
        output = self.home / "two"
        torchrun = ["-m", "torch.distributed.run", "--nproc_per_node", "2", "--standalone"]
        code, events, log = self.start("run.py", torchrun, **TRAIN, output_dir=str(output), ddp_backend="gloo")
        self.assertEqual((code, events[-1].get("step"), events[-1]["type"]), (0, 2, "end"), log[-4000:])
        self.assertIn("world size: 2", log.lower().replace("_", " "))
        self.merge(output)

    def test_a_plugin_that_was_changed_is_not_run(self) -> None:
        (self.home / "plugin.py").write_text(f"{PLUGIN}\nprint('gotcha')\n")
        code, events, log = self.start("run.py", **TRAIN, output_dir=str(self.home / "changed"))
        self.assertEqual((code, events[-1]["type"]), (1, "failed"))
        self.assertIn("not the text that was agreed to", events[-1]["message"])
        self.assertNotIn("gotcha", log)


if __name__ == "__main__":
    unittest.main()
