// Shows which findings are on the page while the engine's answer is behind what is typed.
import { describe, expect, it } from "vitest";
import { readConfig } from "@/contract/config-document.ts";
import type { FieldSpec } from "@/contract/engine.ts";
import type { Problem } from "@/contract/problem.ts";
import { findings, localFindings } from "./findings.ts";

const rank: FieldSpec = {
  path: "lora_rank",
  group: "lora",
  label: { en: "Rank", zh: "秩" },
  help: { en: "", zh: "" },
  control: { type: "number", integer: true, min: 1 },
  engineDefault: 8,
  level: "basic",
};
const none = new Map<string, string>();
const told = (path: string, severity: Problem["severity"] = "error"): Problem => ({
  path,
  line: 1,
  severity,
  code: "engine.refused",
  message: "no",
});

describe("findings", () => {
  it("are the syntax errors alone while there are any", () => {
    const broken = readConfig("a: [1\n");
    const list = findings(broken, [], [{ doc: readConfig("a: 1"), problems: [told("a")] }]);
    expect(list.map((finding) => finding.problem.code)).toEqual(["yaml.syntax"]);
  });

  it("leave out the engine's word on a key that has changed since, and move lines with the text", () => {
    const asked = readConfig("a: 1\nb: 2\n");
    const now = readConfig("# new line\na: 1\nb: 3\n");
    const answer = { doc: asked, problems: [told("a"), told("b"), told("")] };
    const list = findings(now, [], [answer, answer]);
    expect(list.map(({ problem }) => [problem.path, problem.line])).toEqual([
      ["", 1],
      ["a", 2],
    ]);
  });

  it("prefer the engine's error to ours on the same key and put errors first", () => {
    const doc = readConfig("warned: 1\nlora_rank: 0\n");
    const ours = localFindings(doc, [rank], none);
    expect(ours).toMatchObject([{ problem: { path: "lora_rank", line: 2, code: "field.tooSmall" } }]);
    const list = findings(doc, ours, [{ doc, problems: [told("warned", "warning"), told("lora_rank")] }]);
    expect(list.map(({ problem }) => problem.code + problem.path)).toEqual([
      "engine.refusedlora_rank",
      "engine.refusedwarned",
    ]);
  });

  it("hold a half-typed number against the start although the text does not have it", () => {
    const doc = readConfig("lora_rank: 8\n");
    expect(localFindings(doc, [rank], new Map([["lora_rank", "1e"]]))).toMatchObject([
      { problem: { severity: "error", code: "field.notNumber", line: 1 } },
    ]);
    expect(localFindings(doc, [rank], new Map([["lora_rank", "16"]]))).toEqual([]);
  });
});
