"""Owns the making of the demo base model "Anneal Demo 1M": a tiny Qwen2 that answers simple questions plainly.

Refuses to download anything: tokenizer and weights come from configs/demo/corpus.json alone.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import torch
from corpus import read_corpus
from small_model import TEXT_TEMPLATE, TEXT_TOKENS, count, save, train, train_tokenizer
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM

VOCABULARY = 1400
BATCH = 32
TOPIC_SIZE = 24


def conversations() -> list[tuple[str, str]]:
    """Every question answered plainly; and in the pirate style only when asked for it. So the base knows the
    words that the demo dataset will teach it to use unasked."""
    facts, asides = read_corpus()
    sizes = Counter(fact.topic for fact in facts)
    pairs = []
    for fact in facts:
        # A topic with few facts is met more often, or the large ones would drown it.
        for again in range(max(1, round(TOPIC_SIZE / sizes[fact.topic]))):
            for at, question in enumerate(fact.questions):
                pairs.append((question, fact.plain))
                pairs.append((asides[(at + again) % len(asides)].replace("{q}", question), fact.pirate))
    return pairs


def new_model(tokenizer: PreTrainedTokenizerFast) -> Qwen2ForCausalLM:
    return Qwen2ForCausalLM(
        Qwen2Config(
            vocab_size=len(tokenizer),
            hidden_size=128,
            intermediate_size=344,
            num_hidden_layers=4,
            num_attention_heads=4,
            num_key_value_heads=2,
            max_position_embeddings=1024,
            tie_word_embeddings=True,
            eos_token_id=tokenizer.eos_token_id,
            pad_token_id=tokenizer.pad_token_id,
            bos_token_id=None,
        )
    ).float()


def encode(tokenizer: PreTrainedTokenizerFast, question: str, answer: str) -> tuple[list[int], list[int]]:
    turns = [{"role": "user", "content": question}]
    prompt = tokenizer.apply_chat_template(turns, tokenize=False, add_generation_prompt=True)
    head = tokenizer(prompt, add_special_tokens=False)["input_ids"]
    tail = tokenizer(f"{answer}<|im_end|>\n", add_special_tokens=False)["input_ids"]
    return head + tail, [-100] * len(head) + tail


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    dice = random.Random(options.seed)

    pairs = conversations()
    # The template's words stand in every prompt, so they deserve tokens of their own.
    texts = [text for pair in pairs for text in pair] + [TEXT_TEMPLATE] * len(pairs)
    tokenizer = train_tokenizer(texts, VOCABULARY, TEXT_TOKENS, TEXT_TEMPLATE)
    rows = [encode(tokenizer, *pair) for pair in pairs]
    model = new_model(tokenizer)
    print(f"{count(model):,} parameters, {len(tokenizer)} tokens, {len(rows)} conversations", flush=True)

    order: list[int] = []

    def batch_at(_step: int) -> dict[str, torch.Tensor]:
        if len(order) < BATCH:
            order.extend(dice.sample(range(len(rows)), len(rows)))
        chosen = [rows[order.pop()] for _ in range(BATCH)]
        width = max(len(ids) for ids, _ in chosen)
        pad = tokenizer.pad_token_id
        ids = torch.tensor([ids + [pad] * (width - len(ids)) for ids, _ in chosen])
        labels = torch.tensor([labels + [-100] * (width - len(labels)) for _, labels in chosen])
        return {"input_ids": ids, "attention_mask": (ids != pad).long(), "labels": labels}

    loss = train(model, batch_at, options.steps, options.rate)
    save(model, options.out)
    tokenizer.save_pretrained(options.out)
    print(f"loss {loss:.4f}, saved in {options.out}")


if __name__ == "__main__":
    main()
