// Owns counting what a dataset holds: turns, roles, lengths, languages, repeats, media.
import type { MediaKind } from "../../../contract/dataset.ts";
import type { StatisticsResult } from "../../../contract/dataset-scan.ts";
import { checkRecord } from "../formats/check-record.ts";
import { formatOf } from "../formats/index.ts";
import { mediaKinds } from "../formats/media-marks.ts";
import { guessLanguage } from "./languages.ts";
import { createMediaStates } from "./media-states.ts";
import type { Desk, PieceWork } from "./piece.ts";
import { createRowHashes } from "./row-hashes.ts";
import { addValue, createSpread, describeSpread, joinSpread } from "./spread.ts";

type MediaCount = { count: number; missing: number; bytes: number };

export type StatisticsPiece = {
  rows: number;
  turns: ReturnType<typeof createSpread>;
  length: ReturnType<typeof createSpread>;
  roles: Record<string, number>;
  languages: Record<string, number>;
  duplicates: number;
  emptyTurns: number;
  media: Record<MediaKind, MediaCount>;
};

const noMedia = (): MediaCount => ({ count: 0, missing: 0, bytes: 0 });

function emptyPiece(): StatisticsPiece {
  return {
    rows: 0,
    turns: createSpread(),
    length: createSpread(),
    roles: {},
    languages: {},
    duplicates: 0,
    emptyTurns: 0,
    media: { image: noMedia(), video: noMedia(), audio: noMedia() },
  };
}

export function statisticsPiece({ job, context }: Desk): PieceWork<StatisticsPiece> {
  const { definition, mediaDir } = job;
  const format = formatOf(definition);
  const files = createMediaStates(mediaDir);
  const wasSeen = createRowHashes(job.hashes);
  const piece = emptyPiece();

  function addMedia(kind: MediaKind, source: string): void {
    const count = piece.media[kind];
    const bytes = files.bytes(source);
    count.count += 1;
    if (bytes === null && source !== "base64") count.missing += 1;
    count.bytes += bytes ?? 0;
  }

  return {
    see(record) {
      piece.rows += 1;
      const { value } = checkRecord(record, null, definition, context);
      const conversation = value === undefined ? null : (format?.toMessages(value, definition) ?? null);
      if (wasSeen(record.text)) piece.duplicates += 1;
      if (conversation === null) return;
      addValue(piece.turns, conversation.turns.length);
      if (conversation.system !== null) count(piece.roles, "system");
      let length = conversation.system?.length ?? 0;
      let sample = "";
      for (const { role, parts } of conversation.turns) {
        count(piece.roles, role);
        if (parts.length === 0) piece.emptyTurns += 1;
        for (const part of parts) {
          if (part.type !== "text") {
            addMedia(part.type, part.source);
            continue;
          }
          length += part.text.length;
          if (role === "user" || role === "assistant")
            sample = sample.length < 400 ? `${sample} ${part.text}` : sample;
        }
      }
      for (const part of [...(conversation.chosen ?? []), ...(conversation.rejected ?? [])])
        if (part.type === "text") length += part.text.length;
      addValue(piece.length, length);
      count(piece.languages, guessLanguage(sample));
    },
    end: () => piece,
  };
}

export function createStatisticsTotal() {
  const total = emptyPiece();
  return {
    add(piece: StatisticsPiece): void {
      total.rows += piece.rows;
      total.duplicates += piece.duplicates;
      total.emptyTurns += piece.emptyTurns;
      joinSpread(total.turns, piece.turns);
      joinSpread(total.length, piece.length);
      for (const [role, many] of Object.entries(piece.roles)) count(total.roles, role, many);
      for (const [language, many] of Object.entries(piece.languages)) count(total.languages, language, many);
      for (const kind of mediaKinds) {
        total.media[kind].count += piece.media[kind].count;
        total.media[kind].missing += piece.media[kind].missing;
        total.media[kind].bytes += piece.media[kind].bytes;
      }
    },
    result(): StatisticsResult {
      return {
        kind: "statistics",
        rows: total.rows,
        turns: describeSpread(total.turns),
        length: describeSpread(total.length),
        roles: { ...total.roles },
        languages: Object.entries(total.languages)
          .map(([language, rows]) => ({ language, rows }))
          .sort((a, b) => b.rows - a.rows),
        duplicates: total.duplicates,
        emptyTurns: total.emptyTurns,
        media: mediaKinds.flatMap((kind) =>
          total.media[kind].count === 0 ? [] : [{ kind, ...total.media[kind] }],
        ),
      };
    },
  };
}

function count(counts: Record<string, number>, key: string, many = 1): void {
  counts[key] = (counts[key] ?? 0) + many;
}
