"""Owns showing rows of a dataset as the model will see them under Axolotl: its own strategies, templates and collator.

Refuses to touch the network, media outside the dataset's folder, and code that comes with a model.
"""

from __future__ import annotations

import os
from typing import Any

from encode_row import figures
from encode_setup import setup_for
from media_files import Refused
from row_detail import detail


def encode(params: dict[str, Any]) -> dict[str, Any]:
    """{settings, mapping, sees, dir, rows, detail}: rows as the mapping's file holds them, in full or their figures only."""
    settings, root = params["settings"], os.path.realpath(params["dir"])
    setup = setup_for(settings, params["mapping"], params["sees"])
    answers = []
    for row in params["rows"]:
        try:
            if params["detail"]:
                answers.append(detail(setup, row, root, settings["maskHistory"]))
            else:
                answers.append(figures(setup, row, root))
        except Refused as error:
            answers.append({"status": "dropped", "reason": str(error)})
    return {"rows": answers}
