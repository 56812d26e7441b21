"""Proves that a row is shown as the engine trains on it: ids and labels of every stage are those of its own preprocessing,
media are where they are said to be, and what is cut, dropped or refused is named."""

from __future__ import annotations

import json
import tempfile
import unittest
from pathlib import Path
from typing import Any

from engine import ROOT, engine, needs_engine

DEMO = ROOT / "configs" / "demo"
DATA = DEMO / "data"
TEXT, VISION = str(DEMO / "models" / "demo-text"), str(DEMO / "models" / "demo-vision")
TAGS = {
    "role_tag": "role",
    "content_tag": "content",
    "user_tag": "user",
    "assistant_tag": "assistant",
    "system_tag": "system",
    "observation_tag": "tool",
    "function_tag": "call",
}
COLUMNS = {"messages": "messages", "images": "images", "tools": "tools"}
TOOLS = '[{"name": "now", "description": "d", "parameters": {"properties": {}}}]'


def turns(*contents: str, system: str | None = None) -> list[dict[str, str]]:
    said = [{"role": "system", "content": system}] if system else []
    return said + [{"role": ("user", "assistant")[at % 2], "content": text} for at, text in enumerate(contents)]


LONG = "The capital of France is Paris, and that of Spain is Madrid. " * 4
CHATS: list[dict[str, Any]] = [
    {"messages": turns("Hi", "Hello", "你好 🎈?", "早上好 👩‍🚀!", "Bye", "See you"), "images": []},
    {"messages": turns("Hi", "Hello", system="Be brief"), "images": []},
    {"messages": turns(LONG, LONG, LONG, "Yes"), "images": []},
    {"messages": turns("Hi", "<think>\nHm\n</think>\n\nHello", "And?", "Yes"), "images": []},
    {"messages": turns("Hi"), "images": []},
    {
        "messages": [
            {"role": "user", "content": "What time?"},
            {"role": "call", "content": '{"name": "now", "arguments": {}}'},
            {"role": "tool", "content": "noon"},
            {"role": "assistant", "content": "Noon."},
        ],
        "images": [],
        "tools": TOOLS,
    },
]
for chat in CHATS:
    chat.setdefault("tools", "")
PICTURES = ["shapes/red-circle-1.png", "shapes/blue-square-1.png"]
SEEN: list[dict[str, Any]] = [
    {"messages": turns("<image>What is it?", "A red circle <b>"), "images": PICTURES[:1]},
    {"messages": turns("One <image> and <image>, which?", "Both", "Sure?", "Yes"), "images": PICTURES},
    {"messages": turns("Hi", "Hello", f"{LONG}<image>{LONG}", "Yes"), "images": PICTURES[1:]},
    {"messages": turns("No picture", "Fine"), "images": []},
]


class Sets:
    """Two small datasets beside the demo's, in a folder with the demo's pictures."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "shapes").mkdir()
        for name in PICTURES:
            (folder / name).write_bytes((DATA / name).read_bytes())
        self.rows = {"chats": CHATS, "seen": SEEN}
        self.info: dict[str, Any] = {
            name: {"file_name": f"{name}.json", "formatting": "sharegpt", "columns": COLUMNS, "tags": TAGS}
            for name in self.rows
        }
        del self.info["seen"]["columns"]
        self.info["seen"]["columns"] = {"messages": "messages", "images": "images"}
        demo = json.loads((DATA / "dataset_info.json").read_text())
        for name in ("demo_preference", "demo_feedback", "demo_facts"):
            self.info[name] = demo[name]
            self.rows[name] = json.loads((DATA / f"{name}.json").read_text())[:12]
        for name, rows in self.rows.items():
            (folder / f"{name}.json").write_text(json.dumps(rows))
        (folder / "dataset_info.json").write_text(json.dumps(self.info))


def settings(**more: Any) -> dict[str, Any]:
    plain = {"model": TEXT, "template": "qwen", "cutoffLen": 2048, "stage": "sft", "options": {}}
    return plain | {"trainOnPrompt": False, "maskHistory": False} | more


# Dataset, and how it is trained on.
CASES: list[tuple[str, dict[str, Any]]] = [
    ("chats", settings()),
    ("chats", settings(cutoffLen=40)),
    ("chats", settings(cutoffLen=54)),
    ("chats", settings(maskHistory=True, cutoffLen=60)),
    ("chats", settings(trainOnPrompt=True)),
    ("chats", settings(template="qwen3")),
    ("chats", settings(template="qwen3", maskHistory=True, options={"enable_thinking": False})),
    ("chats", settings(template="llama2")),
    ("chats", settings(template="default", options={"default_system": "Sing."})),
    ("seen", settings(model=VISION, template="qwen2_vl")),
    ("seen", settings(model=VISION, template="qwen2_vl", cutoffLen=30)),
    ("seen", settings(model=VISION, template="qwen2_vl", options={"image_min_pixels": 300 * 300})),
    ("demo_preference", settings(stage="dpo")),
    ("demo_preference", settings(stage="rm", cutoffLen=40)),
    ("demo_feedback", settings(stage="kto", cutoffLen=45)),
    ("demo_facts", settings(stage="pt", options={"packing": False}, cutoffLen=60)),
]


def config(folder: Path, name: str, chosen: dict[str, Any]) -> dict[str, Any]:
    return {
        "model_name_or_path": chosen["model"],
        "template": chosen["template"],
        "stage": chosen["stage"],
        "do_train": True,
        "finetuning_type": "lora",
        "dataset": name,
        "dataset_dir": str(folder),
        "cutoff_len": chosen["cutoffLen"],
        "train_on_prompt": chosen["trainOnPrompt"],
        "mask_history": chosen["maskHistory"],
        "output_dir": str(folder / "out"),
        "overwrite_cache": True,
        "report_to": "none",
        "use_cpu": True,
    } | chosen["options"]


@needs_engine
class EncodeTest(unittest.TestCase):
    folder: Path
    sets: Sets
    engine_rows: list[dict[str, Any]]

    @classmethod
    def setUpClass(cls) -> None:
        holder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(holder.cleanup)
        cls.folder = Path(holder.name)
        cls.sets = Sets(cls.folder)
        asked = [config(cls.folder, name, chosen) for name, chosen in CASES]
        env = {"CUDA_VISIBLE_DEVICES": "", "OMP_NUM_THREADS": "1", "HF_HOME": str(cls.folder / "hf")}
        script = Path(__file__).with_name("engine_rows.py")
        cls.engine_rows = json.loads(engine(script, stdin=json.dumps(asked), env=env).splitlines()[-1])
        questions = [cls.question(name, chosen, detail) for name, chosen in CASES for detail in (True, False)]
        cls.ours = cls.ask(questions)

    @classmethod
    def question(cls, name: str, chosen: dict[str, Any], detail: bool = True, **more: Any) -> dict[str, Any]:
        asked = {"settings": chosen, "definition": cls.sets.info[name], "dir": str(cls.folder)}
        return asked | {"rows": cls.sets.rows[name], "detail": detail} | more

    @classmethod
    def ask(cls, questions: list[dict[str, Any]]) -> list[Any]:
        """As the helper answers: the rows, or the words of a refusal."""
        code = (
            "import json, sys\nfrom encode import encode\nanswers = []\n"
            "for question in json.loads(sys.stdin.read()):\n"
            "    try:\n        answers.append(encode(question)['rows'])\n"
            "    except Exception as error:\n        answers.append(str(error))\n"
            "print(json.dumps(answers))"
        )
        found: list[Any] = json.loads(engine("-c", code, stdin=json.dumps(questions)).splitlines()[-1])
        return found

    def each(self, *asked: tuple[Any, dict[str, Any]]) -> list[dict[str, Any]]:
        """One row each, for settings of its own."""
        base = settings(model=VISION, template="qwen2_vl")
        answers = self.ask([self.question("seen", base | chosen, rows=[row]) for row, chosen in asked])
        for answer in answers:
            self.assertIsInstance(answer, list, answer)
        return [answer[0] for answer in answers]

    def test_ids_and_labels_are_those_of_the_engine_s_own_preprocessing(self) -> None:
        for (name, chosen), theirs, ours in zip(CASES, self.engine_rows, self.ours[::2]):
            with self.subTest(name, **chosen):
                self.assertIsInstance(ours, list, ours)
                kept = [row for row in ours if row["status"] == "encoded"]
                prefix = "chosen_" if chosen["stage"] in ("rm", "dpo") else ""
                ids = [row[f"{prefix}input_ids"] for row in theirs["rows"]]
                self.assertGreater(len(ids), 2)
                self.assertEqual([[token["id"] for token in row["tokens"]] for row in kept], ids)
                if chosen["stage"] != "pt":
                    labels = [[label != -100 for label in row[f"{prefix}labels"]] for row in theirs["rows"]]
                    self.assertEqual([[token["learned"] for token in row["tokens"]] for row in kept], labels)

    def test_the_first_batch_that_the_model_gets_holds_the_same_row_and_as_many_features(self) -> None:
        for (_, chosen), theirs, ours in zip(CASES, self.engine_rows, self.ours[::2]):
            batch = theirs["batch"]
            if batch is None:
                continue
            first = next(row for row in ours if row["status"] == "encoded")
            ids = [token["id"] for token in first["tokens"]]
            self.assertEqual(batch["input_ids"][: len(ids)], ids)
            learned = [token["id"] if token["learned"] else -100 for token in first["tokens"]]
            self.assertEqual(batch["labels"][: len(ids)], learned)
            if batch["features"] is not None and first["media"]:
                self.assertEqual(sum(medium["count"] for medium in first["media"]), batch["features"])
                stand_for = sum(token["media"] is not None for token in first["tokens"])
                self.assertEqual(stand_for < batch["features"], first["cutsMedia"])

    def test_figures_say_the_same_as_the_rows_in_full(self) -> None:
        for (name, chosen), full, figures in zip(CASES, self.ours[::2], self.ours[1::2]):
            with self.subTest(name, **chosen):
                for row, counted in zip(full, figures, strict=True):
                    if row["status"] == "dropped":
                        self.assertEqual(counted, row)
                    elif chosen["stage"] not in ("rm", "dpo"):
                        self.assertEqual(
                            counted,
                            {
                                "status": "counted",
                                "length": row["length"],
                                "kept": len(row["tokens"]),
                                "learned": sum(token["learned"] for token in row["tokens"]),
                                "isCut": row["length"] > len(row["tokens"]),
                                "cutsMedia": row["cutsMedia"],
                            },
                        )

    def test_texts_of_tokens_join_to_the_text_and_cuts_hold_what_is_missing(self) -> None:
        at = {json.dumps(case, sort_keys=True): ours for case, ours in zip(CASES, self.ours[::2])}
        whole = at[json.dumps(("chats", settings()), sort_keys=True)]
        text = "".join(token["text"] for token in whole[0]["tokens"])
        self.assertIn("你好 🎈?<|im_end|>\n<|im_start|>assistant\n早上好 👩‍🚀!<|im_end|>", text)
        cut = at[json.dumps(("chats", settings(cutoffLen=40)), sort_keys=True)]
        for row, full in zip(cut, whole):
            if row["status"] == "encoded":
                self.assertEqual(row["length"], full["length"])
                missing = sum(piece["count"] for piece in row["cuts"])
                self.assertEqual(len(row["tokens"]) + missing, row["length"])
        self.assertEqual([row["status"] for row in whole], ["encoded"] * 4 + ["dropped", "encoded"])
        self.assertIn("Invalid message count", whole[4]["reason"])

    def test_media_stand_where_they_are_said_to_be_with_numbers_that_give_their_count(self) -> None:
        rows = self.ours[2 * CASES.index(("seen", settings(model=VISION, template="qwen2_vl")))]
        both = rows[1]
        self.assertEqual([medium["source"] for medium in both["media"]], PICTURES)
        for number, medium in enumerate(both["media"]):
            places = [at for at, token in enumerate(both["tokens"]) if token["media"] == number]
            self.assertEqual(places, list(range(medium["from"], medium["from"] + medium["count"])))
            self.assertEqual({both["tokens"][at]["text"] for at in places}, {"<|image_pad|>"})
            numbers = medium["numbers"]
            count = numbers["grid_t"] * numbers["grid_h"] * numbers["grid_w"] / numbers["merge"] ** 2
            self.assertEqual((medium["formula"], count), ("grid_t·grid_h·grid_w / merge²", medium["count"]))
        self.assertEqual(both["inference"]["vllm"].count("<|image_pad|>"), 2)
        self.assertEqual(both["inference"]["transformers"].count("<|image_pad|>"), 18)
        self.assertEqual(both["notes"], [])

    def test_a_cut_inside_a_picture_is_named(self) -> None:
        row, fits = self.each((SEEN[0], {"cutoffLen": 16}), (SEEN[0], {"cutoffLen": 60}))
        self.assertTrue(row["cutsMedia"])
        self.assertIn("<|image_pad|>", row["cuts"][0]["text"])
        self.assertFalse(fits["cutsMedia"])

    def test_pictures_are_counted_without_being_decoded_where_their_grids_are_given(self) -> None:
        chosen = settings(model=VISION, template="qwen2_vl", cutoffLen=30)
        grid = {"grid_t": 1, "grid_h": 6, "grid_w": 6}
        decoded, counted = self.ask(
            [
                self.question("seen", chosen, detail=False),
                self.question("seen", chosen, detail=False, grids=[[grid], [grid, grid], [grid], None]),
            ]
        )
        self.assertEqual(decoded, counted)

    def test_rows_that_the_engine_or_we_refuse_say_why(self) -> None:
        def with_picture(source: str) -> dict[str, Any]:
            return {"messages": turns("<image>", "x"), "images": [source]}

        said: list[tuple[str, Any, dict[str, Any]]] = [
            ("does not match the number of <image>", {"messages": turns("<image>", "x"), "images": []}, {}),
            ("not a file of the dataset's folder", with_picture("../../../../../../etc/passwd"), {}),
            ("is missing", with_picture("gone.png"), {}),
            ("https://example.org/a.png", with_picture("https://example.org/a.png"), {}),
            ("cannot be read as a picture", with_picture("seen.json"), {}),
            ("is not an object", 7, {}),
            ("does not support image input", SEEN[0], {"model": TEXT, "template": "qwen"}),
            ("Processor was not found", SEEN[0], {"model": TEXT}),
        ]
        answers = self.each(*((row, chosen) for _, row, chosen in said))
        for (words, _, _), answer in zip(said, answers, strict=True):
            self.assertEqual(answer["status"], "dropped", answer)
            self.assertIn(words, answer["reason"])

    def test_questions_that_cannot_be_answered_say_why(self) -> None:
        questions = [
            self.question("chats", settings(model="/nowhere/model")),
            self.question("chats", settings(model="acme/owl-1b")),
            self.question("chats", settings(template="no_such")),
            self.question("chats", settings(options={"media_dir": "/"})),
            self.question("chats", settings(stage="dpo")),
            self.question("demo_preference", settings()),
            self.question("chats", settings(model=str(self.folder))),
        ]
        words = [
            "no model folder /nowhere/model",
            "files of acme/owl-1b are not on this machine",
            "no template no_such",
            "`media_dir` does not change how a row is written",
            "has none (`ranking`)",
            "for rm and dpo only",
            "cannot be loaded",
        ]
        for answer, expected in zip(self.ask(questions), words, strict=True):
            self.assertIsInstance(answer, str, answer)
            self.assertIn(expected, answer)


if __name__ == "__main__":
    unittest.main()
