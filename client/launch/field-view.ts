// Owns what the form shows of the fields: which are visible at a level, which differ from the engine's default.
import type { ConfigDocument } from "@/contract/config-document.ts";
import type { EngineDescription, FieldGroup, FieldSpec } from "@/contract/engine.ts";
import { choiceOf } from "./choice.ts";

/** `all` goes beyond the fields with words of ours: every key of the engine. */
export type Level = FieldSpec["level"] | "all";
export type GroupView = { group: FieldGroup; fields: FieldSpec[]; changed: number };

type Reader = Pick<ConfigDocument, "get">;
type Described = Pick<EngineDescription, "fields" | "groups" | "roles" | "stages" | "methods">;

/** The value in force: what the document says, else the engine's default. */
function inForce(doc: Reader, engine: Described, path: string): unknown {
  const value = doc.get(path) ?? undefined;
  if (value !== undefined) return value;
  if (path === engine.roles.method) return choiceOf(engine.methods, undefined)?.value;
  if (path === engine.roles.stage) return choiceOf(engine.stages, undefined)?.value;
  return engine.fields.find((field) => field.path === path)?.engineDefault;
}

export function isVisible(spec: FieldSpec, doc: Reader, engine: Described): boolean {
  const { when } = spec;
  if (!when) return true;
  const value = inForce(doc, engine, when.path);
  if (!when.oneOf.some((wanted) => wanted === value)) return false;
  const above = engine.fields.find((field) => field.path === when.path);
  return above === undefined || isVisible(above, doc, engine);
}

/** True when the document says something else than what the engine would take anyway. */
export function isModified(spec: FieldSpec, doc: Reader): boolean {
  const value = doc.get(spec.path);
  const otherwise = spec.control.type === "switch" ? (spec.engineDefault ?? false) : spec.engineDefault;
  return value !== undefined && value !== null && value !== otherwise;
}

/** Keys with a part of the form of their own. */
export function isRole(path: string, { roles }: Pick<Described, "roles">): boolean {
  return Object.values(roles).includes(path);
}

export function isAtLevel(spec: FieldSpec, level: Level): boolean {
  return level !== "basic" || spec.level === "basic";
}

/** The groups with something to show, in the engine's order. */
export function groupViews(engine: Described, doc: Reader, level: Level): GroupView[] {
  return engine.groups
    .map((group) => {
      const fields = engine.fields.filter(
        (field) =>
          field.group === group.id &&
          isAtLevel(field, level) &&
          !isRole(field.path, engine) &&
          isVisible(field, doc, engine),
      );
      return { group, fields, changed: fields.filter((field) => isModified(field, doc)).length };
    })
    .filter((view) => view.fields.length > 0);
}
