// Shows each state an engine can be in on a machine, with real Python processes and a small engine of our own.
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../engine-interface/engine.ts";
import { createEngineHost } from "./engine-host.ts";
import { llamafactory } from "./llamafactory/index.ts";
import { findSystemPython } from "./system-python.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-host-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let python = "";
beforeAll(async () => {
  python = await findSystemPython("tests");
});

const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  return path;
};
const answer = `import json
print(json.dumps({"engine": "owl", "version": "1.2", "packages": {"torch": "2"}, "groups": [],
  "templates": [{"name": "owl", "multimodal": False, "plugin": None, "reasoning": False}]}))
`;
const works = file("works.py", answer);
const fails = file("fails.py", "import sys\nsys.exit('Could not read the owl: no such nest')\n");
const engine = (script = works, imports = "import json"): Engine => ({
  ...llamafactory,
  id: "owl",
  name: "Owl",
  probe: { script, imports },
});
const host = (owl: Engine, enginePython?: string, home = folder) =>
  createEngineHost({ home, engines: [owl], enginePython });

describe("health of an engine", () => {
  it("is missing where nothing was installed", async () => {
    const none = host(engine());
    expect(await none.health("owl")).toEqual({ status: "missing" });
    expect(await none.catalog("owl")).toBeNull();
    await expect(none.python("owl", "train")).rejects.toMatchObject({
      body: { code: "engine.not-ready", message: "Owl is not installed yet." },
    });
  });

  it("is not guessed where a Python is named for an engine that there is not", () => {
    expect(() =>
      createEngineHost({ home: folder, engines: [engine()], enginePython: { owll: python } }),
    ).toThrow(expect.objectContaining({ body: expect.objectContaining({ code: "engine.not-found" }) }));
  });

  it("becomes ready when an installation completes, without asking for a fresh look", async () => {
    const home = mkdtempSync(join(folder, "home-"));
    const bin = join(home, "engines", "owl", ".venv", "bin");
    mkdirSync(bin, { recursive: true });
    const own = host(engine(), undefined, home);
    writeFileSync(join(bin, "python"), `#!/bin/sh\nexec ${python} "$@"\n`);
    chmodSync(join(bin, "python"), 0o755);
    expect(await own.health("owl")).toEqual({ status: "missing" });
    writeFileSync(join(home, "engines", "owl", ".complete"), "{}");
    expect(await own.health("owl")).toMatchObject({
      status: "ready",
      version: "1.2",
      packages: { torch: "2" },
    });
    expect(await own.python("owl", "train")).toBe(join(bin, "python"));
    expect((await own.catalog("owl"))?.templates).toMatchObject([{ name: "owl" }]);
  });

  it("takes an environment that was named", async () => {
    expect(await host(engine(), python).health("owl", true)).toMatchObject({ status: "ready", python });
  });

  it("is broken with the reason the probe gave", async () => {
    const broken = host(engine(fails), python);
    expect(await broken.health("owl")).toMatchObject({
      status: "broken",
      message: "Could not read the owl: no such nest",
    });
    await expect(broken.python("owl", "train")).rejects.toMatchObject({
      body: { code: "engine.not-ready", reason: "Could not read the owl: no such nest" },
    });
  });

  it("says that an environment has no engine at all", async () => {
    const without = file("without.py", "import sys\nsys.exit('Owl is not installed in this environment.')\n");
    expect(await host(engine(without), python).health("owl")).toMatchObject({
      status: "broken",
      why: "absent",
      params: { name: "Owl", python },
      message: `Owl is not installed in the environment of ${python}.`,
    });
  });

  it("imports the engine only when asked to look anew", async () => {
    const owl = host(engine(works, "import owl_feathers"), python);
    expect(await owl.health("owl")).toMatchObject({ status: "ready" });
    expect(await owl.health("owl", true)).toMatchObject({
      status: "broken",
      why: "no-import",
      params: { name: "Owl", said: "ModuleNotFoundError: No module named 'owl_feathers'" },
      message: "Owl is there but does not import: ModuleNotFoundError: No module named 'owl_feathers'",
    });
    expect(await owl.health("owl")).toMatchObject({ status: "broken" });
  });

  it("says so when the named Python is too old, or none at all", async () => {
    const old = file("old-python", "#!/bin/sh\necho 3 9 2 /usr/bin/python3.9\n");
    expect(await host(engine(), old).health("owl")).toMatchObject({
      status: "broken",
      why: "old-python",
      message: "Owl needs Python 3.11 or newer; this environment has 3.9.2.",
    });
    expect(await host(engine(), join(folder, "gone")).health("owl")).toMatchObject({ status: "broken" });
  });

  it("refuses engines it does not have", () => {
    expect(() => host(engine()).get("eagle")).toThrow("There is no engine eagle.");
  });
});

describe("the Python of the machine", () => {
  it("is refused when it is too old, naming what was found", async () => {
    const old = file("python-old", "#!/bin/sh\necho 3 9 2 /usr/bin/python3.9\n");
    await expect(findSystemPython("Owl", [join(folder, "gone"), old])).rejects.toMatchObject({
      body: {
        code: "engine.not-ready",
        message: "Python 3.11 or newer is needed to install Owl.",
        reason: "Only this was found: Python 3.9.2 (/usr/bin/python3.9).",
      },
    });
    await expect(findSystemPython("Owl", [])).rejects.toMatchObject({
      body: { reason: "No Python was found on this machine." },
    });
  });
});

describe.skipIf(!process.env.ANNEAL_TEST_ENGINE_PYTHON)("the real engine", () => {
  it("is ready and knows its models and templates", async () => {
    const real = createEngineHost({ home: folder, enginePython: process.env.ANNEAL_TEST_ENGINE_PYTHON });
    expect(await real.health("llamafactory")).toMatchObject({ status: "ready", version: "0.9.5" });
    const catalog = await real.catalog("llamafactory");
    expect(catalog?.groups.length).toBeGreaterThan(100);
    expect(catalog?.templates.map(({ name }) => name)).toContain("qwen2_vl");
  });
});
