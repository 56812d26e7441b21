// Owns noticing that a folder's files changed, also where the system tells nothing (network disks, no watches left)
// and where the folder is yet to come. Refuses to say what changed.
import { type FSWatcher, statSync, watch } from "node:fs";
import { join } from "node:path";

const POLL_MS = 1000;
/** A storm of writes becomes at most one call per this time. */
const QUIET_MS = 30;

export function watchFolder(folder: string, names: readonly string[], onChange: () => void): () => void {
  let watcher: FSWatcher | null = null;
  let pending: NodeJS.Timeout | null = null;
  let last = 0;
  let known = fingerprint(folder, names);
  let closed = false;

  const notify = () => {
    if (pending !== null || closed) return;
    pending = setTimeout(
      () => {
        pending = null;
        last = performance.now();
        known = fingerprint(folder, names);
        onChange();
      },
      Math.max(0, last + QUIET_MS - performance.now()),
    );
  };
  const detach = () => {
    watcher?.close();
    watcher = null;
  };
  const attach = () => {
    if (watcher !== null) return;
    try {
      watcher = watch(folder, { persistent: false }, notify).on("error", detach);
      notify();
    } catch {
      // Not there yet, or no watches left: the poll goes on.
    }
  };
  const poll = setInterval(() => {
    attach();
    if (fingerprint(folder, names) !== known) notify();
  }, POLL_MS);
  poll.unref();
  attach();

  return () => {
    closed = true;
    clearInterval(poll);
    if (pending !== null) clearTimeout(pending);
    detach();
  };
}

function fingerprint(folder: string, names: readonly string[]): string {
  return names
    .map((name) => {
      const stat = statSync(join(folder, name), { throwIfNoEntry: false });
      return stat ? `${stat.ino}:${stat.size}:${stat.mtimeMs}` : "-";
    })
    .join();
}
