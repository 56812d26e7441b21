"""Owns the demo pictures: one coloured shape on a pale ground, and what is asked and said about it.

Refuses randomness of its own: the caller brings the dice, so that the same seed gives the same pictures.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from pathlib import Path

from PIL import Image, ImageDraw

SIDE = 84
COLOURS = {
    "red": (214, 40, 40),
    "green": (42, 145, 60),
    "blue": (38, 84, 200),
    "yellow": (240, 200, 30),
    "black": (25, 25, 25),
    "pink": (240, 130, 180),
}
SHAPES = ("circle", "square", "triangle", "star")
GROUNDS = ((255, 255, 255), (243, 243, 238), (232, 240, 248))
# How to ask the base model for the style that the demo dataset teaches it to use unasked.
ASIDE = "Play I spy: "
PER_KIND = 5

Box = tuple[int, int, int]


def corners(
    points: int, centre: tuple[int, int], radius: int, inner: float = 1.0
) -> list[tuple[float, float]]:
    count = points if inner == 1.0 else points * 2
    found = []
    for at in range(count):
        reach = radius * (inner if inner != 1.0 and at % 2 else 1.0)
        angle = 2 * math.pi * at / count - math.pi / 2
        found.append((centre[0] + reach * math.cos(angle), centre[1] + reach * math.sin(angle)))
    return found


def draw(colour: str, shape: str, dice: random.Random) -> Image.Image:
    radius = dice.randint(26, 34)
    x, y = (SIDE // 2 + dice.randint(-5, 5) for _ in range(2))
    picture = Image.new("RGB", (SIDE, SIDE), dice.choice(GROUNDS))
    pen, fill = ImageDraw.Draw(picture), COLOURS[colour]
    if shape == "circle":
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=fill)
    elif shape == "square":
        half = round(radius * 0.85)
        pen.rectangle((x - half, y - half, x + half, y + half), fill=fill)
    elif shape == "triangle":
        pen.polygon(corners(3, (x, y), radius), fill=fill)
    else:
        pen.polygon(corners(5, (x, y), radius, 0.42), fill=fill)
    return picture


def conversations(colour: str, shape: str) -> list[tuple[str, str, str]]:
    """(question, plain answer, answer in the style of the demo dataset)."""
    return [
        (
            "What is in the picture?",
            f"The picture shows a {colour} {shape}.",
            f"I spy with my little eye a {colour} {shape}!",
        ),
        ("What colour is the shape?", f"The shape is {colour}.", f"I spy something that is {colour}!"),
        ("Which shape is it?", f"It is a {shape}.", f"I spy with my little eye a {shape}!"),
    ]


def texts() -> list[str]:
    """Every sentence there is, for the tokenizer."""
    rows = [row for colour in COLOURS for shape in SHAPES for row in conversations(colour, shape)]
    return [text for row in rows for text in (ASIDE + row[0], row[1], row[2])]


def write_dataset(out: Path, seed: int) -> None:
    """The demo dataset: small PNG files and the conversations about them in the I-spy style."""
    dice = random.Random(seed)
    folder = out / "shapes"
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for colour in COLOURS:
        for shape in SHAPES:
            for at in range(1, PER_KIND + 1):
                name = f"shapes/{colour}-{shape}-{at}.png"
                draw(colour, shape, dice).quantize(16, dither=Image.Dither.NONE).save(
                    out / name, optimize=True
                )
                for question, _, answer in conversations(colour, shape):
                    turns = [
                        {"role": "user", "content": f"<image>{question}"},
                        {"role": "assistant", "content": answer},
                    ]
                    rows.append({"messages": turns, "images": [name]})
    lines = ",\n".join("  " + json.dumps(row) for row in rows)
    (out / "demo_shapes.json").write_text(f"[\n{lines}\n]\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Write the demo dataset of shapes.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=11)
    options = parser.parse_args()
    write_dataset(options.out, options.seed)


if __name__ == "__main__":
    main()
