// Owns broken rows of content parts, as Axolotl reads them. For tests only.
import type { BrokenRow, BrokenSet } from "./broken-row.ts";

const answer = { role: "assistant", content: [{ type: "text", text: "A dot" }] };
const ask = (...content: unknown[]) =>
  JSON.stringify({
    messages: [{ role: "user", content: [...content, { type: "text", text: "What?" }] }, answer],
  });
const at = "messages[0].content[0]";

const rows: BrokenRow[] = [
  { code: "part.type", path: `${at}.type`, line: ask({ type: "picture", path: "good.png" }) },
  { code: "part.type", path: `${at}.type`, line: ask({ type: "image_url", image_url: { url: "a" } }) },
  { code: "part.kind", path: at, line: ask("What") },
  { code: "part.text", path: at, line: ask({ type: "text" }) },
  { code: "part.source", path: at, line: ask({ type: "image" }) },
  { code: "part.base64", path: at, line: ask({ type: "image", base64: "not base64!" }) },
  { code: "part.base64", path: at, line: ask({ type: "image", base64: "aGVsbG8gd29ybGQh" }) },
  { code: "media.url", path: at, line: ask({ type: "image", url: "https://example.com/a.png" }) },
  { code: "media.missing", path: at, line: ask({ type: "image", path: "none.png" }) },
  { code: "media.outside", path: at, line: ask({ type: "image", path: "/etc/hostname" }) },
  { code: "media.unreadable", path: at, line: ask({ type: "image", path: "page.png" }) },
  {
    code: "answer.missing",
    path: "messages",
    line: JSON.stringify({ messages: [{ role: "user", content: "Hi" }] }),
  },
];

export const partCases: BrokenSet[] = [
  {
    name: "parts",
    stage: "sft",
    definition: {
      formatting: "axolotl",
      columns: { messages: "messages" },
      tags: {
        role_tag: "role",
        content_tag: "content",
        user_tag: "user",
        assistant_tag: "assistant",
        observation_tag: "tool",
        function_tag: "function",
        system_tag: "system",
      },
    },
    good: ask({ type: "image", path: "good.png" }),
    rows,
  },
];
