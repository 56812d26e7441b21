// Shows what becomes of a wish for optional packages: a setup run that names them, or a clear no.
import { describe, expect, it } from "vitest";
import type { RunSpec } from "../../contract/run.ts";
import type { EngineHost } from "../engine-interface/host.ts";
import { createPackageInstaller } from "./engine-packages.ts";
import { llamafactory } from "./llamafactory/index.ts";

function installer(isOurs: boolean) {
  const made: { spec: RunSpec; key: string }[] = [];
  const host: EngineHost = {
    get: () => llamafactory,
    all: () => [llamafactory],
    health: async () => ({ status: "missing" }),
    python: async (_, kind) => (kind === "setup" ? "/usr/bin/python3" : "/env/bin/python"),
    isOurs: () => isOurs,
    catalog: async () => null,
    arguments: async () => [],
    knownArguments: async () => null,
    templates: async () => null,
    ask: async () => null,
    close: async () => undefined,
  };
  const runs = {
    async create(spec: RunSpec, key: string): Promise<never> {
      made.push({ spec, key });
      throw new Error("created");
    },
  };
  const install = createPackageInstaller({ host, runs });
  return { made, install: (...names: string[]) => install("llamafactory", names) };
}

const planOf = (spec: RunSpec) =>
  llamafactory.plan({
    spec,
    runDir: "/h/runs/r",
    home: "/h",
    python: "/usr/bin/python3",
    lane: { type: "setup" },
    attempt: 1,
    resumeFrom: null,
  });

describe("optional packages", () => {
  it("become a setup run whose config names them, and whose plan installs exact versions", async () => {
    const { made, install } = installer(true);
    await expect(install("nltk", "jieba", "nltk")).rejects.toThrow("created");
    const spec = made[0]?.spec;
    expect(spec).toMatchObject({
      kind: "setup",
      name: "Install jieba, nltk",
      config: "packages: [jieba, nltk]\n",
    });
    const argv = spec ? planOf(spec).argv : [];
    const asked = argv.flatMap((word, at) => (argv[at - 1] === "--package" ? [word] : []));
    expect(asked).toEqual([expect.stringMatching(/^jieba==\d/), expect.stringMatching(/^nltk==\d/)]);
    expect(argv).toContain("--lock");
  });

  it("are refused when nobody offers them", async () => {
    const { made, install } = installer(true);
    await expect(install("nltk", "left-pad; rm -rf /")).rejects.toMatchObject({
      body: { code: "engine.package-unknown", message: expect.stringContaining("left-pad") },
    });
    expect(made).toEqual([]);
  });

  it("are not put into an environment that is not ours; the command to do so by hand is told", async () => {
    await expect(installer(false).install("rouge-chinese")).rejects.toMatchObject({
      body: {
        code: "engine.not-ours",
        hint: expect.stringMatching(/\/env\/bin\/python -m pip install "rouge-chinese==/),
      },
    });
  });

  it("leave the plan of a whole installation as it was", () => {
    const spec = {
      kind: "setup",
      engine: "llamafactory",
      name: "n",
      config: "",
      device: { type: "cpu" },
    } as const;
    expect(planOf(spec).argv).not.toContain("--package");
  });
});
