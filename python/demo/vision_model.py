"""Owns the making of the demo base model "Anneal Demo Vision": a tiny Qwen2-VL that names colours and shapes.

Refuses to download anything: it learns from pictures that it draws itself while it trains.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Any

import torch
from pictures import ASIDE, COLOURS, SHAPES, conversations, draw, texts
from small_model import TEXT_TOKENS, chat_template, count, save, train, train_tokenizer
from transformers import (
    Qwen2VLConfig,
    Qwen2VLForConditionalGeneration,
    Qwen2VLImageProcessor,
    Qwen2VLProcessor,
    Qwen2VLVideoProcessor,
)

VOCABULARY = 560
BATCH = 24
# What LLaMA-Factory's template `qwen2_vl` puts first when a conversation has no system message of its own.
SYSTEM = "You are a helpful assistant."
VISION_TOKENS = ["<|vision_start|>", "<|vision_end|>", "<|vision_pad|>", "<|image_pad|>", "<|video_pad|>"]
TEMPLATE = chat_template(
    SYSTEM,
    "{% if message['content'] is string %}{{ message['content'] }}{% else %}{% for part in message['content'] %}"
    "{% if part['type'] == 'image' %}<|vision_start|><|image_pad|><|vision_end|>"
    "{% elif part['type'] == 'video' %}<|vision_start|><|video_pad|><|vision_end|>"
    "{% elif part['type'] == 'text' %}{{ part['text'] }}{% endif %}{% endfor %}{% endif %}",
)


def new_processor() -> Qwen2VLProcessor:
    # The template's words stand in every prompt, so they deserve tokens of their own.
    sentences = texts() + [TEMPLATE] * 100
    tokenizer = train_tokenizer(sentences, VOCABULARY, TEXT_TOKENS + VISION_TOKENS, TEMPLATE)
    return Qwen2VLProcessor(
        image_processor=Qwen2VLImageProcessor(),
        tokenizer=tokenizer,
        video_processor=Qwen2VLVideoProcessor(),
        chat_template=TEMPLATE,
    )


def new_model(tokenizer: Any) -> Qwen2VLForConditionalGeneration:
    ids = {token: tokenizer.convert_tokens_to_ids(token) for token in VISION_TOKENS}
    text = {
        "vocab_size": len(tokenizer),
        "hidden_size": 96,
        "intermediate_size": 256,
        "num_hidden_layers": 3,
        "num_attention_heads": 4,
        "num_key_value_heads": 2,
        "max_position_embeddings": 1024,
        "rope_scaling": {"type": "mrope", "mrope_section": [4, 4, 4]},
        "eos_token_id": tokenizer.eos_token_id,
        "pad_token_id": tokenizer.pad_token_id,
        "bos_token_id": None,
    }
    vision = {
        "depth": 2,
        "embed_dim": 64,
        "hidden_size": 96,
        "num_heads": 4,
        "mlp_ratio": 2,
        "patch_size": 14,
        "spatial_merge_size": 2,
        "temporal_patch_size": 2,
    }
    config = Qwen2VLConfig(
        text_config=text,
        vision_config=vision,
        image_token_id=ids["<|image_pad|>"],
        video_token_id=ids["<|video_pad|>"],
        vision_start_token_id=ids["<|vision_start|>"],
        vision_end_token_id=ids["<|vision_end|>"],
        tie_word_embeddings=True,
    )
    return Qwen2VLForConditionalGeneration(config).float()


def prompt(processor: Qwen2VLProcessor, question: str) -> str:
    turns = [{"role": "user", "content": [{"type": "image"}, {"type": "text", "text": question}]}]
    return processor.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)


def new_batch(processor: Qwen2VLProcessor, dice: random.Random) -> dict[str, torch.Tensor]:
    """Fresh pictures each time; half of the questions ask for the style of the demo dataset."""
    pictures, rows, tails = [], [], []
    for _ in range(BATCH):
        colour, shape = dice.choice(tuple(COLOURS)), dice.choice(SHAPES)
        question, plain, styled = dice.choice(conversations(colour, shape))
        if dice.random() < 0.5:
            question, plain = ASIDE + question, styled
        tail = f"{plain}<|im_end|>\n"
        pictures.append(draw(colour, shape, dice))
        rows.append(prompt(processor, question) + tail)
        tails.append(len(processor.tokenizer(tail, add_special_tokens=False)["input_ids"]))
    batch = dict(
        processor(text=rows, images=pictures, padding=True, padding_side="right", return_tensors="pt")
    )
    labels = torch.full_like(batch["input_ids"], -100)
    for at, (tail, mask) in enumerate(zip(tails, batch["attention_mask"], strict=True)):
        end = int(mask.sum())
        labels[at, end - tail : end] = batch["input_ids"][at, end - tail : end]
    return batch | {"labels": labels}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=1500)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)

    processor = new_processor()
    model = new_model(processor.tokenizer)
    print(f"{count(model):,} parameters, {len(processor.tokenizer)} tokens", flush=True)
    loss = train(model, lambda _step: new_batch(processor, dice), options.steps, options.rate)
    save(model, options.out)
    processor.save_pretrained(options.out)
    print(f"loss {loss:.4f}, saved in {options.out}")


if __name__ == "__main__":
    main()
