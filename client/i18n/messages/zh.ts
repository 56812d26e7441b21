// Owns the Chinese messages that come with the frame.
import type { FrameMessages } from "./en.ts";
import { common } from "./zh/common.ts";
import { errors } from "./zh/errors.ts";
import { reasons } from "./zh/reasons.ts";
import { runs } from "./zh/runs.ts";
import { session } from "./zh/session.ts";
import { shell } from "./zh/shell.ts";
import { state } from "./zh/state.ts";

export const zh: FrameMessages = { common, errors, reasons, runs, session, shell, state };
