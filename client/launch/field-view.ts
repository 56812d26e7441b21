// Owns what the form shows of the fields: which are visible, which differ from the engine's default, how many per group.
import type { ConfigDocument } from "@/contract/config-document.ts";
import type { EngineDescription, FieldGroup, FieldSpec } from "@/contract/engine.ts";

export type GroupView = { group: FieldGroup; fields: FieldSpec[]; changed: number };

type Reader = Pick<ConfigDocument, "get">;
type Described = Pick<EngineDescription, "fields" | "groups" | "roles" | "methods">;

/** The value in force: what the document says, else the engine's default. */
function inForce(doc: Reader, engine: Described, path: string): unknown {
  if (path === engine.roles.method) return doc.get(path) ?? engine.methods[0]?.value;
  return doc.get(path) ?? engine.fields.find((field) => field.path === path)?.engineDefault;
}

export function isVisible(spec: FieldSpec, doc: Reader, engine: Described): boolean {
  if (!spec.when) return true;
  const value = inForce(doc, engine, spec.when.path);
  return spec.when.oneOf.some((wanted) => wanted === value);
}

/** True when the document says something else than what the engine would take anyway. */
export function isModified(spec: FieldSpec, doc: Reader): boolean {
  const value = doc.get(spec.path);
  const otherwise = spec.control.type === "switch" ? (spec.engineDefault ?? false) : spec.engineDefault;
  return value !== undefined && value !== null && value !== otherwise;
}

/** The groups with something to show, in the engine's order. Keys with a part of the form of their own are left out. */
export function groupViews(engine: Described, doc: Reader): GroupView[] {
  const own = new Set<string>(Object.values(engine.roles));
  return engine.groups
    .map((group) => {
      const fields = engine.fields.filter(
        (field) => field.group === group.id && !own.has(field.path) && isVisible(field, doc, engine),
      );
      return { group, fields, changed: fields.filter((field) => isModified(field, doc)).length };
    })
    .filter((view) => view.fields.length > 0);
}
