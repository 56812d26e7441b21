// Owns rows whose text is broken before its meaning is asked for: JSON, encodings, escapes. For tests only.
import type { BrokenRow, BrokenSet } from "./broken-row.ts";

const good = JSON.stringify({ instruction: "Ask", output: "Answer" });
const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels);

const rows: BrokenRow[] = [
  { code: "json.broken", path: "", line: "{'instruction': 'Ask', 'output': 'Answer'}" },
  { code: "json.broken", path: "", line: `${good},` },
  {
    code: "json.duplicate-key",
    path: "output",
    line: '{"instruction": "Ask", "output": "One", "output": "Two"}',
  },
  {
    code: "json.duplicate-key",
    path: "m[1].a",
    line: '{"instruction": "Ask", "output": "O", "m": [{}, {"a": 1, "a" :2}]}',
  },
  { code: "json.not-a-number", path: "", line: '{"instruction": "Ask", "output": "Never", "score": NaN}' },
  {
    code: "json.too-deep",
    path: "",
    line: `{"instruction": "Ask", "output": "Deep", "d": ${deep(2000)}}`,
  },
  { code: "text.raw-control", path: "", line: '{"instruction": "A\u0001sk", "output": "Answer"}' },
  { code: "text.surrogate", path: "output", line: '{"instruction": "Ask", "output": "\\ud83d half"}' },
  {
    code: "text.encoding",
    path: "",
    line: Buffer.from('{"instruction": "caf\xe9", "output": "Answer"}', "latin1"),
  },
  { code: "record.not-an-object", path: "", line: '["Ask", "Answer"]' },
  { code: "column.mixed", path: "output", line: '{"instruction": "Ask", "output": ["Answer"]}' },
  { code: "json.torn", path: "", line: '{"instruction": "Ask", "outp', isLast: true },
];

export const textCases: BrokenSet[] = [
  {
    name: "texts",
    stage: "sft",
    definition: { columns: { prompt: "instruction", response: "output" } },
    good,
    rows,
  },
];
