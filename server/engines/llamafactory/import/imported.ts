// Owns what every way of importing comes to: values, and remarks on what could not be taken over as it was.
import type { ConfigValue } from "../../../../contract/config-document.ts";
import type { Problem } from "../../../../contract/problem.ts";

export type Imported = { values: Map<string, ConfigValue>; remarks: Problem[] };

type Params = Record<string, string | number>;

export function remark(
  severity: Problem["severity"],
  path: string,
  code: string,
  message: string,
  hint?: string,
  params?: Params,
): Problem {
  return {
    path,
    line: null,
    severity,
    code,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(params === undefined ? {} : { params }),
  };
}
