// Shows that additions are files a person may edit by hand: comments stay, what is replaced is kept, a broken one is
// shown and never overwritten, and what cannot work is refused with its reason.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TemplateDefinition } from "../../contract/template.ts";
import { createAdditionStore } from "./addition-store.ts";
import { createAdditions } from "./additions-service.ts";

const engine = "llamafactory";
let home = "";
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "anneal-additions-"));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

function service() {
  const store = createAdditionStore({
    home,
    knowledge: async () => ({
      templates: [{ name: "qwen" }],
      groups: [{ name: "Qwen", models: { "Qwen-7B": { huggingface: "Qwen/Qwen-7B" } } }],
      pluginNames: ["base", "llama4"],
      toolFormats: ["default", "llama3"],
      templateClasses: ["Glm47ReasoningTemplate"],
    }),
  });
  const ask = async (_: string, method: string) => (method === "python_mistake" ? { mistake: null } : null);
  return { ...createAdditions({ home, store, ask }), usable: () => store.usable(engine) };
}

const mine: TemplateDefinition = {
  name: "mine",
  format_user: ["<u>{{content}}</u>"],
  format_assistant: ["{{content}}", { eos_token: null }],
};

function write(folder: string, name: string, text: string): string {
  mkdirSync(join(home, folder), { recursive: true });
  writeFileSync(join(home, folder, name), text);
  return join(home, folder, name);
}

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => "saved",
    (error) => error.body.problems?.map((problem: { code: string }) => problem.code) ?? error.body.reason,
  );

describe("templates", () => {
  it("saves a template as YAML that reads back the same, and lists it among the usable", async () => {
    const additions = service();
    const entry = await additions.saveTemplate(engine, "mine", mine);
    expect(entry).toMatchObject({ origin: "user", problem: null, definition: mine });
    expect(readFileSync(join(home, "templates", "mine.yaml"), "utf8")).toBe(
      'name: mine\nformat_user:\n  - "<u>{{content}}</u>"\nformat_assistant:\n  - "{{content}}"\n  - {eos_token}\n',
    );
    expect((await additions.usable()).templates.map(({ name }) => name)).toContain("mine");
  });

  it("keeps comments and the order of a file, and the file before in the trash", async () => {
    const path = write(
      "templates",
      "mine.yaml",
      '# of our own\nname: mine\nstop_words: ["</s>"] # ends\nformat_user: ["<u>{{content}}</u>"] # asks\nformat_assistant: ["{{content}}", {eos_token}]\n',
    );
    const before = readFileSync(path, "utf8");
    await service().saveTemplate(engine, "mine", { ...mine, stop_words: ["</u>"] });
    expect(readFileSync(path, "utf8")).toBe(before.replace('["</s>"]', '["</u>"]'));
    const [kept = ""] = readdirSync(join(home, "trash"));
    expect(readFileSync(join(home, "trash", kept), "utf8")).toBe(before);
  });

  it("renames by writing the new file and moving the old one to the trash", async () => {
    const additions = service();
    await additions.saveTemplate(engine, "mine", mine);
    await additions.saveTemplate(engine, "mine", { ...mine, name: "ours" });
    expect(readdirSync(join(home, "templates"))).toEqual(["ours.yaml"]);
    await additions.removeTemplate(engine, "ours");
    expect(readdirSync(join(home, "templates"))).toEqual([]);
    expect(readdirSync(join(home, "trash"))).toHaveLength(2);
    await expect(additions.removeTemplate(engine, "qwen")).rejects.toMatchObject({
      body: { code: "addition.not-found" },
    });
  });

  it("lists a broken file with its line, hides no other by it, and never overwrites it", async () => {
    const path = write("templates", "mine.yaml", 'name: mine\nformat_user: ["{{content}}"\nstop_words: []\n');
    write("templates", "slots.yaml", "name: slots\nformat_user:\n  - {bos: 1}\n");
    write("templates", "good.yaml", 'name: good\nformat_user: ["{{content}}"]\n');
    const additions = service();
    const { templates } = await additions.list(engine);
    const found = (name: string) => templates.find(({ definition }) => definition.name === name)?.problem;
    expect(found("mine")).toMatch(/^mine\.yaml: Line [234]: /);
    expect(found("slots")).toBe(
      'slots.yaml: Line 2: a slot of `format_user` is none: write text, {bos_token}, {eos_token} or {token: "…"}.',
    );
    expect(found("good")).toBeNull();
    await expect(additions.saveTemplate(engine, "mine", mine)).rejects.toMatchObject({
      body: { code: "addition.invalid", message: "mine.yaml is not overwritten." },
    });
    expect(readFileSync(path, "utf8")).toContain('["{{content}}"\n');
  });

  it.each<[string, Partial<TemplateDefinition>, string]>([
    ["a name of the engine's", { name: "qwen" }, "addition.name-taken"],
    ["a name of an example", { name: "llama4_guide" }, "addition.name-taken"],
    ["a slot that loses the text", { format_system: ["<s>"] }, "addition.slot-without-content"],
    ["text before everything", { format_prefix: ["{{content}}"] }, "addition.prefix-with-content"],
    ["an unknown plugin", { mm_plugin: { name: "nothing" } }, "addition.plugin-unknown"],
    ["an unknown tool format", { tool_format: "nothing" }, "addition.tool-format-unknown"],
    ["an unknown class", { template_class: "Nothing" }, "addition.class-unknown"],
    ["a token of two words", { format_prefix: [{ token: "<a> <b>" }] }, "addition.token-invalid"],
    ["half of a pair", { thought_words: ["<think>", ""] }, "addition.pair-incomplete"],
    ["no stop word to end with", { replace_eos: true }, "addition.eos-without-stop-word"],
  ])("refuses %s", async (_, change, code) => {
    const changed = { ...mine, ...change };
    expect(await refusal(service().saveTemplate(engine, changed.name, changed))).toEqual([code]);
  });

  it("refuses a definition that says nothing", async () => {
    expect(await refusal(service().saveTemplate(engine, "void", { name: "void" }))).toEqual([
      "addition.template-empty",
    ]);
  });

  it("gives a name to the first of two files that claim it", async () => {
    write("templates", "a.yaml", 'name: twice\nformat_user: ["{{content}}"]\n');
    write("templates", "b.yaml", 'name: twice\nformat_user: ["> {{content}}"]\n');
    const { templates } = await service().list(engine);
    const twice = templates.filter(({ definition }) => definition.name === "twice");
    expect(twice.map(({ problem }) => problem === null)).toEqual([true, false]);
  });
});

describe("model groups", () => {
  it("takes part once its template does, and needs an id for each model", async () => {
    const additions = service();
    const group = { name: "Acme", template: "mine", models: { "Acme-1B-Chat": { huggingface: "acme/one" } } };
    expect(await refusal(additions.saveGroup(engine, "Acme", group))).toEqual(["addition.template-unknown"]);
    await additions.saveTemplate(engine, "mine", mine);
    expect(await refusal(additions.saveGroup(engine, "Acme", { ...group, models: { A: {} } }))).toEqual([
      "addition.model-without-id",
    ]);
    expect(await refusal(additions.saveGroup(engine, "Acme", { ...group, models: {} }))).toEqual([
      "addition.group-empty",
    ]);
    const taken = { "Qwen-7B": { modelscope: "a/b" } };
    expect(await refusal(additions.saveGroup(engine, "Acme", { ...group, models: taken }))).toEqual([
      "addition.model-taken",
    ]);
    await additions.saveGroup(engine, "Acme", group);
    expect((await additions.usable()).groups.map(({ name }) => name)).toContain("Acme");
  });
});

describe("pasted text", () => {
  it("reads one definition, or lists of both kinds", async () => {
    const additions = service();
    expect(await additions.read(engine, 'name: a\nformat_user: ["{{content}}"]\n')).toMatchObject({
      templates: [{ name: "a" }],
      problems: [],
    });
    const both = "templates:\n  - {name: a}\ngroups:\n  - {name: g, models: {M: {huggingface: o/m}}}\n";
    expect(await additions.read(engine, both)).toMatchObject({
      templates: [{ name: "a" }],
      groups: [{ name: "g" }],
    });
    expect((await additions.read(engine, "name: a\nformat_usr: []\n")).problems).toEqual([
      "Line 2: there is no key `format_usr`.",
    ]);
  });
});

describe("plugins", () => {
  const code =
    'from llamafactory.data.mm_plugin import register_mm_plugin\nregister_mm_plugin("eyes", Eyes)\n';

  it("counts only while the very text was agreed to", async () => {
    const additions = service();
    const withPlugin = { ...mine, mm_plugin: { name: "eyes" } };
    await additions.savePlugin(engine, "eyes", { code, consent: false });
    expect(await refusal(additions.saveTemplate(engine, "mine", withPlugin))).toEqual([
      "addition.plugin-not-agreed",
    ]);
    await additions.savePlugin(engine, "eyes", { code, consent: true });
    await additions.saveTemplate(engine, "mine", withPlugin);
    expect((await additions.usable()).plugins).toHaveLength(1);
    writeFileSync(join(home, "plugins", "eyes.py"), `${code}# changed\n`);
    expect((await additions.list(engine)).plugins).toMatchObject([{ consented: false, registers: ["eyes"] }]);
    expect(await additions.usable()).toMatchObject({ plugins: [] });
    expect((await additions.usable()).templates.map(({ name }) => name)).not.toContain("mine");
  });
});
