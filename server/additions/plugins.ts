// Owns the user's Python plugins: their text, what they register, and whether a person agreed to this very text.
// Refuses to run them; that happens in the process of a run, which compares the digest again.
import { createHash } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import type { PluginEntry } from "../../contract/template.ts";
import { writeJson } from "../files/atomic.ts";
import { readJson } from "../files/read-json.ts";
import { listAdditionFiles, saveAdditionFile, trashAdditionFile } from "./addition-files.ts";

const Consents = z.record(z.string(), z.string());
const CALL = /\bregister_mm_plugin\s*\(\s*(?:name\s*=\s*)?(["'])([^"'\n]+)\1/g;

export const digestOf = (code: string): string => createHash("sha256").update(code).digest("hex");

/** Found by text alone, comments left out: nothing is run to show a file. */
export function registeredBy(code: string): string[] {
  const found = code.replace(/^\s*#.*$/gm, "").matchAll(CALL);
  return [...new Set([...found].flatMap((match) => match[2] ?? []))];
}

export function createPlugins(folder: string, trash: string) {
  const consentFile = join(folder, "consents.json");
  const consents = () => readJson(consentFile, Consents) ?? {};

  function entryOf(name: string, file: string, code: string, agreed: string | undefined): PluginEntry {
    const sha256 = digestOf(code);
    const registers = registeredBy(code);
    return {
      name,
      file,
      code,
      sha256,
      registers,
      consented: agreed === sha256,
      problem:
        registers.length > 0 ? null : 'It registers no plugin: it needs register_mm_plugin("name", Class).',
    };
  }

  return {
    list(): PluginEntry[] {
      const agreed = consents();
      return listAdditionFiles(folder, [".py"], "user").map(({ stem, path, content }) =>
        "text" in content
          ? entryOf(stem, path, content.text, agreed[stem])
          : { ...entryOf(stem, path, "", undefined), problem: content.unreadable },
      );
    },

    /** Without consent the file is kept, and used by nothing. */
    save(name: string, code: string, consent: boolean): PluginEntry {
      const path = saveAdditionFile(folder, `${name}.py`, code, trash);
      const { [name]: before, ...others } = consents();
      const sha256 = digestOf(code);
      const agreed = consent ? sha256 : before === sha256 ? before : undefined;
      writeJson(consentFile, { ...others, ...(agreed ? { [name]: agreed } : {}) });
      return entryOf(name, path, code, agreed);
    },

    remove(entry: PluginEntry): void {
      trashAdditionFile(entry.file, trash);
      const { [entry.name]: _, ...others } = consents();
      writeJson(consentFile, others);
    },
  };
}
