// Owns what the parts of a comparison are given of each run.
import type { FeedEvents } from "@/client/live/run-feed.ts";
import type { RunDetail } from "@/contract/run.ts";

export type ComparedRun = { detail: RunDetail; feed: FeedEvents; engine: string };
