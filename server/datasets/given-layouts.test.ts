// Shows that the layouts people come with register as they are: MiniCPM's picture, video and audio sets, and messages in parts.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { DatasetGuess, DatasetPage } from "../../contract/dataset.ts";
import { openDoorBench } from "../http/testing/door-bench.ts";

let bench: Awaited<ReturnType<typeof openDoorBench>>;
let dir = "";
beforeAll(async () => {
  bench = await openDoorBench();
  dir = join(bench.home, "datasets");
  mkdirSync(join(dir, "mllm_demo_data"), { recursive: true });
});
afterAll(() => bench.close());

async function ask(method: string, path: string, body?: unknown) {
  const headers = { ...bench.bearer(), "content-type": "application/json" };
  const { status, text } = await bench.send(
    method,
    path,
    headers,
    body === undefined ? undefined : JSON.stringify(body),
  );
  expect(status, text.slice(0, 400)).toBe(200);
  return JSON.parse(text);
}

const say = (role: string, content: unknown) => ({ role, content });
const tags = { role_tag: "role", content_tag: "content", user_tag: "user", assistant_tag: "assistant" };
const sets = [
  {
    name: "cpmv_img",
    media: { images: ["mllm_demo_data/1.jpg", "mllm_demo_data/1.jpg"] },
    turns: [
      say("user", "<image>Who are they?"),
      say("assistant", "Two players."),
      say("user", "What are they doing?<image>"),
      say("assistant", "They are celebrating."),
    ],
    seen: ["image", "image"],
  },
  {
    name: "mllm_video_demo",
    media: { videos: ["mllm_demo_data/1.mp4"] },
    turns: [say("user", "<video>Why is it funny?"), say("assistant", "A baby is reading.")],
    seen: ["video"],
  },
  {
    name: "mllm_audio_demo",
    media: { audios: ["mllm_demo_data/1.mp3"] },
    turns: [say("user", "<audio>What is that sound?"), say("assistant", "Breaking glass.")],
    seen: ["audio"],
  },
];

it.each(sets)("$name registers with columns and tags as its guide gives them", async (set) => {
  const { name, media, turns, seen } = set;
  writeFileSync(join(dir, `${name}.json`), JSON.stringify([{ messages: turns, ...media }], null, 2));
  const kinds = Object.keys(media);
  const definition = {
    file_name: `${name}.json`,
    formatting: "sharegpt",
    columns: { messages: "messages", ...Object.fromEntries(kinds.map((kind) => [kind, kind])) },
    tags,
  };
  const detail = await ask("PUT", `/api/datasets/${name}`, { definition });
  expect(detail).toMatchObject({ format: "sharegpt", entry: { rows: 1, media: kinds, problem: null } });
  const page = DatasetPage.parse(await ask("GET", `/api/datasets/${name}/rows?count=1`));
  const conversation = page.rows[0]?.conversation;
  expect(conversation?.turns).toHaveLength(turns.length);
  const parts = (conversation?.turns ?? []).flatMap((turn) => turn.parts.map(({ type }) => type));
  expect(parts.filter((type) => type !== "text")).toEqual(seen);
});

it("messages in parts are recognised, and rows can be read", async () => {
  const row = {
    messages: [
      say("system", [{ type: "text", text: "You are a helpful assistant." }]),
      say("user", [
        { type: "image", path: "mllm_demo_data/1.jpg" },
        { type: "text", text: "Describe this image in detail." },
      ]),
      say("assistant", [{ type: "text", text: "The image is a bee." }]),
    ],
  };
  const guess = DatasetGuess.parse(
    await ask("POST", "/api/datasets/guess", { text: `${JSON.stringify(row)}\n${JSON.stringify(row)}\n` }),
  );
  expect(guess).toMatchObject({ format: "axolotl" });
  const [first] = guess.rows;
  expect(first?.conversation).toMatchObject({ system: "You are a helpful assistant." });
  expect(first?.conversation?.turns[0]?.parts.map(({ type }) => type)).toEqual(["image", "text"]);
});
