// Shows that a recipe is a plain file that can be put there by hand, is not lost by a second save, and never leaves its folder.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createRecipes } from "./recipe-service.ts";

let home = "";
const recipes = () => createRecipes({ home, now: () => 7 });
const save = (name: string, config: string, rest: { engine?: string; replace?: boolean } = {}) =>
  recipes().save(name, { engine: "llamafactory", replace: false, config, ...rest });
const trash = () => (existsSync(join(home, "trash")) ? readdirSync(join(home, "trash")) : []);

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "anneal-recipes-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

it("is a YAML file with its name", async () => {
  const saved = await save("poems, small 诗", "stage: sft\n");
  expect(saved.file).toBe(join(home, "recipes", "poems, small 诗.llamafactory.yaml"));
  expect(readFileSync(saved.file, "utf8")).toBe("stage: sft\n");
  expect(await recipes().list()).toEqual([saved]);
});

it("finds what somebody put there by hand, and passes by what is something else", async () => {
  mkdirSync(join(home, "recipes"));
  for (const name of ["v1.2 test.llamafactory.yaml", "notes.txt", "plain.yaml", ".hidden.llamafactory.yaml"])
    writeFileSync(join(home, "recipes", name), "stage: pt\n");
  expect((await recipes().list()).map(({ name, engine }) => [name, engine])).toEqual([
    ["v1.2 test", "llamafactory"],
  ]);
});

it("is replaced only when that is asked, and the old one goes to the trash", async () => {
  await save("poems", "lora_rank: 8\n");
  await expect(save("poems", "lora_rank: 16\n")).rejects.toMatchObject({
    body: { code: "recipe.name-taken" },
  });
  await expect(save("poems", "a: 1\n", { engine: "axolotl" })).rejects.toMatchObject({
    body: { code: "recipe.name-taken" },
  });
  await save("poems", "lora_rank: 16\n", { replace: true });
  expect((await recipes().list()).map(({ config }) => config)).toEqual(["lora_rank: 16\n"]);
  expect(readFileSync(join(home, "trash", "recipe-poems.llamafactory-7.yaml"), "utf8")).toBe(
    "lora_rank: 8\n",
  );
  await save("poems", "a: 1\n", { engine: "axolotl", replace: true });
  expect((await recipes().list()).map(({ engine }) => engine)).toEqual(["axolotl"]);
});

it("moves into the trash when it is removed", async () => {
  await save("poems", "lora_rank: 8\n");
  await recipes().remove("poems");
  expect(await recipes().list()).toEqual([]);
  expect(trash()).toEqual(["recipe-poems.llamafactory-7.yaml"]);
  await expect(recipes().remove("poems")).rejects.toMatchObject({ body: { code: "recipe.not-found" } });
});

it.each(["", "..", ".hidden", "a/b", "a\\b", "a\u0000b", "诗".repeat(60)])(
  "refuses the name %j, and writes nothing",
  async (name) => {
    await expect(save(name, "stage: sft\n")).rejects.toMatchObject({ body: { code: "run.name-invalid" } });
    expect(readdirSync(home)).toEqual([]);
  },
);

it("keeps a name with dots inside its folder", async () => {
  const { file } = await save("a..b", "stage: sft\n");
  expect(file).toBe(join(home, "recipes", "a..b.llamafactory.yaml"));
});
