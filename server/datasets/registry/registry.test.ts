// Shows registering, changing and removing on real folders: nothing else is touched, nothing broken is replaced.
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { createReading } from "../open-dataset.ts";
import { changeInfo } from "./info-file.ts";
import { setEntry } from "./info-text.ts";
import { createRegistry } from "./registry.ts";

const base = mkdtempSync(join(tmpdir(), "anneal-registry-"));
const reading = createReading(join(base, "cache"));
afterAll(async () => {
  await reading.close();
  rmSync(base, { recursive: true });
});

let home = "";
let dir = "";
let info = "";
let count = 0;
const text = () => readFileSync(info, "utf8");
const backups = () =>
  readdirSync(join(home, "trash")).map((name) => readFileSync(join(home, "trash", name), "utf8"));
const registry = () => createRegistry(home, reading);
const OLD =
  '{\n  "old": {"file_name": "a.json",  "my_key": [1,  2], "ranking": true, "columns": {"prompt": "p"}},\n  "b": {}\n}\n';

beforeEach(() => {
  count += 1;
  home = join(base, String(count));
  dir = join(home, "datasets");
  info = join(dir, "dataset_info.json");
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, "a.json"), "[{}]");
  writeFileSync(info, OLD, { mode: 0o644 });
});

describe("the list of datasets", () => {
  it("takes a new one at its end, and keeps the text before in the trash", async () => {
    await registry().save("new", undefined, {
      definition: { file_name: "a.json", formatting: "sharegpt" },
      replace: false,
    });
    expect(text()).toBe(
      OLD.replace(
        '"b": {}',
        '"b": {},\n  "new": {\n    "file_name": "a.json",\n    "formatting": "sharegpt"\n  }',
      ),
    );
    expect(backups()).toEqual([OLD]);
    expect(statSync(info).mode & 0o777).toBe(0o644);
  });

  it("keeps keys the engine does not know, and their order, when an entry is changed", async () => {
    await registry().save("old", undefined, {
      definition: { file_name: "a.json", split: "test" },
      replace: true,
      rename: "neu 新",
    });
    const entries = JSON.parse(text());
    expect(Object.keys(entries)).toEqual(["neu 新", "b"]);
    expect(Object.entries(entries["neu 新"])).toEqual([
      ["file_name", "a.json"],
      ["my_key", [1, 2]],
      ["split", "test"],
    ]);
  });

  it("is not written when nothing changes", async () => {
    const { definition } = await registry().find("old");
    await registry().save("old", undefined, { definition, replace: true });
    expect(text()).toBe(OLD);
    expect(readdirSync(home)).not.toContain("trash");
  });

  it("lets an entry go while its file stays", async () => {
    await registry().remove("old");
    expect(JSON.parse(text())).toEqual({ b: {} });
    expect(readdirSync(dir)).toContain("a.json");
    await expect(registry().remove("old")).rejects.toMatchObject({ body: { code: "dataset.not-found" } });
  });

  it("takes a hub id, a full path and a folder; refuses what is not there and names that are taken", async () => {
    const save = (name: string, definition: DatasetDefinition, replace = false) =>
      registry().save(name, undefined, { definition, replace });
    await save("hub", { hf_hub_url: "a/b", ms_hub_url: "c/d", subset: "s", num_samples: 5 });
    await save("full", { file_name: join(dir, "a.json") });
    const code = (error: string) => ({ body: { code: error } });
    await expect(save("gone", { file_name: "gone.json" })).rejects.toMatchObject(code("dataset.invalid"));
    await expect(save("none", { formatting: "alpaca" })).rejects.toMatchObject(code("dataset.invalid"));
    await expect(save("nul", { file_name: "a\0.json" })).rejects.toMatchObject(code("dataset.invalid"));
    await expect(save("hub", { file_name: "a.json" })).rejects.toMatchObject(code("dataset.name-taken"));
    const rename = { definition: { file_name: "a.json" }, replace: true, rename: "hub" };
    await expect(registry().save("old", undefined, rename)).rejects.toMatchObject(code("dataset.name-taken"));
    const { datasets } = await registry().list();
    expect(datasets.map(({ name, source }) => [name, source])).toEqual([
      ["old", "file"],
      ["b", "file"],
      ["hub", "hub"],
      ["full", "file"],
    ]);
  });

  it("is made where there is none", async () => {
    rmSync(info);
    await registry().save("a", undefined, { definition: { file_name: "a.json" }, replace: false });
    expect(JSON.parse(text())).toEqual({ a: { file_name: "a.json" } });
  });

  it.each(['{"a": {,}}', "[]", '{"a": 1'])("is never replaced while it is broken: %s", async (broken) => {
    writeFileSync(info, broken);
    const change = { definition: { file_name: "a.json" }, replace: false };
    const attempts = [
      () => registry().save("x", undefined, change),
      () => registry().remove("old"),
      () => registry().find("old"),
    ];
    for (const attempt of attempts)
      await expect(attempt()).rejects.toMatchObject({ body: { code: "dataset.info-broken" } });
    expect(text()).toBe(broken);
  });

  it("loses nothing when many write at once, or somebody else writes in between", async () => {
    const names = Array.from({ length: 30 }, (_, at) => `set-${at}`);
    const definition = { file_name: "a.json" };
    await Promise.all(names.map((name) => registry().save(name, undefined, { definition, replace: false })));
    expect(Object.keys(JSON.parse(text()))).toEqual(["old", "b", ...names]);
    let calls = 0;
    await changeInfo(dir, join(home, "trash"), (now) => {
      calls += 1;
      if (calls === 1) writeFileSync(info, setEntry(now, "theirs", { file_name: "a.json" }));
      return setEntry(now, "ours", { file_name: "a.json" });
    });
    expect(Object.keys(JSON.parse(text())).slice(-2)).toEqual(["theirs", "ours"]);
  });

  it("stays a link where it is one", async () => {
    const real = join(home, "real.json");
    writeFileSync(real, OLD);
    rmSync(info);
    symlinkSync(real, info);
    await registry().remove("b");
    expect(Object.keys(JSON.parse(readFileSync(real, "utf8")))).toEqual(["old"]);
  });

  it("is one of several: others are added and left again", async () => {
    const other = join(home, "other 'dir' 中");
    expect(() => registry().dirs.add(other)).toThrow("no folder");
    mkdirSync(other);
    registry().dirs.add(other);
    registry().dirs.add(other);
    expect(registry().dirs.all()).toEqual([dir, other]);
    expect((await registry().list(other)).problem).toMatch(/no dataset_info/);
    registry().dirs.remove(other);
    expect(registry().dirs.all()).toEqual([dir]);
    expect(() => registry().dirs.resolve("data")).toThrow("not a full path");
  });
});
