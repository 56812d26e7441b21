"""Proves the demo: its data comes from its corpus, its makers work, its models and the engine speak one template."""

from __future__ import annotations

import json
import sys
import tempfile
import unittest
from pathlib import Path

from engine import PYTHON_DIR, ROOT, engine, needs_engine

sys.path.insert(0, str(PYTHON_DIR / "demo"))

from corpus import DATASETS, pirate_dataset, read_corpus  # noqa: E402

DEMO = ROOT / "configs" / "demo"
TEXT = DEMO / "models" / "demo-text"
VISION = DEMO / "models" / "demo-vision"
KEPT_BYTES = 4_000_000
SAME_TEMPLATE = """
import json, sys
from llamafactory.data.template import TEMPLATES
from transformers import AutoTokenizer
tokenizer, template = AutoTokenizer.from_pretrained(sys.argv[1]), TEMPLATES[sys.argv[2]]
turns = [{"role": "user", "content": "Hello!"}, {"role": "assistant", "content": "Hello! How are you?"},
         {"role": "user", "content": "What is the capital of France?"}]
ours = tokenizer.apply_chat_template(turns, tokenize=True, add_generation_prompt=True, return_dict=False)
whole = turns + [{"role": "assistant", "content": "Paris."}]
theirs = [ids for pair in template.encode_multiturn(tokenizer, whole) for ids in pair[:2]]
head = [number for ids in theirs[:-1] for number in ids]
named = [{"role": "system", "content": "Be brief."}, *turns[:1]]
brief = tokenizer.apply_chat_template(named, tokenize=True, add_generation_prompt=True, return_dict=False)
prompt, _ = template.encode_oneturn(tokenizer, [turns[0], turns[1]], "Be brief.")
print(json.dumps({"default": ours == head, "system": brief == prompt, "tail": tokenizer.decode(theirs[-1])}))
"""


class CorpusTest(unittest.TestCase):
    def test_the_datasets_are_what_the_corpus_gives(self) -> None:
        facts, _ = read_corpus()
        listed = json.loads((DEMO / "data" / "dataset_info.json").read_text("utf-8"))
        self.assertEqual(set(listed), {*DATASETS, "demo_shapes"})
        for name, rows_of in DATASETS.items():
            rows = json.loads((DEMO / "data" / listed[name]["file_name"]).read_text("utf-8"))
            self.assertEqual(rows, rows_of(facts), name)

    def test_some_facts_stay_unseen(self) -> None:
        facts, _ = read_corpus()
        asked = {row["instruction"] for row in pirate_dataset(facts)}
        unseen = [fact for fact in facts if fact.held_out]
        self.assertGreater(len(unseen), 50)
        self.assertFalse(asked & {question for fact in unseen for question in fact.questions})

    def test_no_question_has_two_answers(self) -> None:
        facts, _ = read_corpus()
        questions = [question for fact in facts for question in fact.questions]
        self.assertEqual(len(questions), len(set(questions)))

    def test_every_picture_of_the_dataset_is_there(self) -> None:
        rows = json.loads((DEMO / "data" / "demo_shapes.json").read_text("utf-8"))
        named = {name for row in rows for name in row["images"]}
        there = {path.relative_to(DEMO / "data").as_posix() for path in (DEMO / "data" / "shapes").iterdir()}
        self.assertEqual(named, there)

    def test_the_kept_models_are_small(self) -> None:
        size = sum(path.stat().st_size for path in (DEMO / "models").rglob("*") if path.is_file())
        self.assertLess(size, KEPT_BYTES)


@needs_engine
class DemoModelTest(unittest.TestCase):
    def make(self, script: str, steps: int) -> Path:
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        out = Path(holder.name) / "model"
        engine(PYTHON_DIR / "demo" / script, out, "--steps", str(steps))
        return out

    def answers(self, model: Path, *words: str | Path) -> list[str]:
        rows = json.loads(engine(PYTHON_DIR / "demo" / "answer.py", model, *words))["answers"]
        return [row["answer"] for row in rows]

    def test_a_few_steps_make_a_text_model_that_loads(self) -> None:
        made = self.make("text_model.py", 3)
        self.assertEqual(len(self.answers(made, "Hello!")), 1)
        for name in ("tokenizer.json", "chat_template.jinja"):
            self.assertEqual((made / name).read_bytes(), (TEXT / name).read_bytes(), name)

    def test_a_few_steps_make_a_vision_model_that_loads(self) -> None:
        made = self.make("vision_model.py", 2)
        picture = DEMO / "data" / "shapes" / "red-circle-1.png"
        self.assertEqual(len(self.answers(made, "Which shape is it?", "--image", picture)), 1)
        for name in ("tokenizer.json", "chat_template.jinja"):
            self.assertEqual((made / name).read_bytes(), (VISION / name).read_bytes(), name)

    def test_the_kept_text_model_answers_plainly(self) -> None:
        asked = ["What is the capital of France?", "What colour is a banana?", "What is two plus three?"]
        self.assertEqual(
            self.answers(TEXT, *asked),
            ["The capital of France is Paris.", "A banana is yellow.", "Two plus three is five."],
        )

    def test_the_kept_vision_model_sees(self) -> None:
        shapes = DEMO / "data" / "shapes"
        pictures = [shapes / "red-circle-1.png", shapes / "blue-star-1.png"]
        images = [word for picture in pictures for word in ("--image", picture)]
        question = "What is in the picture?"
        found = self.answers(VISION, question, question, *images)
        self.assertEqual(found, ["The picture shows a red circle.", "The picture shows a blue star."])

    def test_our_chat_templates_are_the_engines(self) -> None:
        for model, template in ((TEXT, "qwen"), (VISION, "qwen2_vl")):
            found = json.loads(engine("-c", SAME_TEMPLATE, model, template))
            self.assertEqual(found, {"default": True, "system": True, "tail": "Paris.<|im_end|>\n"}, template)


if __name__ == "__main__":
    unittest.main()
