"""Owns what both demo models share: a byte-level BPE tokenizer, a Qwen chat template, a training loop, saving.

Refuses to read data and to know which of the two it serves.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

# What LLaMA-Factory's template `qwen` puts first when a conversation has no system message of its own.
QWEN_SYSTEM = "You are Qwen, created by Alibaba Cloud. You are a helpful assistant."
TEXT_TOKENS = ["<|endoftext|>", "<|im_start|>", "<|im_end|>"]


def chat_template(system: str, content: str) -> str:
    """The jinja twin of the engine's template; `content` is the expression that renders one message."""
    return (
        "{% if messages[0]['role'] != 'system' %}<|im_start|>system\n" + system + "<|im_end|>\n{% endif %}"
        "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
        + content
        + "<|im_end|>\n{% endfor %}"
        "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
    )


TEXT_TEMPLATE = chat_template(QWEN_SYSTEM, "{{ message['content'] }}")


def train_tokenizer(
    texts: Iterable[str], size: int, special: list[str], template: str
) -> PreTrainedTokenizerFast:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=size, special_tokens=special, initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    fast = PreTrainedTokenizerFast(
        tokenizer_object=tokenizer, eos_token="<|im_end|>", pad_token="<|endoftext|>", model_max_length=1024
    )
    fast.chat_template = template
    return fast


def train(
    model: torch.nn.Module,
    batch_at: Callable[[int], dict[str, torch.Tensor]],
    steps: int,
    rate: float,
) -> float:
    """AdamW with a short warm-up and a cosine to zero; returns the mean loss of the last tenth."""
    optimizer = torch.optim.AdamW(model.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=0.01)
    warm = max(1, min(50, steps // 10))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer,
        lambda step: min((step + 1) / warm, 0.5 * (1 + math.cos(math.pi * min(1.0, step / max(1, steps))))),
    )
    losses: list[float] = []
    began = time.monotonic()
    model.train()
    for step in range(steps):
        loss = model(**batch_at(step)).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        optimizer.zero_grad(set_to_none=True)
        losses.append(loss.item())
        if (step + 1) % 50 == 0 or step + 1 == steps:
            seconds = time.monotonic() - began
            print(f"step {step + 1}/{steps}  loss {losses[-1]:.4f}  {seconds:.0f} s", flush=True)
    tail = losses[-max(1, steps // 10) :]
    return sum(tail) / len(tail)


def save(model: torch.nn.Module, out: Path) -> None:
    """In bfloat16, as real base models come; the engine trains from it in the precision it is told."""
    model.eval().to(torch.bfloat16)
    model.save_pretrained(out)


def count(model: torch.nn.Module) -> int:
    return sum(weight.numel() for weight in model.parameters())
