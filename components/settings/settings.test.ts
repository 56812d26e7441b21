// Proves that the token stays hidden and the parts of the disk are compared.
import { expect, it } from "vitest";
import { diskParts } from "./disk-parts.ts";
import { maskAddress } from "./mask-address.ts";

it("hides the token and nothing else", () => {
  expect(maskAddress("http://127.0.0.1:7410/#token=secret-1.2")).toBe(
    "http://127.0.0.1:7410/#token=••••••••",
  );
  expect(maskAddress("http://127.0.0.1:7410/")).toBe("http://127.0.0.1:7410/");
});

it("compares the parts of the home folder, also when it is empty", () => {
  const none = {
    runsBytes: 0,
    enginesBytes: 0,
    modelsBytes: 0,
    datasetsBytes: 0,
    exportsBytes: 0,
    trashBytes: 0,
  };
  const parts = diskParts({ ...none, runsBytes: 25, enginesBytes: 75 });
  expect(parts.map(({ id, share }) => [id, share])).toEqual([
    ["engines", 0.75],
    ["runs", 0.25],
    ["models", 0],
    ["datasets", 0],
    ["exports", 0],
    ["trash", 0],
  ]);
  expect(diskParts(none)[0]?.share).toBe(0);
});
