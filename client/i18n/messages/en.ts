// Owns the English messages that come with the frame, and the shape of all of them, which every language must have.
// What only one screen says is in screens/ and loads with it.
import { common } from "./en/common.ts";
import type { compare } from "./en/compare.ts";
import type { dataset } from "./en/dataset.ts";
import type { datasets } from "./en/datasets.ts";
import { errors } from "./en/errors.ts";
import type { launch } from "./en/launch.ts";
import type { models } from "./en/models.ts";
import { reasons } from "./en/reasons.ts";
import type { run } from "./en/run.ts";
import { runs } from "./en/runs.ts";
import { session } from "./en/session.ts";
import type { settings } from "./en/settings.ts";
import { shell } from "./en/shell.ts";
import { state } from "./en/state.ts";
import type { templates } from "./en/templates.ts";

export const en = { common, errors, reasons, runs, session, shell, state };

export type FrameMessages = typeof en;
export type Messages = FrameMessages & {
  compare: typeof compare;
  dataset: typeof dataset;
  datasets: typeof datasets;
  launch: typeof launch;
  models: typeof models;
  run: typeof run;
  settings: typeof settings;
  templates: typeof templates;
};
