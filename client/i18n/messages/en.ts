// Owns the list of English message files and, by it, the shape every other language must have.
import { common } from "./en/common.ts";
import { errors } from "./en/errors.ts";
import { launch } from "./en/launch.ts";
import { models } from "./en/models.ts";
import { run } from "./en/run.ts";
import { runs } from "./en/runs.ts";
import { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";

export const en = { common, errors, launch, models, run, runs, settings, shell };

export type Messages = typeof en;
