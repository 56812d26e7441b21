"""Owns what Axolotl writes for a conversation of two turns by each of its templates, as JSON. Needs the engine."""

from __future__ import annotations

import json
import sys

from axolotl.utils.chat_templates.base import get_chat_template
from transformers import AutoTokenizer

TURNS = [("user", "Q1"), ("assistant", "A1"), ("user", "Q2"), ("assistant", "A2")]


def main() -> None:
    tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])
    tokenizer.add_special_tokens({"bos_token": "<BOS>", "eos_token": "<EOS>"})
    texts = {}
    for name in sys.argv[2:]:
        template = get_chat_template(name)
        texts[name] = [
            tokenizer.apply_chat_template(
                [{"role": role, "content": content} for role, content in [*system, *TURNS]],
                tokenize=False,
                chat_template=template,
            ).rstrip()
            for system in ([], [("system", "SYS")])
        ]
    print("\n" + json.dumps(texts))


main()
