// Owns a server under measurement: start it from the entry, wait for its address, read its memory. Refuses to share homes.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type Measured = {
  address: string;
  listeningMs: number;
  child: ChildProcess;
  api<T>(path: string, body?: unknown): Promise<T>;
};

/**
 * Starts `node bin/anneal.mjs serve` in `checkout`; `listeningMs` counts from the spawn to the printed address.
 * `entry` may be server/main.ts itself, where pages are not needed.
 */
export async function startServer(
  checkout: string,
  home: string,
  options: string[],
  env: Record<string, string> = {},
  entry: readonly string[] = ["bin/anneal.mjs", "serve"],
): Promise<Measured> {
  const from = performance.now();
  const child = spawn("node", [...entry, "--home", home, "--port", "0", ...options], {
    cwd: checkout,
    env: { ...process.env, HF_HUB_OFFLINE: "1", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await new Promise<string>((resolve, reject) => {
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      const found = output.match(/http:\/\/127\.0\.0\.1:\d+\/#token=\S+/)?.[0];
      if (found) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  const listeningMs = performance.now() - from;
  const token = new URLSearchParams(new URL(address).hash.slice(1)).get("token");
  return {
    address,
    listeningMs,
    child,
    async api<T>(path: string, body?: unknown): Promise<T> {
      const response = await fetch(new URL(path, address), {
        method: body === undefined ? "GET" : "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json();
    },
  };
}

export async function stopServer({ child }: Measured): Promise<void> {
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

/** Resident memory in MB of the server itself: the process below the entry that runs server/main.ts. */
export function residentMb({ child }: Measured): number {
  const own = processes().filter(
    (process) => process.command.includes("server/main.ts") && isBelow(process.pid, child.pid ?? -1),
  );
  return Math.max(
    ...own.map(
      ({ pid }) =>
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024,
    ),
  );
}

function processes(): { pid: number; command: string }[] {
  return readdirSync("/proc").flatMap((name) => {
    try {
      return /^\d+$/.test(name)
        ? [{ pid: Number(name), command: readFileSync(join("/proc", name, "cmdline"), "utf8") }]
        : [];
    } catch {
      return [];
    }
  });
}

function isBelow(pid: number, ancestor: number): boolean {
  for (let at = pid; at > 1; ) {
    if (at === ancestor) return true;
    try {
      at = Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${at}/status`, "utf8"))?.[1] ?? 0);
    } catch {
      return false;
    }
  }
  return false;
}
