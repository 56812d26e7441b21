# Reads datasets with LLaMA-Factory's own loader and tells what the model would get. For tests only.
# argv: a JSON file with a list of {model, template, stage, dataset, dir}, and where to write the answers.
import json
import sys
import tempfile
from pathlib import Path

import datasets
from llamafactory.data import get_dataset, get_template_and_fix_tokenizer
from llamafactory.hparams import get_train_args
from llamafactory.model import load_tokenizer

datasets.disable_progress_bars()
datasets.disable_caching()


def alone(work):
    """In this process: a few rows are not worth others, which take longer to start than the rows."""
    return lambda *asked, **named: work(*asked, **(named | {"num_proc": None}))


datasets.Dataset.map = alone(datasets.Dataset.map)
datasets.Dataset.filter = alone(datasets.Dataset.filter)


def seen(case):
    args = {
        "model_name_or_path": case["model"],
        "template": case["template"],
        "stage": case["stage"],
        "do_train": True,
        "finetuning_type": "lora",
        "dataset": case["dataset"],
        "dataset_dir": case["dir"],
        "cutoff_len": 512,
        "output_dir": tempfile.mkdtemp(),
        "packing": False,
        "overwrite_cache": True,
        "report_to": "none",
        "use_cpu": True,
        "cache_dir": tempfile.mkdtemp(),
    }
    model, data, training, _, _ = get_train_args(args)
    loaded = load_tokenizer(model)
    tokenizer = loaded["tokenizer"]
    template = get_template_and_fix_tokenizer(tokenizer, data)
    rows = get_dataset(template, model, data, training, stage=case["stage"], **loaded)["train_dataset"]
    return [told(row, tokenizer) for row in rows]


def told(row, tokenizer):
    known = {}
    for side in ("", "chosen_", "rejected_"):
        ids, labels = row.get(f"{side}input_ids"), row.get(f"{side}labels")
        if ids is None:
            continue
        known[f"{side}input_ids"] = tokenizer.decode(ids)
        if labels is not None:
            pairs = zip(ids, labels)
            known[f"{side}learned"] = tokenizer.decode([token for token, label in pairs if label != -100])
    if "input_ids" in row:
        known["ids"] = list(row["input_ids"])
    if "kto_tags" in row:
        known["label"] = row["kto_tags"]
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
