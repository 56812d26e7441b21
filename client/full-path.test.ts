// Proves which paths the server could take as they stand.
import { expect, test } from "vitest";
import { isFullPath } from "./full-path.ts";

test.each([
  ["/data/m", true],
  ["~/m", true],
  ["C:\\m", true],
  ["models/m", false],
  ["", false],
])("%j is a full path: %s", (path, full) => expect(isFullPath(path)).toBe(full));
