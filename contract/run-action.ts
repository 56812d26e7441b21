// Owns what can be asked of an existing run, and in which state. Refuses actions the state does not allow.
import { z } from "zod";
import { RunName } from "./run.ts";

export const RunAction = z.discriminatedUnion("action", [
  z.object({ action: z.literal("stop") }),
  z.object({ action: z.literal("force-stop") }),
  z.object({ action: z.literal("pause") }),
  z.object({ action: z.literal("resume"), checkpoint: z.string().optional() }),
  z.object({ action: z.literal("save") }),
  z.object({ action: z.literal("evaluate") }),
  z.object({ action: z.literal("retry") }),
  z.object({ action: z.literal("archive") }),
  z.object({ action: z.literal("restore") }),
  z.object({ action: z.literal("move-up") }),
  z.object({ action: z.literal("move-down") }),
  z.object({ action: z.literal("rename"), name: RunName }),
]);
export type RunAction = z.infer<typeof RunAction>;
export type RunActionName = RunAction["action"];
