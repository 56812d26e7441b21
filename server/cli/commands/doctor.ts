// Owns `anneal doctor`: looks at everything Anneal needs, one line each, with what to do where something is missing.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { EngineDescription } from "../../../contract/engine.ts";
import { askPython, findSystemPython } from "../../engines/system-python.ts";
import { isStudioError } from "../../studio-error.ts";
import { findBrowser } from "../../system/browser.ts";
import type { Command } from "../command.ts";
import { connect } from "../connect.ts";
import { formatBytes } from "../format.ts";

type Finding = { what: string; ok: boolean; found: string; todo?: string };

const NEEDED_BYTES = 10 * 1024 ** 3;
const run = promisify(execFile);

export const doctorCommand: Command = {
  name: "doctor",
  summary: "Look at everything Anneal needs",
  usage: "",
  help: "",
  words: { min: 0, max: 0 },
  options: {},
  async run({ home, out }) {
    const findings = [
      nodeFinding(),
      await pythonFinding(),
      await uvFinding(),
      ...(await studioFindings(home)),
      browserFinding(),
    ];
    out.data(findings);
    for (const { what, ok, found, todo } of findings) {
      out.line(`${ok ? "✓" : "✗"} ${what}: ${found}`);
      if (todo !== undefined) out.line(`  → ${todo}`);
    }
    return findings.every((finding) => finding.ok);
  },
};

function nodeFinding(): Finding {
  return { what: "Node", ok: true, found: `${process.version} (${process.execPath})` };
}

async function pythonFinding(): Promise<Finding> {
  try {
    const path = await findSystemPython("an engine");
    const python = await askPython(path);
    return { what: "Python", ok: true, found: `${python?.version ?? ""} (${path})` };
  } catch (error) {
    if (!isStudioError(error)) throw error;
    return {
      what: "Python",
      ok: false,
      found: error.body.reason ?? error.body.message,
      todo: error.body.hint,
    };
  }
}

async function uvFinding(): Promise<Finding> {
  const found = await run("uv", ["--version"], { timeout: 10_000 }).catch(() => null);
  return {
    what: "uv",
    ok: true,
    found: found?.stdout.trim() ?? "not on PATH; an engine's installation brings its own",
  };
}

async function studioFindings(home: string): Promise<Finding[]> {
  try {
    await using studio = await connect(home, { start: "quiet" });
    const engines = await studio.call("engines", {});
    const checked = await Promise.all(
      engines.map(({ id }) => studio.call("checkEngine", { params: { id } })),
    );
    const { diskFreeBytes, gpus } = await studio.call("hardware", {});
    return [
      { what: "Home", ok: true, found: home },
      {
        what: "Server",
        ok: true,
        found: studio.isServer ? studio.address : "not running; `npm start` starts it",
      },
      {
        what: "Disk",
        ok: diskFreeBytes > NEEDED_BYTES,
        found: `${formatBytes(diskFreeBytes)} free`,
        ...(diskFreeBytes <= NEEDED_BYTES && { todo: "An engine takes about 6 GiB; free some space." }),
      },
      {
        what: "GPU",
        ok: true,
        found: gpus.map(({ name }) => name).join(", ") || "none; small models train on the CPU",
      },
      ...checked.map((engine) => engineFinding(engine, checked)),
    ];
  } catch (error) {
    if (!isStudioError(error)) throw error;
    const { message, reason, hint } = error.body;
    return [{ what: "Home", ok: false, found: [message, reason].filter(Boolean).join(" "), todo: hint }];
  }
}

/** An engine that is not there is missed only where there is no other. */
function engineFinding({ id, name, health }: EngineDescription, all: readonly EngineDescription[]): Finding {
  switch (health.status) {
    case "ready":
      return { what: name, ok: true, found: `${health.version} (${health.python})` };
    case "broken":
      return { what: name, ok: false, found: health.message, todo: health.hint };
    case "installing":
      return { what: name, ok: false, found: "being installed", todo: `anneal logs ${health.runId} -f` };
    case "missing":
      return {
        what: name,
        ok: all.some((other) => other.health.status === "ready"),
        found: "not installed",
        todo: `anneal setup --engine ${id}`,
      };
  }
}

function browserFinding(): Finding {
  const browser = findBrowser();
  return {
    what: "Browser for tests",
    ok: true,
    found: browser ?? "none; `npm test` needs one, the product does not",
    ...(browser === null && { todo: "npx playwright install chromium" }),
  };
}
