# Reads datasets with Axolotl's own command line code, as a run does, and tells what the model would get. For tests only.
# argv: a JSON file with a list of {config}, and where to write the answers.
import json
import sys
import tempfile
from pathlib import Path

import datasets
import yaml
from axolotl.cli.config import load_cfg
from axolotl.common.datasets import load_datasets, load_preference_datasets
from axolotl.loaders import load_processor, load_tokenizer

datasets.disable_progress_bars()
datasets.disable_caching()


def alone(work):
    """In this process: a few rows are not worth others, which take longer to start than the rows."""
    return lambda *asked, **named: work(*asked, **(named | {"num_proc": None}))


datasets.Dataset.map = alone(datasets.Dataset.map)
datasets.Dataset.filter = alone(datasets.Dataset.filter)
datasets.Dataset.save_to_disk = alone(datasets.Dataset.save_to_disk)


def seen(case):
    folder = Path(tempfile.mkdtemp())
    file = folder / "config.yaml"
    config = case["config"] | {"output_dir": str(folder / "out"), "dataset_prepared_path": str(folder / "prepared")}
    file.write_text(yaml.safe_dump(config))
    cfg = load_cfg(str(file))
    load = load_preference_datasets if cfg.rl else load_datasets
    rows = list(load(cfg=cfg).train_dataset)
    tokenizer = load_tokenizer(cfg)
    if cfg.processor_type:
        rows = collated(cfg, tokenizer, rows)
    return [told(row, tokenizer) for row in rows]


def collated(cfg, tokenizer, rows):
    """As the trainer puts them together, one by one."""
    from axolotl.processing_strategies import get_processing_strategy
    from axolotl.utils.chat_templates import get_chat_template
    from axolotl.utils.collators.mm_chat import MultiModalChatDataCollator

    template = get_chat_template(cfg.chat_template or "tokenizer_default", tokenizer=tokenizer)
    processor = load_processor(cfg, tokenizer)
    strategy = get_processing_strategy(
        processor, template, cfg.chat_template, image_size=cfg.image_size, train_on_inputs=cfg.train_on_inputs
    )
    collator = MultiModalChatDataCollator(tokenizer=tokenizer, processing_strategy=strategy)
    return [{key: value[0].tolist() for key, value in collator([row]).items() if key in ("input_ids", "labels")} for row in rows]


def told(row, tokenizer):
    known = {key: row[key] for key in ("prompt", "chosen", "rejected", "completion", "label") if key in row}
    for name in ("input_ids", "chosen_ids", "rejected_ids"):
        if name in row:
            known[name] = tokenizer.decode(row[name])
    if "labels" in row:
        pairs = zip(row["input_ids"], row["labels"])
        known["learned"] = tokenizer.decode([token for token, label in pairs if label != -100])
        known["ids"] = list(row["input_ids"])
    return known


def main():
    answers = []
    for case in json.loads(Path(sys.argv[1]).read_text()):
        try:
            answers.append({"rows": seen(case)})
        except BaseException as error:  # whatever ends a run
            answers.append({"died": f"{type(error).__name__}: {error}"[:600]})
    Path(sys.argv[2]).write_text(json.dumps(answers))


# The engine starts copies of this process, which read this file too.
if __name__ == "__main__":
    main()
