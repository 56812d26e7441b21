// Owns what is checked of a row before its format is asked: that it is an object, and that there is anything in it.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import { createFaults, type Faults } from "./faults.ts";
import type { CheckContext, Fault } from "./format.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { isObject, kindOf } from "./value-kind.ts";

type CheckRow = (row: Record<string, unknown>, layout: Layout, context: CheckContext, faults: Faults) => void;

export function validateRow(
  value: unknown,
  definition: DatasetDefinition,
  context: CheckContext,
  check: CheckRow,
): readonly Fault[] {
  const faults = createFaults();
  const layout = layoutOf(definition);
  if (!isObject(value)) faults.add("record.not-an-object", "", { kind: kindOf(value) });
  // Pre-training takes an empty text for a text.
  else if (isEmpty(value, layout))
    faults.add("record.empty", "", {}, context.stage === "pt" ? "warning" : "error");
  else check(value, layout, context, faults);
  return faults.list();
}

function isEmpty(row: Record<string, unknown>, layout: Layout): boolean {
  for (const column of layout.read) if (row[column] !== null && row[column] !== undefined) return false;
  return layout.read.size > 0;
}
