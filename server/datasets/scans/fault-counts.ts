// Owns counting faults by code: all of them, with the first rows and findings of each. Refuses to hold more.
import type { DatasetFinding } from "../../../contract/dataset.ts";
import type { Fault } from "../formats/format.ts";

const MAX_FINDINGS = 100;

export type FaultCount = {
  code: string;
  severity: Fault["severity"];
  count: number;
  findings: DatasetFinding[];
};
export type FaultCounts = Record<string, FaultCount>;

export function addFault(counts: Map<string, FaultCount>, fault: Fault, row: number, times = 1): void {
  const key = `${fault.code} ${fault.severity}`;
  let count = counts.get(key);
  if (count === undefined) {
    count = { code: fault.code, severity: fault.severity, count: 0, findings: [] };
    counts.set(key, count);
  }
  count.count += times;
  if (count.findings.length < MAX_FINDINGS) count.findings.push({ row, ...fault });
}

export function joinCounts(into: Map<string, FaultCount>, more: FaultCounts): void {
  for (const [key, each] of Object.entries(more)) {
    const before = into.get(key);
    if (before === undefined) into.set(key, { ...each });
    else {
      before.count += each.count;
      before.findings = [...before.findings, ...each.findings]
        .sort((a, b) => a.row - b.row)
        .slice(0, MAX_FINDINGS);
    }
  }
}
