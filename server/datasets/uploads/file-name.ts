// Owns making a safe name of the one a browser sends, and finding one that is free. Refuses nothing but what is no data:
// spaces, quotes and Chinese stay; a folder before the name stays one, inside the dataset folder.
import { extname } from "node:path";
import { INFO_NAME } from "../registry/info-file.ts";

/** Of UTF-8; file systems allow 255, and a number may be added. */
const LONGEST = 200;
const ENDINGS = new Set(
  "json jsonl csv txt parquet arrow png jpg jpeg gif webp bmp mp4 webm mov wav mp3 ogg flac m4a".split(" "),
);

/** Data and media; no programs, no pages. */
export const isWelcome = (name: string): boolean => ENDINGS.has(extname(name).slice(1).toLowerCase());

function safePart(part: string): string {
  const plain = [...part.normalize("NFC")].filter((sign) => !/\p{Cc}|\p{Cs}/u.test(sign)).join("");
  const visible = plain.trim().replace(/^\.+/, "");
  const ending = extname(visible);
  let stem = visible.slice(0, visible.length - ending.length);
  while (Buffer.byteLength(stem + ending) > LONGEST && stem !== "") stem = stem.slice(0, -1);
  return stem + ending;
}

/** "a/../b c.json" becomes "a/b c.json". Empty when nothing is left. */
export function safeName(name: string): string {
  return name
    .split(/[\\/]/)
    .map(safePart)
    .filter((part) => part !== "")
    .join("/");
}

/** The name itself, then "name-2", "name-3" …; never that of the list of datasets. */
export function* freeNames(name: string): Generator<string> {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  if (name.toLowerCase() !== INFO_NAME) yield name;
  for (let count = 2; count < 10_000; count += 1) yield `${stem}-${count}${ending}`;
}
