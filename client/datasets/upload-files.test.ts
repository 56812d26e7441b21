// Shows what files of a chosen folder are called in the dataset folder.
import { expect, it } from "vitest";
import { namedFiles } from "./upload-files.ts";

function file(path: string): File {
  const made = new File(["x"], path.split("/").at(-1) ?? path);
  Object.defineProperty(made, "webkitRelativePath", { value: path.includes("/") ? path : "" });
  return made;
}
const names = (...paths: string[]) => namedFiles(paths.map(file)).map(({ name }) => name);

it("keeps a folder of pictures as rows name it, and lays out one that brings its rows", () => {
  expect(names("rows.jsonl", "one.png")).toEqual(["rows.jsonl", "one.png"]);
  expect(names("shapes/1.png", "shapes/deep/2.jpg", "shapes/.DS_Store", "shapes/notes.md")).toEqual([
    "shapes/1.png",
    "shapes/deep/2.jpg",
  ]);
  expect(names("set/rows.json", "set/images/1.png")).toEqual(["rows.json", "images/1.png"]);
});
