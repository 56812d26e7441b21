// Owns the result of a check: the definition's own faults, those of all pieces, and those that only all rows together show.
import type { CheckResult } from "../../../contract/dataset-scan.ts";
import { checkDefinition } from "../formats/check-definition.ts";
import { makeFault, openParams, sayFault } from "../formats/faults.ts";
import { faultOf, isFindingCode } from "../formats/finding-codes.ts";
import type { Fault } from "../formats/format.ts";
import { layoutOf } from "../formats/layout.ts";
import type { CheckPiece } from "./check-piece.ts";
import { joinColumnKinds, mixedColumns } from "./column-kinds.ts";
import { addFault, type FaultCount, joinCounts } from "./fault-counts.ts";
import type { Job } from "./piece.ts";
import { hashLimit, isFull } from "./row-hashes.ts";

const MAX_FINDINGS = 1000;

export function createCheckTotal({ definition, stage, hashes }: Job) {
  const definitionFaults = checkDefinition(definition, stage);
  const pieces: CheckPiece[] = [];
  const joined = new Map<string, FaultCount>();
  let rows = 0;
  let unusable = 0;

  function add(piece: CheckPiece): void {
    joinCounts(joined, piece.counts);
    rows += piece.rows;
    unusable += piece.unusable;
    pieces.push(piece);
    if (pieces.length > 1)
      pieces.splice(0, pieces.length, {
        ...piece,
        columns: joinColumnKinds(pieces.map((each) => each.columns)),
      });
  }

  function result(isWhole: boolean): CheckResult {
    const counts = new Map(
      [...joined].map(([key, count]) => [key, { ...count, findings: [...count.findings] }]),
    );
    const columns = pieces[0]?.columns ?? {};
    for (const { column, kind, usual, count, rows: at } of mixedColumns(columns)) {
      const fault = makeFault("column.mixed", column, { column, kind, usual });
      for (const [index, row] of at.entries())
        addFault(counts, fault, row, index === 0 ? count - at.length + 1 : 1);
    }
    const own = [...definitionFaults, ...(isWhole && rows > 0 ? absent(columns) : [])];
    for (const fault of own) addFault(counts, fault, 0);
    const list = [...counts.values()].sort(bySeverity);
    const each = Math.max(1, Math.floor(MAX_FINDINGS / Math.max(1, list.length)));
    return {
      kind: "check",
      rows,
      unusable: own.some(({ severity }) => severity === "error") ? rows : unusable,
      counts: list.map(({ code, severity, count, findings }) => ({
        code,
        severity,
        message: sayCode(code),
        params: isFindingCode(code) ? openParams(code) : {},
        count,
        rows: [...new Set(findings.map(({ row }) => row))],
        fix: isFindingCode(code) ? faultOf(code).fix : null,
      })),
      findings: list.flatMap(({ findings }) => findings.slice(0, each)).sort((a, b) => a.row - b.row),
    };
  }

  /** Columns that are named and in no row: the engine asks each row for them and dies. */
  function absent(columns: CheckPiece["columns"]): Fault[] {
    const { read, formatting, columns: named } = layoutOf(definition);
    const mayLack = formatting === "openai" ? [named.tools, named.system] : [];
    if (formatting === "axolotl") return [];
    return [...read]
      .filter((column) => !(column in columns) && !mayLack.includes(column))
      .map((column) => makeFault("column.absent", `columns.${column}`, { column }));
  }

  function sayCode(code: string): string {
    if (!isFindingCode(code)) return code;
    const limit = hashLimit(hashes).toLocaleString("en");
    const bound =
      code === "record.repeated" && isFull(hashes) ? ` Only ${limit} different rows were compared.` : "";
    return sayFault(code) + bound;
  }

  return { add, result };
}

function bySeverity(a: FaultCount, b: FaultCount): number {
  if (a.severity !== b.severity) return a.severity === "error" ? -1 : 1;
  return b.count - a.count;
}
