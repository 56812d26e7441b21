// Owns a real Anneal server for one test: its home folder, its process, its restarts. Refuses to reach into the server's code.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("..", import.meta.url));

export type StudioOptions = { executor: "replay"; speed: number } | { executor: "local"; enginePython: string };

/** A server on a temporary home. `start` after `kill` uses the same home and port. */
export class Studio {
  readonly home: string;
  readonly #options: StudioOptions;
  #child: ChildProcess | null = null;
  #port = 0;
  #address = "";
  output = "";

  private constructor(home: string, options: StudioOptions) {
    this.home = home;
    this.#options = options;
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

  async start(): Promise<void> {
    const options = this.#options;
    const mode =
      options.executor === "replay"
        ? ["--executor", "replay", "--recordings", join(repository, "e2e/recordings"), "--replay-speed", String(options.speed)]
        : ["--engine-python", options.enginePython];
    const child = spawn(
      process.execPath,
      [join(repository, "server/main.ts"), "--home", this.home, "--port", String(this.#port), ...mode],
      { cwd: repository, env: { ...process.env, HF_HUB_OFFLINE: "1" }, stdio: ["ignore", "pipe", "pipe"] },
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
      child.once("exit", (code) => reject(new Error(`The server ended with ${code} before it listened:\n${this.output}`)));
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

  /** Asks the API as a script would. */
  async api<T>(path: string, init: RequestInit = {}): Promise<T> {
    const token = (await readFile(join(this.home, "token"), "utf8")).trim();
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const response = await fetch(`${this.origin}${path}`, { ...init, headers });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.json();
  }

  /** Force-stops what still runs, ends the server and removes the home. */
  async remove(): Promise<void> {
    if (this.#child) {
      const runs = await this.api<{ id: string; state: { status: string } }[]>("/api/runs");
      const live = runs.filter((run) => ["starting", "running", "pausing", "stopping"].includes(run.state.status));
      const body = JSON.stringify({ action: "force-stop" });
      await Promise.allSettled(live.map((run) => this.api(`/api/runs/${run.id}/actions`, { method: "POST", body })));
    }
    await this.kill("SIGTERM");
    await rm(this.home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
