// Shows that a conversation goes from any format to any other and back unchanged, and that what cannot go is named.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Conversation, ConversationPart, ConversationTurn } from "../../../contract/dataset.ts";
import type { DatasetFormat, Traits } from "./format.ts";
import { joinParts } from "./function-calls.ts";
import { formats } from "./index.ts";
import { mediaKinds } from "./media-marks.ts";

const word = fc.oneof(
  fc.string({ maxLength: 12, unit: "binary" }),
  fc.constantFrom("", "你好", "a\nb", '"', "<image>", "<video> x", "\n</tool_response>\n<tool_response>\n"),
);
const textPart = fc.record({ type: fc.constant("text" as const), text: word });
const mediaPart = fc.record({
  type: fc.constantFrom(...mediaKinds),
  source: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom("a.png", "dir with space/b.jpg", "https://example.com/c.png") },
    fc.constant("base64"),
  ),
});
const parts = fc
  .array(fc.oneof({ weight: 4, arbitrary: textPart }, mediaPart), { maxLength: 4 })
  .map(joinParts);
const texts = fc.array(textPart, { maxLength: 2 }).map(joinParts);
const call = fc
  .array(
    fc.record({ name: fc.string({ minLength: 1 }), arguments: fc.dictionary(fc.string(), fc.jsonValue()) }),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((calls): ConversationPart[] => [
    { type: "text", text: JSON.stringify(calls.length === 1 ? calls[0] : calls) },
  ]);

const exchange = fc.oneof(
  fc.tuple(parts, parts).map(([question, answer]): ConversationTurn[] => [
    { role: "user", parts: question },
    { role: "assistant", parts: answer },
  ]),
  fc.tuple(parts, call, texts, parts).map(([question, calls, reply, answer]): ConversationTurn[] => [
    { role: "user", parts: question },
    { role: "function", parts: calls },
    { role: "observation", parts: reply },
    { role: "assistant", parts: answer },
  ]),
);
const text = fc.option(fc.string({ minLength: 1, maxLength: 12 }), { nil: null });
const tools = fc.option(
  fc
    .array(fc.record({ name: fc.string() }), { minLength: 1, maxLength: 2 })
    .map((list) => JSON.stringify(list)),
  { nil: null },
);

const traits: fc.Arbitrary<Traits> = fc.record({
  ranking: fc.boolean(),
  marked: fc.boolean(),
  tools: fc.boolean(),
  media: fc.subarray([...mediaKinds]),
});

/** A conversation as a set of these traits would hold it. */
function conversationOf({ ranking, marked, tools: hasTools }: Traits): fc.Arbitrary<Conversation> {
  return fc
    .record({
      system: text,
      tools: hasTools ? tools : fc.constant(null),
      turns: fc.array(exchange, { minLength: 1, maxLength: 3 }).map((list) => list.flat()),
      pair: fc.tuple(texts, texts),
      label: marked ? fc.boolean() : fc.constant(null),
    })
    .map(({ turns, pair, ...rest }) => ({
      ...rest,
      turns: ranking ? turns.slice(0, -1) : turns,
      chosen: ranking ? pair[0] : null,
      rejected: ranking ? pair[1] : null,
    }));
}

const pairs = formats.flatMap((from) => formats.map((to): [DatasetFormat, DatasetFormat] => [from, to]));

describe("there and back", () => {
  it.each(pairs.map(([from, to]) => ({ from, to, name: `${from.id} → ${to.id}` })))(
    "$name",
    ({ from, to }) => {
      let whole = 0;
      const cases = traits.chain((each) => fc.tuple(fc.constant(each), conversationOf(each)));
      fc.assert(
        fc.property(cases, ([each, conversation]) => {
          const [source, target] = [from.define(each), to.define(each)];
          const first = from.fromMessages(conversation, source);
          expect(first.value === null).toBe(first.lost.length > 0);
          if (first.value === null) return;
          const read = from.toMessages(first.value, source);
          expect(read).toEqual(conversation);
          const there = to.fromMessages(conversation, target);
          expect(there.value === null).toBe(there.lost.length > 0);
          if (there.value === null) return;
          const carried = to.toMessages(there.value, target);
          expect(carried).toEqual(conversation);
          if (carried !== null) expect(from.fromMessages(carried, source).value).toEqual(first.value);
          whole += 1;
        }),
        { numRuns: 300 },
      );
      if (![from.id, to.id].includes("text")) expect(whole).toBeGreaterThan(0);
    },
  );
});
