// Owns handing over to the program itself: same terminal, signals passed on, its exit status as ours.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fail } from "./tell.mjs";

export function launch(root, node, argv) {
  const path = [dirname(node), join(root, "node_modules", ".bin"), process.env.PATH].join(delimiter);
  const child = spawn(argv[0], argv.slice(1), {
    stdio: "inherit",
    env: {
      ...process.env,
      PATH: path,
      NODE_COMPILE_CACHE: join(root, "node_modules", ".cache", "anneal"),
    },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) =>
    fail(
      `${argv[0]} could not be started.`,
      error.message,
      "Install Node 24 from https://nodejs.org if this machine cannot run the packaged one.",
    ),
  );
  child.on("exit", (code, signal) => {
    process.exit(signal === null ? (code ?? 1) : 128 + constants.signals[signal]);
  });
}
