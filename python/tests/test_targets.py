"""Proves what is counted of the modules an adapter is put on, and what is proposed, on names alone: no engine is needed."""

from __future__ import annotations

import sys
import unittest

from engine import PYTHON_DIR

sys.path.insert(0, str(PYTHON_DIR))
from target_match import Module, answer_of, kind_of, matched, part_of
from target_proposal import proposal

OLD = r"language_model.model.layers.[\d]+.(mlp|self_attn).(up|q|v)_proj"
NEW = r"model.language_model.layers.[\d]+.(mlp|self_attn).(up|q|v)_proj"


def linear(*names: str) -> list[Module]:
    return [Module(name, True, True) for name in names]


LAYERS = [
    f"model.language_model.layers.{at}.{rest}"
    for at in range(3)
    for rest in ("self_attn.q_proj", "self_attn.v_proj", "mlp.up_proj")
]
SEEING = [f"model.vision_tower.layers.{at}.self_attn.q_proj" for at in range(2)]
ROWS = [
    *linear(*LAYERS, *SEEING, "model.multi_modal_projector.linear_1", "lm_head"),
    Module("model.language_model.norm", False, False),
    Module("model.language_model.embed_tokens", False, True),
]


class TargetsTest(unittest.TestCase):
    def propose(self, target: str | list[str], rows: list[Module] = ROWS, skip: tuple[str, ...] = ()) -> object:
        found = proposal(rows, target, matched(rows, target)["at"], list(skip))
        return found and (found["value"], found["matched"])

    def names(self, target: str | list[str]) -> list[str]:
        return [ROWS[at].name for at in matched(ROWS, target)["at"]]

    def test_parts_and_kinds(self) -> None:
        self.assertEqual(part_of("model.visual.blocks.0.attn.qkv"), "vision")
        self.assertEqual(part_of("model.visual.merger.mlp.0"), "projector")
        self.assertEqual(part_of("model.audio_tower.layers.0.fc1"), "audio")
        self.assertEqual(part_of("language_model.lm_head"), "head")
        self.assertEqual(part_of("model.layers.0.mlp.gate_proj"), "language")
        self.assertEqual(kind_of("model.visual.merger.mlp.0"), "mlp.0")

    def test_matches_as_peft_does(self) -> None:
        self.assertEqual(self.names(NEW), LAYERS)
        self.assertEqual(self.names(OLD), [])
        # A pattern is over the whole name, an entry of a list is its end.
        self.assertEqual(self.names("q_proj"), [])
        self.assertEqual(len(self.names(["q_proj"])), 5)
        self.assertEqual(self.names(["proj"]), [])
        self.assertEqual(len(self.names("all-linear")), len(LAYERS) + len(SEEING) + 1)

    def test_says_where_a_pattern_is_wrong(self) -> None:
        self.assertEqual(matched(ROWS, "model.(q|v"), {"bad": "missing ), unterminated subpattern", "at": 6})
        self.assertIn("repeat", matched(ROWS, "*a")["bad"])

    def test_counts_by_part_and_kind(self) -> None:
        target = ["q_proj", "k_proj"]
        answer = answer_of(ROWS, target, matched(ROWS, target)["at"], [])
        self.assertEqual(answer["matched"], 5)
        self.assertEqual(answer["idle"], ["k_proj"])
        first = {"part": "language", "kind": "q_proj", "count": 3, "first": LAYERS[0]}
        self.assertEqual(answer["groups"][0], first)
        self.assertEqual(answer["parts"][0], {"part": "language", "linear": 9, "matched": 3})
        skipped = answer_of(ROWS, target, matched(ROWS, target)["at"], ["vision"])
        self.assertEqual(skipped["matched"], 3)

    def test_tells_what_no_adapter_fits(self) -> None:
        target = r"model\.language_model\..*"
        answer = answer_of(ROWS, target, matched(ROWS, target)["at"], [])
        self.assertEqual(answer["unfit"], {"count": 1, "first": "model.language_model.norm"})

    def test_exchanges_a_beginning_that_has_moved(self) -> None:
        self.assertEqual(self.propose(OLD), (NEW, 9))
        short = r"model.layers.\d+.self_attn.q_proj"
        self.assertEqual(self.propose(short), (short.replace("layers", "language_model.layers"), 3))
        back = linear(*(f"language_model.model.layers.{at}.mlp.up_proj" for at in range(2)))
        self.assertEqual(self.propose(NEW, back), (OLD, 2))
        one = "model.layers.1.self_attn.q_proj"
        self.assertEqual(self.propose(one), (one.replace("layers", "language_model.layers"), 1))

    def test_takes_names_for_names(self) -> None:
        self.assertEqual(self.propose("q_proj|v_proj"), (["q_proj", "v_proj"], 8))
        self.assertEqual(self.propose(["qproj", "up_proj_"]), (["q_proj", "up_proj"], 8))
        self.assertIsNone(self.propose(["nothing_like_it"]))

    def test_keeps_to_the_language_model(self) -> None:
        value = r"model\.language_model\.layers\.\d+\.(?:self_attn\.q_proj)"
        self.assertEqual(self.propose(".*q_proj"), (value, 3))
        self.assertIsNone(self.propose(["q_proj"], skip=("vision",)))
        self.assertIsNone(self.propose(NEW))


if __name__ == "__main__":
    unittest.main()
