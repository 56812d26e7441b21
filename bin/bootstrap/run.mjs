// Owns running a helper program to its end with its output kept for the error message. Refuses a shell.
import { spawn } from "node:child_process";

/** Resolves to {code, output}: the exit code (null when it could not start) and the newest of what it printed. */
export function run(argv, options) {
  return new Promise((resolve) => {
    let output = "";
    const keep = (chunk) => {
      output = (output + chunk).slice(-8000);
    };
    const child = spawn(argv[0], argv.slice(1), { ...options, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

export function lines(text) {
  return text.split("\n").filter((line) => line.trim() !== "");
}
