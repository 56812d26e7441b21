// Shows that the YAML of a plan means the same to the engine's own reader as to ours. Needs the engine's Python.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type ConfigValue, readConfig, valueText } from "../../../contract/config-document.ts";
import { plan } from "./plan.ts";

const python = process.env.ANNEAL_TEST_ENGINE_PYTHON;
const READ = `
import json, sys, yaml
from omegaconf import OmegaConf
both = []
for path in json.load(open(sys.argv[1])):
    both.append([OmegaConf.to_container(OmegaConf.load(path)), yaml.safe_load(open(path, encoding="utf-8"))])
print(json.dumps(both))
`;

const scalar = fc.oneof(
  // "\${" is refused by a check before it gets here.
  fc.string({ unit: "grapheme" }).filter((text) => !text.includes("$")),
  fc.constantFrom("no", "on", "007", "1e5", "~", "1:30", "2024-01-01", " x ", "a: b", "a #b", "'", '"'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
);
const entries = fc.dictionary(
  fc
    .stringMatching(/^[a-z][a-z_]{0,12}$/)
    .filter((key) => !["y", "n", "yes", "no", "on", "off"].includes(key)),
  fc.oneof(scalar, fc.array(scalar, { maxLength: 3 })),
  { maxKeys: 8 },
);

describe.skipIf(!python)("the YAML of a plan", () => {
  it("is read alike by us, OmegaConf and PyYAML", () => {
    const folder = mkdtempSync(join(tmpdir(), "anneal-yaml-"));
    try {
      const texts = fc.sample(entries, 300).map((values: Record<string, ConfigValue>) => {
        const lines = Object.entries(values).map(([key, value]) => `${key}: ${valueText(value)}\n`);
        const spec = {
          kind: "train",
          engine: "e",
          name: "n",
          config: lines.join(""),
          device: { type: "cpu" },
        } as const;
        const planned = plan(
          {
            spec,
            runDir: "/h/r",
            home: "/h",
            python: "p",
            lane: { type: "cpu" },
            attempt: 1,
            resumeFrom: null,
          },
          () => false,
        );
        return planned.files[0]?.text ?? "";
      });
      const paths = texts.map((text, at) => {
        const path = join(folder, `${at}.yaml`);
        writeFileSync(path, text);
        return path;
      });
      const list = join(folder, "list.json");
      writeFileSync(list, JSON.stringify(paths));
      const read: unknown[][] = JSON.parse(
        execFileSync(python ?? "", ["-c", READ, list], { encoding: "utf8", maxBuffer: 1 << 26 }),
      );
      for (const [at, text] of texts.entries()) {
        const doc = readConfig(text);
        const ours = Object.fromEntries(doc.keys.map((key) => [key, doc.get(key)]));
        expect(read[at]).toEqual([ours, ours]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
