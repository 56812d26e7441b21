"""Owns asking a model: greedy answers to questions, from a base model, one with an adapter, or a merged one.

Refuses to sample: the same model gives the same answer every time. Prints one JSON object per call.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

import torch
from transformers import (
    AutoConfig,
    AutoModelForCausalLM,
    AutoModelForImageTextToText,
    AutoProcessor,
    AutoTokenizer,
)


def load(path: str, adapter: str | None) -> tuple[Any, Any]:
    vision = hasattr(AutoConfig.from_pretrained(path), "vision_config")
    family = AutoModelForImageTextToText if vision else AutoModelForCausalLM
    model = family.from_pretrained(path, dtype=torch.float32)
    if adapter:
        from peft import PeftModel

        model = PeftModel.from_pretrained(model, adapter)
    reader = AutoProcessor if vision else AutoTokenizer
    return model.eval(), reader.from_pretrained(path)


def inputs_for(reader: Any, question: str, image: str | None) -> Any:
    if not image:
        turns: list[dict[str, Any]] = [{"role": "user", "content": question}]
        text = reader.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
        return reader(text=text, add_special_tokens=False, return_tensors="pt")
    from PIL import Image

    turns = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": question}]}]
    text = reader.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    return reader(text=text, images=[Image.open(image).convert("RGB")], return_tensors="pt")


def answer(model: Any, reader: Any, question: str, image: str | None = None) -> str:
    tokenizer = getattr(reader, "tokenizer", reader)
    inputs = inputs_for(reader, question, image)
    inputs.pop("token_type_ids", None)
    with torch.no_grad():
        out = model.generate(
            **inputs,
            max_new_tokens=48,
            do_sample=False,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
        )
    return tokenizer.decode(out[0, inputs["input_ids"].shape[1] :], skip_special_tokens=True).strip()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("question", nargs="+")
    parser.add_argument("--adapter")
    parser.add_argument("--image", action="append", default=[], help="one for all questions, or one for each")
    options = parser.parse_args()
    model, reader = load(options.model, options.adapter)
    images = options.image or [None]
    if len(images) == 1:
        images = images * len(options.question)
    rows = [
        {"question": question, "answer": answer(model, reader, question, image)}
        for question, image in zip(options.question, images, strict=True)
    ]
    print(json.dumps({"answers": rows}, ensure_ascii=False))


if __name__ == "__main__":
    main()
