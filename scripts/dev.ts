// Owns `npm run dev`: pages from `next dev`, the server restarted on change, both behind the server's one port.
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { root } from "./steps.ts";

const PAGES_PORT = "7318";

const pages = start(["next", "dev", "--port", PAGES_PORT, "--hostname", "127.0.0.1"]);
const server = start([
  process.execPath,
  "--watch",
  "--watch-preserve-output",
  "--disable-warning=ExperimentalWarning",
  join(root, "server", "main.ts"),
  "--dev",
  PAGES_PORT,
  ...process.argv.slice(2),
]);

const children = [pages, server];
for (const child of children) child.on("exit", (code) => end(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => end(0));

function start([program = "", ...words]: string[]): ChildProcess {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  return spawn(program, words, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] });
}

function end(code: number): void {
  for (const child of children) child.kill("SIGTERM");
  process.exitCode = code;
}
