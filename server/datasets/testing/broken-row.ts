// Owns what a broken row and a set of them are. For tests only.
import type { DatasetDefinition } from "../../../contract/dataset.ts";
import type { FindingCode } from "../formats/finding-codes.ts";
import type { Stage } from "../formats/format.ts";

export type BrokenRow = {
  code: FindingCode;
  path: string;
  /** The line as it stands in the file. */
  line: string | Buffer;
  /** Where it differs from the code's own. */
  severity?: "error" | "warning";
  /** Must be the last line, which nothing follows. */
  isLast?: boolean;
};

export type BrokenSet = {
  name: string;
  stage: Stage;
  definition: DatasetDefinition;
  good: string;
  rows: readonly BrokenRow[];
};
