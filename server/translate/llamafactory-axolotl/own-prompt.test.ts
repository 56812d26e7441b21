// Shows which mappings say the same as the name of their dataset, and which write a prompt of their own.
import { expect, test } from "vitest";
import { rewordedBy } from "./own-prompt.ts";

test.each(["chat_template", "chat_template.default", "completion", "chatml.argilla_chat"])(
  "%s says the same",
  (type) => expect(rewordedBy({ path: "a.json", type }, "a")).toBeNull(),
);

test.each([
  ["alpaca", "Axolotl's type `alpaca`"],
  [{ field_instruction: "q", format: "{instruction}" }, "this mapping"],
  [undefined, "this mapping"],
])("%j writes its own", (type, words) =>
  expect(rewordedBy(type === undefined ? {} : { type }, "a")?.en).toContain(words),
);
