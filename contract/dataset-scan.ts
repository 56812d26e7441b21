// Owns work over a whole dataset: what can be asked, how far it is, and what came of it. Refuses to hold rows: only numbers,
// findings up to a limit, and positions.
import { z } from "zod";
import { DatasetFinding, DatasetFormatId, DatasetName, MediaKind } from "./dataset.ts";

/** How rows are encoded for a model. */
export const EncodeSettings = z.object({
  engine: z.string().max(64),
  model: z.string().max(4096),
  template: z.string().max(64),
  cutoffLen: z.number().int().positive(),
  stage: z.enum(["pt", "sft", "rm", "dpo", "kto"]).default("sft"),
  trainOnPrompt: z.boolean().default(false),
  maskHistory: z.boolean().default(false),
  /** image_max_pixels and the like, in the engine's own keys. */
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).default({}),
});
export type EncodeSettings = z.infer<typeof EncodeSettings>;

export const ScanRequest = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("check"), stage: z.enum(["pt", "sft", "rm", "dpo", "kto"]).optional() }),
  z.object({
    kind: z.literal("search"),
    text: z.string().max(1000),
    /** Only rows with one of these findings. */
    codes: z.array(z.string()).optional(),
  }),
  z.object({ kind: z.literal("statistics") }),
  z.object({
    kind: z.literal("tokens"),
    settings: EncodeSettings,
    /** Rows taken evenly over the set; null for all. */
    sample: z.number().int().positive().nullable(),
  }),
  /** A new dataset beside the old one, with fixes applied and, if wanted, in another format. */
  z.object({
    kind: z.literal("rewrite"),
    as: DatasetName,
    fixes: z.array(z.string()),
    format: DatasetFormatId.optional(),
  }),
]);
export type ScanRequest = z.infer<typeof ScanRequest>;

export const CheckResult = z.object({
  kind: z.literal("check"),
  rows: z.number(),
  /** Rows that the engine would drop or die at. */
  unusable: z.number(),
  counts: z.array(
    z.object({
      code: z.string(),
      severity: z.enum(["error", "warning"]),
      message: z.string(),
      /** For the words in other languages: "…" for what differs from row to row. */
      params: z.record(z.string(), z.string()).optional(),
      count: z.number(),
      /** Rows named below; the first ones. */
      rows: z.array(z.number()),
      /** What a rewrite would do about it; null when only a person can. */
      fix: z.string().nullable(),
    }),
  ),
  /** The first findings of each code, at most 1,000 in all. */
  findings: z.array(DatasetFinding),
});
export type CheckResult = z.infer<typeof CheckResult>;

const Bin = z.object({ from: z.number(), to: z.number(), count: z.number() });
const Spread = z.object({
  min: z.number(),
  max: z.number(),
  mean: z.number(),
  median: z.number(),
  p95: z.number(),
  bins: z.array(Bin),
});

export const StatisticsResult = z.object({
  kind: z.literal("statistics"),
  rows: z.number(),
  turns: Spread.nullable(),
  /** In characters. */
  length: Spread.nullable(),
  roles: z.record(z.string(), z.number()),
  languages: z.array(z.object({ language: z.string(), rows: z.number() })),
  duplicates: z.number(),
  emptyTurns: z.number(),
  media: z.array(z.object({ kind: MediaKind, count: z.number(), missing: z.number(), bytes: z.number() })),
});
export type StatisticsResult = z.infer<typeof StatisticsResult>;

export const TokensResult = z.object({
  kind: z.literal("tokens"),
  /** Rows looked at, and rows of the whole set. */
  rows: z.number(),
  of: z.number(),
  lengths: Spread.nullable(),
  /** Tokens learned from, and all tokens. */
  learned: z.number(),
  tokens: z.number(),
  /** Rows that are cut, that are cut inside media tokens (the run would die there), and that the engine drops. */
  cut: z.number(),
  cutMedia: z.number(),
  dropped: z.number(),
  examples: z.array(
    z.object({ row: z.number(), why: z.enum(["cut", "cut-media", "dropped"]), tokens: z.number() }),
  ),
});
export type TokensResult = z.infer<typeof TokensResult>;

export const SearchResult = z.object({
  kind: z.literal("search"),
  /** The first 10,000 rows that match, in order. */
  rows: z.array(z.number()),
  matches: z.number(),
});
export type SearchResult = z.infer<typeof SearchResult>;

export const RewriteResult = z.object({
  kind: z.literal("rewrite"),
  dataset: z.string(),
  file: z.string(),
  written: z.number(),
  changed: z.number(),
  dropped: z.number(),
  /** What the other format cannot hold, with how often it was met. */
  lost: z.array(z.object({ what: z.string(), rows: z.number() })),
});
export type RewriteResult = z.infer<typeof RewriteResult>;

export const ScanResult = z.discriminatedUnion("kind", [
  CheckResult,
  StatisticsResult,
  TokensResult,
  SearchResult,
  RewriteResult,
]);
export type ScanResult = z.infer<typeof ScanResult>;

export const Scan = z.object({
  id: z.string(),
  kind: z.enum(["check", "search", "statistics", "tokens", "rewrite"]),
  dir: z.string(),
  dataset: z.string(),
  state: z.discriminatedUnion("status", [
    z.object({ status: z.literal("running") }),
    z.object({ status: z.literal("done") }),
    z.object({ status: z.literal("cancelled") }),
    z.object({ status: z.literal("failed"), message: z.string(), hint: z.string().optional() }),
  ]),
  /** Bytes (or rows, for tokens) done and in all. */
  done: z.number(),
  total: z.number(),
  startedAt: z.number(),
  etaMs: z.number().nullable(),
  /** What is known so far; whole when the state is done. */
  result: ScanResult.nullable(),
});
export type Scan = z.infer<typeof Scan>;

/** One row as the model will see it. */
export const EncodedToken = z.object({
  id: z.number(),
  text: z.string(),
  learned: z.boolean(),
  special: z.boolean(),
  /** Index into `media`, for its tokens. */
  media: z.number().nullable(),
});
export type EncodedToken = z.infer<typeof EncodedToken>;

export const EncodedMedia = z.object({
  kind: MediaKind,
  source: z.string(),
  /** First token, and how many it is before the cutoff. Tokens between them that are not its own do not count. */
  from: z.number(),
  count: z.number(),
  /** "grid_t·grid_h·grid_w / merge²", with its numbers. */
  formula: z.string(),
  numbers: z.record(z.string(), z.number()),
});
export type EncodedMedia = z.infer<typeof EncodedMedia>;

/** Something to know about a row; `message` is for codes without words of one's own. */
export const EncodeNote = z.object({
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type EncodeNote = z.infer<typeof EncodeNote>;

export const Encoding = z.discriminatedUnion("status", [
  z.object({
    status: z.literal("encoded"),
    tokens: z.array(EncodedToken),
    /** Length before the cutoff; tokens beyond the limit are not in `tokens`. */
    length: z.number(),
    cutoffLen: z.number(),
    /** True when the cut falls into the tokens of a picture, video or audio. */
    cutsMedia: z.boolean(),
    media: z.array(EncodedMedia),
    /** What the cutoff takes out, which may be in the middle: before which of `tokens`, how many, and how the text begins. */
    cuts: z.array(z.object({ at: z.number(), count: z.number(), text: z.string() })),
    /** The same conversation as inference writes it. */
    inference: z.object({ transformers: z.string().nullable(), vllm: z.string().nullable() }),
    notes: z.array(EncodeNote),
  }),
  /** The engine drops or refuses this row. */
  z.object({ status: z.literal("dropped"), reason: z.string() }),
]);
export type Encoding = z.infer<typeof Encoding>;
