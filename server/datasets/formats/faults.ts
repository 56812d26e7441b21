// Owns collecting the faults of one row. A row without any costs no memory: nearly all rows are like that.

import { type FindingCode, faultOf } from "./finding-codes.ts";
import type { Fault } from "./format.ts";

export type FaultParams = Readonly<Record<string, string | number>>;

export type Faults = {
  add(code: FindingCode, path: string, params?: FaultParams, severity?: Fault["severity"]): void;
  list(): readonly Fault[];
};

const NONE: readonly Fault[] = [];
const SHOWN = 120;

export function createFaults(): Faults {
  let found: Fault[] | null = null;
  return {
    add(code, path, params, severity) {
      found ??= [];
      found.push(makeFault(code, path, params, severity));
    },
    list: () => found ?? NONE,
  };
}

export function makeFault(
  code: FindingCode,
  path: string,
  params: FaultParams = {},
  severity: Fault["severity"] = faultOf(code).severity,
): Fault {
  const shown = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, short(value)]));
  return { path, severity, code, message: sayFault(code, shown), params: shown };
}

/** Without parameters: the general words, with … for what differs from row to row. */
export function sayFault(code: FindingCode, params: FaultParams = {}): string {
  return faultOf(code).message.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? "…"));
}

/** The parameters of a code, unknown. */
export function openParams(code: FindingCode): Record<string, string> {
  const names = faultOf(code).message.matchAll(/\{(\w+)\}/g);
  return Object.fromEntries([...names].flatMap(([, name]) => (name === undefined ? [] : [[name, "…"]])));
}

function short(value: string | number): string | number {
  return typeof value === "string" && value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
}
