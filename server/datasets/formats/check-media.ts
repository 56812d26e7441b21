// Owns holding the marks in the texts of a row against its lists of media, and the media against the disk.
import type { MediaKind } from "../../../contract/dataset.ts";
import type { Faults } from "./faults.ts";
import type { CheckContext, MediaState } from "./format.ts";
import type { Layout } from "./layout.ts";
import { countMarks, mediaColumn, mediaKinds } from "./media-marks.ts";
import { isObject, kindOf } from "./value-kind.ts";

/** Where a text with marks stands: a pair's two answers are counted apart. */
export type Place = "question" | "answer" | "chosen" | "rejected";

export type MarksSeen = { kind: MediaKind; place: Place; path: string; count: number }[];

/** Cheap for a text without "<", which is nearly every one. */
export function mayHoldMarks(text: string): boolean {
  return text.indexOf("<") !== -1;
}

export function seeMarks(seen: MarksSeen | null, text: string, place: Place, path: string): MarksSeen | null {
  const all = seen ?? [];
  for (const kind of mediaKinds) {
    const count = countMarks(text, kind);
    if (count > 0) all.push({ kind, place, path, count });
  }
  return all.length === 0 ? null : all;
}

export function checkMedia(
  row: Record<string, unknown>,
  layout: Layout,
  seen: MarksSeen | null,
  context: CheckContext,
  faults: Faults,
): void {
  for (const kind of mediaKinds) {
    const column = layout.columns[mediaColumn[kind]];
    const value = column === null ? null : row[column];
    const marks = seen?.filter((each) => each.kind === kind) ?? [];
    if (column === null) {
      const first = marks[0];
      if (first !== undefined && context.stage !== "pt")
        faults.add("media.unlisted", first.path, { media: kind });
      continue;
    }
    const list = value === null || value === undefined ? [] : Array.isArray(value) ? value : [value];
    if (list.length === 0 && marks.length === 0) continue;
    if (list.length > 0 && !Array.isArray(value)) {
      faults.add(typeof value === "string" ? "media.bare" : "media.kind", column, { kind: kindOf(value) });
      if (typeof value !== "string") continue;
    }
    for (const [index, each] of list.entries())
      checkSource(kind, each, `${column}[${index}]`, context, faults);
    if (context.stage !== "pt") countMedia(kind, column, list.length, marks, layout, faults);
  }
}

function checkSource(
  kind: MediaKind,
  value: unknown,
  path: string,
  context: CheckContext,
  faults: Faults,
): void {
  if (typeof value === "string") {
    addMediaFault(context.media(kind, value), value, path, faults);
    return;
  }
  // A video may be its frames, each a picture.
  if (Array.isArray(value) && kind === "video") {
    for (const [index, frame] of value.entries())
      checkSource("image", frame, `${path}[${index}]`, context, faults);
    return;
  }
  const isBytes = isObject(value) && (typeof value.path === "string" || "bytes" in value);
  if (!isBytes) faults.add("media.kind", path, { kind: kindOf(value) });
}

export function addMediaFault(state: MediaState, source: string, path: string, faults: Faults): void {
  if (state.status === "unreadable") faults.add("media.unreadable", path, { source, why: state.why });
  else if (state.status === "url") faults.add("media.url-refused", path, { source });
  else if (state.status === "missing" || state.status === "outside")
    faults.add(`media.${state.status}`, path, { source });
}

function countMedia(
  kind: MediaKind,
  column: string,
  given: number,
  marks: MarksSeen,
  layout: Layout,
  faults: Faults,
): void {
  const count = (...places: Place[]) =>
    marks.reduce((sum, each) => sum + (places.includes(each.place) ? each.count : 0), 0);
  const asked = count("question");
  const totals = layout.ranking
    ? [asked + count("chosen"), asked + count("rejected")]
    : [asked + count("answer")];
  const wrong = totals.find((total) => total !== given);
  const answers = marks.filter((each) => each.place !== "question");
  if (wrong === undefined) {
    for (const { path } of answers) faults.add("media.mark-in-answer", path, { media: kind });
  } else if (asked === given) {
    for (const { path } of answers) faults.add("media.in-answer", path, { media: kind });
  } else {
    faults.add("media.count", column, { media: kind, marks: wrong, given });
  }
}
