// Shows that a home is made ready once, goes on after an interruption, and never loses a user's file.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareHome } from "./prepare-home.ts";

let base = "";
let home = "";
let demo = "";
const write = (path: string, text: string) => {
  mkdirSync(join(path, ".."), { recursive: true });
  writeFileSync(path, text);
};
const info = () => JSON.parse(readFileSync(join(home, "datasets/dataset_info.json"), "utf8"));

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), "anneal-prepare-"));
  home = join(base, "deep", "home");
  demo = join(base, "demo");
  write(join(demo, "models/tiny/config.json"), "{}");
  write(join(demo, "data/people.json"), "[{}]");
  write(join(demo, "data/pictures/1.png"), "x");
  write(join(demo, "data/dataset_info.json"), JSON.stringify({ people: { file_name: "people.json" } }));
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

describe("prepareHome", () => {
  it("makes the folders for their owner alone, and brings the demo", async () => {
    await prepareHome(home, demo);
    expect(statSync(home).mode & 0o777).toBe(0o700);
    expect(statSync(join(home, "runs")).mode & 0o777).toBe(0o700);
    expect(existsSync(join(home, "models/tiny/config.json"))).toBe(true);
    expect(existsSync(join(home, "datasets/pictures/1.png"))).toBe(true);
    expect(info()).toEqual({ people: { file_name: "people.json" } });
  });

  it("leaves what is there alone, and removes what an interrupted copy left", async () => {
    await prepareHome(home, demo);
    write(join(home, "models/tiny/config.json"), "mine");
    write(join(home, "datasets/people.json"), "mine");
    write(join(home, "models/.copy-1-tiny/half"), "x");
    await prepareHome(home, demo);
    expect(readFileSync(join(home, "models/tiny/config.json"), "utf8")).toBe("mine");
    expect(readFileSync(join(home, "datasets/people.json"), "utf8")).toBe("mine");
    expect(existsSync(join(home, "models/.copy-1-tiny"))).toBe(false);
  });

  it("adds new demo data to its own list, never to the user's", async () => {
    await prepareHome(home, demo);
    const both = { people: { file_name: "people.json" }, places: { file_name: "places.json" } };
    write(join(demo, "data/dataset_info.json"), JSON.stringify(both));
    await prepareHome(home, demo);
    expect(info()).toEqual(both);

    const own = '{"people": {"file_name": "people.json"}, "mine": {"file_name": "m.json"}}';
    write(join(home, "datasets/dataset_info.json"), own);
    await prepareHome(home, demo);
    expect(readFileSync(join(home, "datasets/dataset_info.json"), "utf8")).toBe(own);
    write(join(home, "datasets/dataset_info.json"), "{ broken");
    await prepareHome(home, demo);
    expect(readFileSync(join(home, "datasets/dataset_info.json"), "utf8")).toBe("{ broken");
  });

  it("says why a home cannot be used", async () => {
    write(join(base, "file"), "x");
    await expect(prepareHome(join(base, "file"), demo)).rejects.toMatchObject({
      body: { code: "path.not-allowed", reason: "There is a file of that name, not a folder." },
    });
    await expect(prepareHome(join(base, "file", "below"), demo)).rejects.toMatchObject({
      body: { code: "path.not-allowed", reason: "A part of this path is a file, not a folder." },
    });
  });

  it.skipIf(process.getuid?.() === 0)("says when this account may not write there", async () => {
    mkdirSync(join(base, "closed"));
    chmodSync(join(base, "closed"), 0o500);
    await expect(prepareHome(join(base, "closed", "home"), demo)).rejects.toMatchObject({
      body: { code: "path.not-allowed", reason: "This account may not write there." },
    });
  });
});
