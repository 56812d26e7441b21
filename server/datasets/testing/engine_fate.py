# Asks LLaMA-Factory what becomes of datasets: for each, how many rows it keeps, or that it dies. For tests only.
# argv: a JSON file with a list of {dir, dataset, stage, model, template}, and where to write the answers.
import json
import sys
import tempfile

import datasets
from llamafactory.data import get_dataset, get_template_and_fix_tokenizer
from llamafactory.hparams import get_train_args
from llamafactory.model import load_tokenizer

datasets.disable_progress_bars()
datasets.disable_caching()
known = {}


def ask(case):
    args = {
        "model_name_or_path": case["model"],
        "template": case["template"],
        "stage": case["stage"],
        "do_train": True,
        "finetuning_type": "lora",
        "dataset": case["dataset"],
        "dataset_dir": case["dir"],
        "cutoff_len": 512,
        "output_dir": case["dir"] + "/out",
        "packing": False,
        "overwrite_cache": True,
        "report_to": "none",
        "use_cpu": True,
        "cache_dir": tempfile.mkdtemp(),
    }
    model, data, training, finetuning, _ = get_train_args(args)
    if case["model"] not in known:
        known[case["model"]] = load_tokenizer(model)
    loaded = known[case["model"]]
    template = get_template_and_fix_tokenizer(loaded["tokenizer"], data)
    stage = "rm" if case["stage"] == "dpo" else case["stage"]
    return len(get_dataset(template, model, data, training, stage=stage, **loaded)["train_dataset"])


answers = []
for case in json.load(open(sys.argv[1])):
    try:
        answers.append({"kept": ask(case)})
    except BaseException as error:  # whatever ends a run
        answers.append({"died": f"{type(error).__name__}: {error}"[:300]})
json.dump(answers, open(sys.argv[2], "w"))
