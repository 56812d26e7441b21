// Owns the list of Chinese message files.
import type { Messages } from "./en.ts";
import { common } from "./zh/common.ts";
import { errors } from "./zh/errors.ts";
import { launch } from "./zh/launch.ts";
import { models } from "./zh/models.ts";
import { run } from "./zh/run.ts";
import { runs } from "./zh/runs.ts";
import { settings } from "./zh/settings.ts";
import { shell } from "./zh/shell.ts";

export const zh: Messages = { common, errors, launch, models, run, runs, settings, shell };
