// Owns what can be made of a run that is there, besides merging it: the forms an engine asks with, and the answer.
// Refuses to know any engine.
import { z } from "zod";
import { FieldSpec } from "./engine.ts";

export const FollowKind = z.enum(["preprocess", "evaluate", "quantize"]);
export type FollowKind = z.infer<typeof FollowKind>;

/** One kind of work that this run's engine offers for it, and what it wants to know. */
export const FollowForm = z.object({
  kind: FollowKind,
  /** Whether it starts from trained weights, so that a checkpoint may be chosen. */
  source: z.enum(["weights", "config"]),
  /** Whether it writes a folder that a person may name. */
  asksTarget: z.boolean(),
  fields: z.array(FieldSpec),
});
export type FollowForm = z.infer<typeof FollowForm>;

/** Answers by the fields' paths; what is left out is as the engine has it. */
export const FollowValues = z.record(
  z.string().max(128),
  z.union([z.string().max(4096), z.number(), z.boolean()]),
);
export type FollowValues = z.infer<typeof FollowValues>;

export const FollowRequest = z.object({
  kind: FollowKind,
  checkpoint: z.string().optional(),
  to: z.string().max(4096).optional(),
  values: FollowValues,
  key: z.string().min(8).max(64),
});
export type FollowRequest = z.infer<typeof FollowRequest>;
