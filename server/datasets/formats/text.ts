// Owns plain text to be continued: pre-training data, one column, registered as alpaca with a prompt and no answer.
import { checkAlpaca } from "./check-alpaca.ts";
import type { DatasetFormat } from "./format.ts";
import { layoutOf } from "./layout.ts";
import { plainText } from "./media-marks.ts";
import { sniffText } from "./sniff-alpaca.ts";
import { validateRow } from "./validate-row.ts";
import { isObject } from "./value-kind.ts";

export const text: DatasetFormat = {
  id: "text",
  sniff: sniffText,
  define: () => ({ columns: { prompt: "text" } }),
  validate: (value, definition, context) => validateRow(value, definition, context, checkAlpaca),
  toMessages(value, definition) {
    const column = layoutOf(definition).columns.prompt;
    const given = isObject(value) && column !== null ? value[column] : null;
    if (typeof given !== "string") return null;
    const parts = given === "" ? [] : [{ type: "text" as const, text: given }];
    return {
      system: null,
      tools: null,
      turns: [{ role: "user", parts }],
      chosen: null,
      rejected: null,
      label: null,
    };
  },
  fromMessages(conversation, definition) {
    const { system, tools, turns, chosen, label } = conversation;
    const column = layoutOf(definition).columns.prompt ?? "text";
    const [turn] = turns;
    const lost = [
      turns.length !== 1 || turn?.role !== "user" ? "turns: plain text has none" : [],
      system !== null ? "system prompt" : [],
      tools !== null ? "tools" : [],
      chosen !== null ? "preference pair" : [],
      label !== null ? "verdict" : [],
      turn?.parts.some(({ type }) => type !== "text") ? "media" : [],
    ].flat();
    return lost.length > 0 || turn === undefined
      ? { value: null, lost }
      : { value: { [column]: plainText(turn.parts) }, lost };
  },
};
