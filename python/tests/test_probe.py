"""Proves that reading the engine's source gives what the running engine says of itself."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from engine import ENGINE_DIR, engine, needs_engine

CONSTANTS = """
register_model_group(
    models={
        "Owl-1B": {DownloadSource.DEFAULT: "nest/owl-1b", DownloadSource.MODELSCOPE: "ms/owl-1b"},
        "Owl-1B-Instruct": {DownloadSource.DEFAULT: "nest/owl-1b-it"},
    },
    template="owl",
)
register_model_group(
    models={"Owl-2B": {DownloadSource.DEFAULT: "nest/owl-2b"}},
    template="owl_vl",
    multimodal=True,
)
register_model_group(models={"Wren-7B": {DownloadSource.DEFAULT: "nest/wren"}})
"""
TEMPLATES = """
register_template(name="owl", stop_words=["x"], template_class=ReasoningTemplate)
register_template("owl_vl", mm_plugin=get_mm_plugin(name="qwen2_vl", image_token="i"))
register_template(name="plain", mm_plugin=get_mm_plugin(name="base"))
"""
REGISTRY = """
import json
from llamafactory.extras.constants import DEFAULT_TEMPLATE, MULTIMODAL_SUPPORTED_MODELS, SUPPORTED_MODELS
from llamafactory.data.template import TEMPLATES, ReasoningTemplate
from llamafactory.data.mm_plugin import PLUGINS
from llamafactory.data.tool_utils import TOOLS
kinds = {kind: name for name, kind in PLUGINS.items()}
print(json.dumps({
    "models": {name: {str(hub.value): path for hub, path in paths.items()} for name, paths in SUPPORTED_MODELS.items()},
    "templates": {name: DEFAULT_TEMPLATE.get(name) for name in SUPPORTED_MODELS},
    "multimodal": sorted(MULTIMODAL_SUPPORTED_MODELS),
    "plugins": list(PLUGINS),
    "tools": list(TOOLS),
    "chat": {name: [kinds[type(t.mm_plugin)], isinstance(t, ReasoningTemplate)] for name, t in TEMPLATES.items()},
}))
"""
# Every template made anew of what was read, beside the engine's own. These two hold what a definition has no words for:
# a set that the engine ignores, and a formatter for text where one for tools belongs.
ODD = {"phi_small", "phi4_mini"}
ANEW = """
import json, sys
from additions import build_template
from llamafactory.data.template import TEMPLATES
def shape(template):
    parts = {
        key: [type(part).__name__, repr(part.slots), part.tool_format] if key.startswith("format_")
        else [type(part).__name__, repr(vars(part))] if key == "mm_plugin" else repr(part)
        for key, part in vars(template).items()
    }
    return parts | {"class": type(template).__name__}
definitions = json.load(sys.stdin)
print(json.dumps({d["name"]: [shape(build_template(d)), shape(TEMPLATES[d["name"]])] for d in definitions}))
"""


class ProbeTest(unittest.TestCase):
    def test_reads_groups_and_templates_from_source(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            package = Path(folder) / "llamafactory"
            for name, text in (("extras/constants.py", CONSTANTS), ("data/template.py", TEMPLATES)):
                (package / name).parent.mkdir(parents=True)
                (package / name).write_text(text)
            out = subprocess.check_output([sys.executable, ENGINE_DIR / "probe.py", folder], text=True)
        found = json.loads(out)
        self.assertEqual([group["id"] for group in found["groups"]], ["Owl (owl)", "Owl (owl_vl)", "Wren"])
        owl = found["groups"][0]["models"]
        self.assertEqual(owl[0]["hub"], {"huggingface": "nest/owl-1b", "modelscope": "ms/owl-1b"})
        self.assertEqual([model["template"] for model in owl], [None, "owl"])
        self.assertEqual(found["groups"][1]["models"][0]["template"], "owl_vl")
        self.assertEqual(
            [(row["name"], row["multimodal"], row["plugin"], row["reasoning"]) for row in found["templates"]],
            [
                ("owl", False, None, True),
                ("owl_vl", True, "qwen2_vl", False),
                ("plain", False, "base", False),
            ],
        )
        self.assertEqual(found["definitions"]["templates"][0]["template_class"], "reasoning")
        self.assertEqual(found["definitions"]["pluginNames"], [])

    def test_says_when_there_is_no_engine(self) -> None:
        done = subprocess.run(
            [sys.executable, ENGINE_DIR / "probe.py", "/nowhere"], capture_output=True, text=True, check=False
        )
        self.assertEqual(done.returncode, 1)
        self.assertIn("Could not read LLaMA-Factory", done.stderr)

    @needs_engine
    def test_agrees_with_the_running_engine(self) -> None:
        read = json.loads(engine(ENGINE_DIR / "probe.py"))
        real = json.loads(engine("-c", REGISTRY))
        models = [model for group in read["groups"] for model in group["models"]]
        hubs = {"hf": "huggingface", "ms": "modelscope", "om": "modelers"}
        self.assertEqual(
            {model["name"]: model["hub"] for model in models},
            {
                name: {hubs[hub]: path for hub, path in paths.items()}
                for name, paths in real["models"].items()
            },
        )
        self.assertEqual(len(models), len(real["models"]))
        self.assertEqual({model["name"]: model["template"] for model in models}, real["templates"])
        self.assertEqual(sorted(model["name"] for model in models if model["multimodal"]), real["multimodal"])
        self.assertEqual(
            {row["name"]: [row["plugin"] or "base", row["reasoning"]] for row in read["templates"]},
            real["chat"],
        )
        known = read["definitions"]
        self.assertEqual(known["pluginNames"], list(real["plugins"]))
        self.assertEqual(known["toolFormats"], list(real["tools"]))
        self.assertIn("Glm47ReasoningTemplate", known["templateClasses"])
        ids = [group["id"] for group in read["groups"]]
        self.assertEqual(len(ids), len(set(ids)))

    @needs_engine
    def test_reads_templates_so_that_they_can_be_made_anew(self) -> None:
        read = json.loads(engine(ENGINE_DIR / "probe.py"))["definitions"]["templates"]
        made = json.loads(engine("-c", ANEW, stdin=json.dumps(read)))
        self.assertGreater(len(made), 100)
        for name, (anew, own) in made.items():
            if name not in ODD:
                self.assertEqual(anew, own, name)


if __name__ == "__main__":
    unittest.main()
