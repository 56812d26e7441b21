// Owns the order of waiting runs: who starts next on which devices, and who stands where. Pure; refuses to start anything.
import type { DeviceRequest, Lane, RunKind } from "../../contract/run.ts";

export type Waiting = { id: string; kind: RunKind; device: DeviceRequest; order: number };

/** Runs on overlapping lanes never run together. */
export function overlap(a: Lane, b: Lane): boolean {
  if (a.type === "gpu" && b.type === "gpu") return a.ids.some((id) => b.ids.includes(id));
  return a.type === b.type;
}

/** The runs that can start now. Who waits for named devices keeps later runs off them, so that all get their turn. */
export function pick(waiting: readonly Waiting[], busy: readonly Lane[], gpus: readonly number[]) {
  const taken = [...busy];
  const started: { id: string; lane: Lane }[] = [];
  for (const run of inOrder(waiting)) {
    const lane = laneFor(run, taken, gpus);
    if (!taken.some((other) => overlap(lane, other))) started.push({ id: run.id, lane });
    taken.push(lane);
  }
  return started;
}

/** The lane a run gets when `taken` are in use; `auto` takes the first free GPU, or the CPU where there is none. */
export function laneFor(
  run: Pick<Waiting, "kind" | "device">,
  taken: readonly Lane[],
  gpus: readonly number[],
): Lane {
  if (run.kind === "setup") return { type: "setup" };
  if (run.device.type === "gpu") return { type: "gpu", ids: run.device.ids };
  if (run.device.type === "cpu" || gpus.length === 0) return { type: "cpu" };
  const free = gpus.find((id) => !taken.some((lane) => overlap(lane, { type: "gpu", ids: [id] })));
  return { type: "gpu", ids: free === undefined ? [...gpus] : [free] };
}

/** Place of each waiting run among those that may need the same devices; 1 is next. */
export function positions(waiting: readonly Waiting[]): Map<string, number> {
  const sorted = inOrder(waiting);
  return new Map(
    sorted.map((run, index) => [
      run.id,
      1 + sorted.slice(0, index).filter((before) => compete(run, before)).length,
    ]),
  );
}

/** The run to change places with when `id` moves by one; null at the end of the line. */
export function neighbour(waiting: readonly Waiting[], id: string, way: "up" | "down"): Waiting | null {
  const sorted = way === "up" ? inOrder(waiting).reverse() : inOrder(waiting);
  const at = sorted.findIndex((run) => run.id === id);
  const me = sorted[at];
  return (me && sorted.slice(at + 1).find((other) => compete(me, other))) ?? null;
}

export function endOfQueue(waiting: readonly Waiting[]): number {
  return Math.max(0, ...waiting.map((run) => run.order)) + 1;
}

function inOrder(waiting: readonly Waiting[]): Waiting[] {
  return [...waiting].sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1));
}

function compete(a: Waiting, b: Waiting): boolean {
  if (a.kind === "setup" || b.kind === "setup") return a.kind === b.kind;
  if (a.device.type === "auto" || b.device.type === "auto") return true;
  if (a.device.type === "gpu" && b.device.type === "gpu") return overlap(a.device, b.device);
  return a.device.type === b.device.type;
}
