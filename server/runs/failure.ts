// Owns turning a failed exit into one line, a hint and details. Refuses to guess: each rule names what it saw.
import type { FailureReason } from "../../contract/run.ts";
import type { ExitRecord } from "../executors/executor.ts";
import type { RunFigures } from "./figures.ts";

const MEMORY =
  /CUDA out of memory|out of memory|OutOfMemoryError|^MemoryError|DefaultCPUAllocator: can't allocate memory|Cannot allocate memory/im;
const DISK = /No space left on device|\bENOSPC\b|Disk quota exceeded/i;
const LINES_KEPT = 50;

export function explainFailure(
  exit: ExitRecord,
  failed: RunFigures["failed"],
  logTail: string,
): FailureReason {
  const found = failed
    ? {
        message: withCause(headline(failed.errorType, failed.message), failed.traceback),
        traceback: failed.traceback,
      }
    : lastTraceback(logTail);
  const text = found ? `${found.message}\n${found.traceback}` : logTail;
  const base = {
    details: found?.traceback.trim() || logTail,
    exitCode: exit.code,
    signal: exit.signal,
  };
  // Where nothing fits any more not even the error does: the log just ends.
  if (DISK.test(text) || (exit.diskFull && exit.signal === null))
    return {
      ...base,
      code: "disk-full",
      ...(found ? { message: found.message } : { message: "The disk is full.", params: {} }),
      hint: "Free some space (old checkpoints are the largest), then resume or retry the run.",
    };
  if (exit.oomKills > 0 || MEMORY.test(text)) return { ...base, ...outOfMemory(exit, found?.message) };
  const unstarted = exit.code === 127 ? /^Could not start (.*)$/m.exec(logTail) : null;
  if (unstarted)
    return {
      ...base,
      code: "not-started",
      message: unstarted[0],
      params: { said: unstarted[1] ?? "" },
      hint: "The engine's Python may have been moved or removed; check the engine in Settings.",
    };
  if (exit.signal !== null) return { ...base, ...killed(exit) };
  if (found) return { ...base, code: "engine-error", message: found.message };
  return {
    ...base,
    code: "exited",
    message: `The engine ended with exit code ${exit.code}.`,
    params: { code: exit.code ?? "?" },
    hint: "The last lines of the log tell more.",
  };
}

/** The end of a log as people want to read it: no colours, of a progress bar its last state only, 50 lines. */
export function readableTail(log: string): string {
  return log
    .replace(ESCAPES, "")
    .replace(/\r+\n/g, "\n")
    .split("\n")
    .map((line) => line.slice(line.lastIndexOf("\r") + 1).trimEnd())
    .filter((line, index, lines) => line !== "" || (lines[index - 1] ?? "") !== "")
    .slice(-LINES_KEPT)
    .join("\n")
    .trim();
}

const ESCAPE = String.fromCharCode(27);
const BELL = String.fromCharCode(7);
const ESCAPES = new RegExp(
  `${ESCAPE}(?:\\[[0-9;?]*[ -/]*[@-~]|\\][^${BELL}${ESCAPE}]*(?:${BELL}|${ESCAPE}\\\\)?|[@-Z\\\\-_])`,
  "g",
);

function outOfMemory(exit: ExitRecord, message: string | undefined) {
  const gib = (exit.maxRssBytes / 2 ** 30).toFixed(1);
  const onDevice = message !== undefined && /cuda|hip|gpu/i.test(message);
  return {
    code: "out-of-memory" as const,
    ...(message === undefined
      ? {
          message: `The system ended the engine for lack of memory; it had used ${gib} GiB.`,
          params: { gib },
        }
      : { message }),
    hint: onDevice
      ? "Lower the batch size per device or the cutoff length, raise gradient accumulation, or quantize the model; then retry."
      : "Lower the batch size or the cutoff length, choose a smaller model, or close other programs; then retry.",
  };
}

function killed(exit: ExitRecord) {
  const hints: Record<string, string> = {
    SIGKILL:
      "Somebody ended it by force, or the system ran out of memory. Resume it where it left a checkpoint, or retry it.",
    SIGTERM:
      "Somebody outside of the studio, or a shutdown, asked it to end. Resume it where it left a checkpoint, or retry it.",
    SIGSEGV: "A crash inside a native library; a GPU driver or a package of the engine may not fit.",
    SIGABRT: "A native library gave up; the last lines of the log tell more.",
    SIGBUS: "Memory or a disk could not be read; shared memory (/dev/shm) may be too small.",
  };
  return {
    code: "killed" as const,
    message: `The engine was ended by ${exit.signal}.`,
    params: { signal: exit.signal ?? "" },
    hint: hints[exit.signal ?? ""] ?? "The last lines of the log tell more.",
  };
}

/** The last traceback of a log and the line that names its error. */
function lastTraceback(log: string): { message: string; traceback: string } | null {
  const start = log.lastIndexOf("Traceback (most recent call last)");
  if (start < 0) return null;
  const lines = log.slice(log.lastIndexOf("\n", start) + 1).split("\n");
  const named = lines.findIndex((line, index) => index > 0 && /^[\w.]+(?::|$)/.test(line));
  const message = lines[named];
  return message === undefined ? null : { message, traceback: lines.slice(0, named + 1).join("\n") };
}

const CAUSED = "The above exception was the direct cause of the following exception:";

/** Wrappers say little ("An error occurred while generating the dataset"); what they wrap says why. */
function withCause(message: string, traceback: string): string {
  const cause = lastTraceback(traceback.slice(0, Math.max(0, traceback.lastIndexOf(CAUSED))));
  const [type = "", ...words] = cause?.message.split(": ") ?? [];
  const said = words.join(": ");
  return said === "" || message.includes(said)
    ? message
    : `${message} (${type.replace(/^.*\./, "")}: ${said})`;
}

function headline(type: string, message: string): string {
  const first = message.trim().split("\n")[0] ?? "";
  return first === "" || first === type ? type : `${type}: ${first}`;
}
