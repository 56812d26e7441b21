// Owns the points of one kind of metrics (train, eval, summary) as columns, in rising order of step. Refuses drawing.
import type { MetricValue } from "@/contract/run-event.ts";
import { GrowingColumn } from "./growing-column.ts";

/** Stands where a row has no value of that name: the line goes on to the next value. */
export const NOT_LOGGED = Number.NaN;
/** Stands for a NaN or an infinity that training produced: a gap in the line. */
export const NOT_FINITE = Number.POSITIVE_INFINITY;

export type Point = {
  step: number;
  epoch: number;
  /** Unix ms at the engine. */
  time: number;
  /** Seconds spent running, pauses between attempts left out. */
  elapsed: number;
  values: Readonly<Record<string, MetricValue>>;
};

export type PointPlace = "step" | "epoch" | "time" | "elapsed";

export class PointTable {
  readonly #places: Record<PointPlace, GrowingColumn> = {
    step: new GrowingColumn(),
    epoch: new GrowingColumn(),
    time: new GrowingColumn(),
    elapsed: new GrowingColumn(),
  };
  readonly #metrics = new Map<string, GrowingColumn>();

  get length(): number {
    return this.#places.step.length;
  }

  /** Names in the order in which they first came. */
  get names(): readonly string[] {
    return [...this.#metrics.keys()];
  }

  place(name: PointPlace): Float64Array {
    return this.#places[name].view();
  }

  metric(name: string): Float64Array | null {
    return this.#metrics.get(name)?.view() ?? null;
  }

  /** The newest value of a name that is a number. */
  latest(name: string): number | null {
    const values = this.metric(name);
    for (let index = (values?.length ?? 0) - 1; index >= 0; index--) {
      const value = values?.[index];
      if (value !== undefined && Number.isFinite(value)) return value;
    }
    return null;
  }

  /** Adds a point. Of two points of one step the later word wins, name by name. */
  add(point: Point): void {
    this.dropAfter(point.step);
    if (this.#places.step.last() !== point.step) {
      this.#places.step.push(point.step);
      this.#places.epoch.push(point.epoch);
      this.#places.time.push(point.time);
      this.#places.elapsed.push(point.elapsed);
      for (const column of this.#metrics.values()) column.push(NOT_LOGGED);
    }
    for (const [name, value] of Object.entries(point.values)) {
      this.#columnOf(name).set(this.length - 1, typeof value === "number" ? value : NOT_FINITE);
    }
  }

  /** Forgets the points beyond a step: a resumed run writes them anew. */
  dropAfter(step: number): void {
    const steps = this.#places.step.view();
    let length = steps.length;
    while (length > 0 && (steps[length - 1] ?? 0) > step) length--;
    if (length === steps.length) return;
    for (const column of [...Object.values(this.#places), ...this.#metrics.values()]) column.truncate(length);
  }

  #columnOf(name: string): GrowingColumn {
    const known = this.#metrics.get(name);
    if (known) return known;
    const column = new GrowingColumn();
    for (let index = 0; index < this.length; index++) column.push(NOT_LOGGED);
    this.#metrics.set(name, column);
    return column;
  }
}
