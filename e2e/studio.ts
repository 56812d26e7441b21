// Owns a real Anneal server for one test: its home folder, its process, its restarts. Refuses to reach into the server's code.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { RunEvent } from "../contract/run-event.ts";
import { LIVE } from "../contract/run-status.ts";
import { Api } from "./api.ts";

export const repository = fileURLToPath(new URL("..", import.meta.url));
const recordedEngine = join(repository, "e2e/recorded-engine/python");
const recordings = join(repository, "e2e/recordings");

export type RecordedEngine = "recorded" | "both" | "axolotl" | "missing";
export type StudioOptions =
  /**
   * Plays recordings so that the demo takes that long; `engine`: LLaMA-Factory alone, both engines,
   * Axolotl alone, or a machine where none is installed yet. */
  | { executor: "replay"; seconds: number; engine?: RecordedEngine }
  /** PATH of the first engine's Python, or ENGINE=PATH; several of the latter. `env`: beside that of the test. */
  | {
      executor: "local";
      enginePython: string | readonly string[];
      env?: Readonly<Record<string, string>>;
    };

/** A server on a temporary home. `start` after `kill` uses the same home and port. */
export class Studio {
  readonly home: string;
  readonly api: Api;
  readonly #options: StudioOptions;
  #child: ChildProcess | null = null;
  #port = 0;
  #address = "";
  output = "";

  private constructor(home: string, options: StudioOptions) {
    this.home = home;
    this.#options = options;
    this.api = new Api((path, init) => this.#ask(path, init));
  }

  static async create(options: StudioOptions): Promise<Studio> {
    const studio = new Studio(await mkdtemp(join(tmpdir(), "anneal-e2e-")), options);
    await studio.start();
    return studio;
  }

  /** With the token: opens a session in whichever browser visits it. */
  get address(): string {
    return this.#address;
  }
  get origin(): string {
    return new URL(this.#address).origin;
  }
  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    const child = spawn(
      process.execPath,
      [
        join(repository, "server/main.ts"),
        ...["--home", this.home, "--port", String(this.#port)],
        ...executorWords(this.#options),
      ],
      {
        cwd: repository,
        env: { ...process.env, HF_HUB_OFFLINE: "1", ...environment(this.#options) },
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    this.#child = child;
    this.#address = await new Promise<string>((resolve, reject) => {
      const read = (chunk: Buffer) => {
        this.output += chunk.toString();
        const found = this.output.match(/http:\/\/127\.0\.0\.1:\d+\/#token=\S+/g)?.at(-1);
        if (found) resolve(found);
      };
      child.stdout.on("data", read);
      child.stderr.on("data", read);
      child.once("exit", (code) =>
        reject(new Error(`The server ended with ${code} before it listened:\n${this.output}`)),
      );
    });
    this.#port = Number(new URL(this.#address).port);
  }

  /** Ends the server at once, as a crash would; runs go on. */
  async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
    this.output = "";
  }

  async token(): Promise<string> {
    return (await readFile(join(this.home, "token"), "utf8")).trim();
  }

  async #ask(path: string, init: RequestInit): Promise<unknown> {
    const headers = { authorization: `Bearer ${await this.token()}`, "content-type": "application/json" };
    const response = await fetch(`${this.origin}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** Force-stops what still runs, ends the server and removes the home. */
  async remove(): Promise<void> {
    if (this.#child) {
      const runs = await this.api.runs();
      const live = runs.filter(({ state }) => LIVE.includes(state.status));
      await Promise.allSettled(live.map(({ id }) => this.api.act(id, { action: "force-stop" })));
    }
    await this.kill("SIGTERM");
    await rm(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}

const enginesOf: Record<RecordedEngine, readonly string[]> = {
  recorded: ["llamafactory"],
  both: ["llamafactory", "axolotl"],
  axolotl: ["axolotl"],
  missing: [],
};

const environment = (options: StudioOptions) => (options.executor === "local" ? options.env : undefined);

function executorWords(options: StudioOptions): string[] {
  if (options.executor === "local")
    return [options.enginePython].flat().flatMap((python) => ["--engine-python", python]);
  const engine = enginesOf[options.engine ?? "recorded"].flatMap((id) => [
    "--engine-python",
    `${id}=${recordedEngine}`,
  ]);
  const speed = (recordedSeconds() / options.seconds).toFixed(3);
  return ["--executor", "replay", "--recordings", recordings, "--replay-speed", speed, ...engine];
}

/** How long the recorded demo took. */
function recordedSeconds(): number {
  const lines = readFileSync(join(recordings, "train-text", "events.jsonl"), "utf8")
    .trim()
    .split("\n");
  const [first, last] = [lines[0], lines.at(-1)].map((line) => RunEvent.parse(JSON.parse(line ?? "")).t);
  return ((last ?? 0) - (first ?? 0)) / 1000;
}
