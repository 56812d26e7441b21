// Owns server.log: failures of the studio itself with their stacks, for whoever has to find the cause. Never a request's
// headers or body, because those carry secrets.
import { appendFileSync, existsSync, renameSync, statSync } from "node:fs";

const MAX_BYTES = 5_000_000;

export function createServerLog(path: string): (what: string, error: unknown) => void {
  if (existsSync(path) && statSync(path).size > MAX_BYTES) renameSync(path, `${path}.1`);
  return (what, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const cause =
      error instanceof Error && error.cause !== undefined ? `\ncause: ${String(error.cause)}` : "";
    const entry = `${new Date().toISOString()} ${what}\n${text}${cause}\n`;
    process.stderr.write(entry);
    try {
      appendFileSync(path, entry, { mode: 0o600 });
    } catch {
      // A full disk must not turn one failure into two; stderr has it.
    }
  };
}
