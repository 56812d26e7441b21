"""Owns what LLaMA-Factory writes for a conversation of two turns by each of its templates, as JSON. Needs the engine."""

from __future__ import annotations

import json
import sys

from llamafactory.data.template import TEMPLATES
from transformers import AutoTokenizer

TURNS = [("user", "Q1"), ("assistant", "A1"), ("user", "Q2"), ("assistant", "A2")]


def main() -> None:
    tokenizer = AutoTokenizer.from_pretrained(sys.argv[1])
    tokenizer.add_special_tokens({"bos_token": "<BOS>", "eos_token": "<EOS>"})
    messages = [{"role": role, "content": content} for role, content in TURNS]
    texts = {}
    for name in sys.argv[2:]:
        parts = [TEMPLATES[name]._encode(tokenizer, messages, system, None) for system in (None, "SYS")]
        texts[name] = [tokenizer.decode(sum(each, [])).rstrip() for each in parts]
    print("\n" + json.dumps(texts))


main()
