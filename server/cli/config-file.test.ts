// Shows what is said of files that are no config: why, and what to do; and that Windows' ways of text are taken.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readConfig } from "../../contract/config-document.ts";
import { readConfigFile } from "./config-file.ts";

const folder = mkdtempSync(join(tmpdir(), "anneal-config-file-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "some.yaml");

describe("a config file", () => {
  it.each([
    ["nothing", "", /empty/],
    ["blank lines", "\n \n", /empty/],
    ["Latin-1", Buffer.from("base_model: caf\xe9\n", "latin1"), /not UTF-8/],
    ["UTF-16", Buffer.from("\ufeffbase_model: x\n", "utf16le"), /not UTF-8/],
    ["the weights of a model", Buffer.alloc(5_000_000, 120), /5,000,000 bytes/],
  ])("that holds %s is refused with the reason", (_, content, reason) => {
    writeFileSync(file, content);
    expect(() => readConfigFile(file)).toThrow(
      expect.objectContaining({ body: expect.objectContaining({ reason: expect.stringMatching(reason) }) }),
    );
  });

  it("that is a folder, or not there, is refused with the reason", () => {
    mkdirSync(join(folder, "a.yaml"));
    const reasonOf = (path: string) =>
      expect(() => readConfigFile(path)).toThrow(
        expect.objectContaining({
          body: expect.objectContaining({
            reason: expect.stringMatching(/^(It is a folder|There is no such file)\.$/),
          }),
        }),
      );
    reasonOf(join(folder, "a.yaml"));
    reasonOf(join(folder, "b.yaml"));
  });

  it("with a byte order mark and Windows line ends is read like the others", () => {
    writeFileSync(file, "\ufeffadapter: lora\r\nlora_r: 8\r\n");
    const config = readConfig(readConfigFile(file));
    expect([config.problems, config.get("adapter"), config.get("lora_r")]).toEqual([[], "lora", 8]);
  });
});
