"""Owns what the engine's plugin found out about a row's media, and the formula that its count of tokens follows.

Refuses to compute a count of its own: a formula is shown only where its numbers give what the engine wrote.
"""

from __future__ import annotations

import math
from typing import Any


class MediaMemory:
    """Stands before a plugin's reading of media, so that each row's are read once, and keeps what came of it."""

    def __init__(self, plugin: Any) -> None:
        self.plugin = plugin
        self.name = type(plugin).__name__
        self.seen: dict[str, Any] = {}
        self.answers: list[tuple[Any, dict[str, Any]]] = []
        self.grids: Any = None
        for method in ("_get_mm_inputs", "_get_video_token_metadata"):
            setattr(plugin, method, self.remembering(getattr(plugin, method)))

    def remembering(self, read: Any) -> Any:
        def remembered(*asked: Any, **named: Any) -> Any:
            question = [*asked[:-1], sorted(named.items()), read.__name__]
            for other, answer in self.answers:
                if other == question:
                    return dict(answer)
            answer = self.stand_in(asked) if read.__name__ == "_get_mm_inputs" else None
            if answer is None:
                answer = read(*asked, **named)
            if answer is None:
                return None
            self.seen.update(answer)
            self.answers.append((question, dict(answer)))
            return answer

        return remembered

    def restart(self) -> None:
        self.seen.clear()
        self.answers.clear()

    def given(self, grids: Any) -> None:
        """Numbers that arithmetic found from picture sizes alone, so that pictures need not be decoded to be counted."""
        self.grids = grids

    def stand_in(self, asked: tuple[Any, ...]) -> dict[str, Any] | None:
        import torch

        images, videos, audios = asked[:3]
        if self.grids is None or videos or audios or len(images) != len(self.grids):
            return None
        if all("grid_h" in grid for grid in self.grids):
            sides = [[grid["grid_t"], grid["grid_h"], grid["grid_w"]] for grid in self.grids]
            return {"image_grid_thw": torch.tensor(sides)}
        if all("height" in grid for grid in self.grids):
            sides = [[grid["height"], grid["width"]] for grid in self.grids]
            return {"pixel_values": torch.zeros(1).expand(1, 3, *sides[0]), "image_sizes": torch.tensor(sides)}
        return None

    def front(self, processor: Any) -> int:
        """Tokens that are put in front of the ids for each picture."""
        return int(processor.image_seq_length) if self.name == "PaliGemmaPlugin" else 0

    def also(self, processor: Any, tokenizer: Any) -> set[int]:
        """Ids that belong to a picture beside its placeholders."""
        names = ("image_break_token", "image_end_token") if self.name == "PixtralPlugin" else ()
        found = {tokenizer.convert_tokens_to_ids(getattr(processor, name, None) or "") for name in names}
        return {token for token in found if token is not None}

    def formula(self, processor: Any, medium: dict[str, Any], count: int) -> tuple[str, dict[str, Any]]:
        try:
            found = self.guess(processor, medium["kind"], medium["index"])
        except (AttributeError, IndexError, KeyError, TypeError):
            found = None
        if found is not None and found[2] == count:
            return found[0], found[1]
        return "tokens", {"tokens": count}

    def guess(self, processor: Any, kind: str, at: int) -> tuple[str, dict[str, Any], int] | None:
        if kind == "audio":
            return self.sound(at)
        if f"{kind}_grid_thw" in self.seen:
            return self.grid(processor, kind, at)
        if kind != "image":
            return None
        by_plugin = {
            "LlavaPlugin": self.llava,
            "Gemma3Plugin": self.gemma3,
            "Gemma3nPlugin": self.gemma3,
            "PixtralPlugin": self.pixtral,
            "InternVLPlugin": self.intern_vl,
            "KimiVLPlugin": self.kimi_vl,
            "PaliGemmaPlugin": self.paligemma,
            "LlavaNextPlugin": self.llava_next,
            "LlavaNextVideoPlugin": self.llava_next,
        }
        return by_plugin[self.name](processor, at) if self.name in by_plugin else None

    def grid(self, processor: Any, kind: str, at: int) -> tuple[str, dict[str, Any], int]:
        source = getattr(processor, f"{kind}_processor", None) or processor.image_processor
        merge = int(source.merge_size)
        grid_t, grid_h, grid_w = (int(side) for side in self.seen[f"{kind}_grid_thw"][at])
        numbers = {"grid_t": grid_t, "grid_h": grid_h, "grid_w": grid_w, "merge": merge}
        return "grid_t·grid_h·grid_w / merge²", numbers, grid_t * grid_h * grid_w // merge**2

    def llava(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        height, width = self.seen["pixel_values"][0].shape[-2:]
        patch, more = int(processor.patch_size), int(processor.num_additional_image_tokens)
        numbers = {"height": int(height), "width": int(width), "patch": patch, "additional": more}
        is_default = processor.vision_feature_select_strategy == "default"
        count = (height // patch) * (width // patch) + more - is_default
        return f"(height/patch)·(width/patch) + additional{' − 1' if is_default else ''}", numbers, int(count)

    def llava_next(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        height, width = (int(side) for side in self.seen["image_sizes"][at])
        tile_h, tile_w = self.seen["pixel_values"][0][0].shape[-2:]
        features = int(processor._get_number_of_features(height, width, int(tile_h), int(tile_w)))
        is_default = processor.vision_feature_select_strategy == "default"
        numbers = {"height": height, "width": width, "features": features}
        return f"features{' − 1' if is_default else ''}", numbers, features - is_default

    def gemma3(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        crops = self.seen.get("num_crops")
        views = 1 + int(crops[0][at]) if crops is not None else 1
        each = int(processor.image_seq_length)
        return "image_seq_length·views", {"image_seq_length": each, "views": views}, each * views

    def pixtral(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        patch = int(processor.patch_size) * int(getattr(processor, "spatial_merge_size", 1))
        sizes = self.seen["image_sizes"]
        height, width = (int(side) for side in (sizes[0] if isinstance(sizes, list) else sizes)[at])
        rows, columns = height // patch, width // patch
        numbers = {"height": height, "width": width, "patch": patch}
        return "(height/patch)·(width/patch + 1)", numbers, rows * (columns + 1)

    def intern_vl(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        tiles, each = int(self.seen["image_num_patches"][at]), int(processor.image_seq_length)
        return "image_seq_length·tiles", {"image_seq_length": each, "tiles": tiles}, each * tiles

    def kimi_vl(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        height, width = (int(side) for side in self.seen["image_grid_hws"][at])
        kernel = math.prod(processor.image_processor.merge_kernel_size)
        numbers = {"grid_h": height, "grid_w": width, "kernel": kernel}
        return "grid_h·grid_w / kernel", numbers, height * width // kernel

    def paligemma(self, processor: Any, at: int) -> tuple[str, dict[str, Any], int]:
        each = int(processor.image_seq_length)
        return "image_seq_length", {"image_seq_length": each}, each

    def sound(self, at: int) -> tuple[str, dict[str, Any], int] | None:
        mask = self.seen.get("feature_attention_mask")
        if mask is None:
            return None
        frames = int(mask[at].sum())
        return "((frames − 1)/2 − 1)/2 + 1", {"frames": frames}, ((frames - 1) // 2 + 1 - 2) // 2 + 1
