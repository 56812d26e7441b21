"""Owns tiny processors of each picture family, saved as model folders have them, and the engine's own counts with them.

Called with a folder and the sizes as JSON; prints the counts by family. Refuses to load weights or to download anything.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from llamafactory.data.mm_plugin import get_mm_plugin
from PIL import Image
from tokenizers import Tokenizer, models
from transformers import (
    CLIPImageProcessor,
    Gemma3ImageProcessor,
    Gemma3Processor,
    LlavaProcessor,
    PixtralImageProcessor,
    PixtralProcessor,
    PreTrainedTokenizerFast,
    Qwen2VLImageProcessor,
    Qwen2VLProcessor,
    Qwen2VLVideoProcessor,
    Qwen3VLProcessor,
    Qwen3VLVideoProcessor,
)

LIMITS = {"image_max_pixels": 768 * 768, "image_min_pixels": 32 * 32}
NARROW = {"image_max_pixels": 200 * 200, "image_min_pixels": 100 * 100}


def tokenizer(*names: str, **special: str) -> PreTrainedTokenizerFast:
    words = ["<pad>", *names, *special.values()]
    backend = Tokenizer(models.WordLevel({word: at for at, word in enumerate(words)}, unk_token="<pad>"))
    return PreTrainedTokenizerFast(tokenizer_object=backend, pad_token="<pad>", extra_special_tokens=special)


def qwen2(**size: int) -> Any:
    words = tokenizer(image_token="<|image_pad|>", video_token="<|video_pad|>")
    return Qwen2VLProcessor(Qwen2VLImageProcessor(**size), words, Qwen2VLVideoProcessor())


def qwen3() -> Any:
    words = tokenizer(
        image_token="<|image_pad|>",
        video_token="<|video_pad|>",
        vision_bos_token="<|vision_start|>",
        vision_eos_token="<|vision_end|>",
    )
    pictures = Qwen2VLImageProcessor(patch_size=16, size={"shortest_edge": 65536, "longest_edge": 16777216})
    return Qwen3VLProcessor(pictures, words, Qwen3VLVideoProcessor())


def llava(strategy: str, additional: int) -> Any:
    pictures = CLIPImageProcessor(size={"shortest_edge": 336}, crop_size={"height": 336, "width": 336})
    return LlavaProcessor(
        pictures,
        tokenizer("<image>"),
        patch_size=14,
        vision_feature_select_strategy=strategy,
        num_additional_image_tokens=additional,
    )


def gemma3() -> Any:
    words = tokenizer(image_token="<image_soft_token>", boi_token="<start_of_image>", eoi_token="<end_of_image>")
    return Gemma3Processor(Gemma3ImageProcessor(size={"height": 896, "width": 896}), words)


def pixtral(patch: int, merge: int, longest: int) -> Any:
    pictures = PixtralImageProcessor(
        patch_size={"height": patch, "width": patch}, size={"longest_edge": longest}
    )
    words = tokenizer("[IMG]", "[IMG_BREAK]", "[IMG_END]")
    return PixtralProcessor(pictures, words, patch_size=patch, spatial_merge_size=merge)


QWEN = ("<|image_pad|>",)
PIXTRAL = ("[IMG]", "[IMG_BREAK]", "[IMG_END]")
# Name -> processor, the plugin's name, the tokens that are counted, the engine's arguments.
FAMILIES: dict[str, tuple[Callable[[], Any], str, tuple[str, ...], dict[str, Any]]] = {
    "qwen2_vl": (qwen2, "qwen2_vl", QWEN, LIMITS),
    "qwen2_vl_narrow": (qwen2, "qwen2_vl", QWEN, NARROW),
    "qwen2_vl_own_limits": (lambda: qwen2(min_pixels=300 * 300, max_pixels=500 * 500), "qwen2_vl", QWEN, LIMITS),
    "qwen3_vl": (qwen3, "qwen3_vl", QWEN, LIMITS),
    "llava": (lambda: llava("default", 1), "llava", ("<image>",), LIMITS),
    "llava_full": (lambda: llava("full", 0), "llava", ("<image>",), LIMITS),
    "gemma3": (gemma3, "gemma3", ("<image_soft_token>",), LIMITS),
    "pixtral": (lambda: pixtral(16, 1, 1024), "pixtral", PIXTRAL, LIMITS),
    "mistral3": (lambda: pixtral(14, 2, 448), "pixtral", PIXTRAL, LIMITS),
}


def counts(name: str, folder: Path, sizes: list[list[int]]) -> dict[str, Any]:
    make, plugin_name, tokens, arguments = FAMILIES[name]
    processor = make()
    processor.save_pretrained(folder / name)
    for key, value in arguments.items():
        setattr(processor, key, value)
    plugin = get_mm_plugin(name=plugin_name, image_token=tokens[0])
    found: list[int | None] = []
    for width, height in sizes:
        picture = Image.new("RGB", (width, height))
        turns = [{"role": "user", "content": "<image>"}]
        try:
            text = plugin.process_messages(turns, [picture], [], [], processor)[0]["content"]
        except (IndexError, ValueError):  # a picture so narrow that nothing of it is left
            found.append(None)
        else:
            found.append(sum(text.count(token) for token in tokens))
    return {"arguments": arguments, "counts": found}


def dies_with_crops(name: str) -> bool:
    """Whether the engine ends at a picture with pan and scan, as our check says."""
    make, plugin_name, tokens, arguments = FAMILIES[name]
    processor = make()
    for key, value in {**arguments, "image_do_pan_and_scan": True}.items():
        setattr(processor, key, value)
    plugin = get_mm_plugin(name=plugin_name, image_token=tokens[0])
    picture = Image.new("RGB", (1200, 400))
    try:
        plugin.process_messages([{"role": "user", "content": "<image>"}], [picture], [], [], processor)
        plugin._get_mm_inputs([picture], [], [], processor)
    except (IndexError, TypeError):
        return True
    return False


if __name__ == "__main__":
    folder, sizes = Path(sys.argv[1]), json.loads(sys.argv[2])
    told = {name: {**counts(name, folder, sizes), "crops": dies_with_crops(name)} for name in FAMILIES}
    print(json.dumps(told))
