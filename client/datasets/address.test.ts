// Shows that an address of the dataset screens means the same after it is written and read again.
import { expect, test } from "vitest";
import { addHref, datasetHref, readAddress } from "./address.ts";

const read = (href: string) => readAddress(new URL(href, "http://here").searchParams);

test("a dataset, its folder, tab and row", () => {
  const place = { name: "海 & “sea”", dir: "/data/my sets", tab: "tokens", row: 41 } as const;
  expect(datasetHref(place)).toContain("row=42");
  expect(read(datasetHref(place))).toEqual({ kind: "dataset", ...place });
});

test("what is usual leaves no trace", () => {
  expect(datasetHref({ name: "sea", tab: "conversations", row: 0 })).toBe("/datasets/?name=sea");
});

test.each(["0", "-3", "1.5", "x", "99999999999999999999"])("row=%s is the first row", (row) => {
  expect(read(`/datasets/?name=sea&row=${row}`)).toMatchObject({ row: 0 });
});

test("adding, and what is not known", () => {
  expect(read(addHref("upload", { upload: "u1" }))).toEqual({
    kind: "add",
    source: "upload",
    upload: "u1",
    dir: undefined,
  });
  expect(read("/datasets/?add=nonsense")).toMatchObject({ kind: "add", source: "upload" });
  expect(read("/datasets/?tab=check")).toEqual({ kind: "list" });
});
