"""Owns the names of what LLaMA-Factory does before it trains. Refuses anything else."""

STAGES = {
    "load_tokenizer": "Loading the tokenizer",
    "get_dataset": "Reading and tokenizing the dataset",
    "load_model": "Loading the model",
}
