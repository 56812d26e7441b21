// Owns a studio on a temporary home for tests: made, killed, opened again, waited for by what it shows. Refuses sleeps.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ulid } from "ulid";
import { vi } from "vitest";
import type { RunSpec, RunStatus, RunSummary } from "../../../contract/run.ts";
import { isLive } from "../../../contract/run-status.ts";
import { createLocalExecutor } from "../../executors/local/executor.ts";
import { findPython } from "../../executors/local/system-python.ts";
import { createStudio, type Studio, type StudioOptions } from "../../studio.ts";
import type { RunChange } from "../run-service.ts";
import { smallHost } from "./small-engine.ts";

const pythonDir = fileURLToPath(new URL("../../../python", import.meta.url));
const python = await findPython();

export class BenchStudio {
  readonly home = mkdtempSync(join(tmpdir(), "anneal-runs-"));
  changes: RunChange[] = [];
  reports: unknown[] = [];
  #studio: Studio | null = null;
  readonly #options: Partial<StudioOptions>;

  constructor(options: Partial<StudioOptions> = {}) {
    this.#options = options;
  }

  get runs() {
    if (!this.#studio) throw new Error("The studio is closed.");
    return this.#studio.runs;
  }

  async open(): Promise<void> {
    const studio = createStudio({
      home: this.home,
      executor: createLocalExecutor({ pythonDir, python: async () => python, graceSeconds: 5 }),
      engines: smallHost(python),
      gpus: async () => [],
      datasets: async () => null,
      report: (error) => this.reports.push(error),
      ...this.#options,
    });
    this.#studio = studio;
    this.changes = [];
    studio.runs.subscribe((change) => this.changes.push(change));
    await studio.start();
  }

  async close(): Promise<void> {
    await this.#studio?.close();
    this.#studio = null;
  }

  async remove(): Promise<void> {
    if (!this.#studio) await this.open();
    const live = this.runs.list({ archived: true }).filter(({ state }) => isLive(state));
    for (const { id } of live) await this.runs.act(id, { action: "force-stop" }).catch(() => {});
    for (const { id } of live) await this.reaches(id, "stopped", "succeeded", "failed", "lost", "paused");
    await this.close();
    rmSync(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }

  create(config: Record<string, string | number>, changes: Partial<RunSpec> = {}, key: string = ulid()) {
    const text = Object.entries(config).map(([name, value]) => `${name}: ${value}\n`);
    const spec: RunSpec = {
      kind: "train",
      engine: "small",
      name: "Bench run",
      config: text.join(""),
      device: { type: "auto" },
      ...changes,
    };
    return this.runs.create(spec, key);
  }

  /** Resolves once the run has one of these states. */
  reaches(id: string, ...statuses: RunStatus[]): Promise<RunSummary> {
    return this.until(id, ({ state }) => statuses.includes(state.status));
  }

  until(id: string, holds: (run: RunSummary) => boolean): Promise<RunSummary> {
    return vi.waitFor(
      () => {
        const run = this.runs.summary(id);
        if (!holds(run))
          throw new Error(`The run is ${JSON.stringify({ ...run.state, progress: run.progress })}`);
        return run;
      },
      { timeout: 40_000, interval: 10 },
    );
  }

  folder(id: string, ...rest: string[]): string {
    return join(this.home, "runs", id, ...rest);
  }

  /** Lets the engine go on where its config made it hold. */
  go(id: string): void {
    writeFileSync(this.folder(id, "go"), "");
  }

  supervisor(id: string, attempt = 1): { pid: number; childPid: number } {
    return JSON.parse(readFileSync(this.folder(id, `attempt-${attempt}`, "supervisor.json"), "utf8"));
  }

  /** Steps as the engine itself wrote them down, beside everything of ours: "attempt-1 7". */
  truth(id: string): string[] {
    return readFileSync(this.folder(id, "truth"), "utf8").trim().split("\n");
  }

  /** The same steps as the database has them. */
  stored(id: string): string[] {
    const { items } = this.runs.events(id, { attempt: 1, offset: 0 }, 5000);
    return items.flatMap(({ attempt, event }) =>
      event.type === "metrics" ? [`attempt-${attempt} ${event.step}`] : [],
    );
  }
}
