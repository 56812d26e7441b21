// Owns what the URL of the models screen says: the tab, what is open in it, and whether it is being edited.
import { useSearchParams } from "next/navigation";

export const libraryTabs = ["models", "groups", "templates", "plugins"] as const;
export type LibraryTab = (typeof libraryTabs)[number];

export type LibraryView =
  | { kind: "list" }
  | { kind: "show"; name: string }
  | { kind: "edit"; name: string }
  /** `from`: what the new one starts as. */
  | { kind: "new"; from: string | null };

export function useLibraryAddress(): { tab: LibraryTab; view: LibraryView } {
  const search = useSearchParams();
  const tab = libraryTabs.find((each) => each === search.get("tab")) ?? "models";
  const name = search.get("name");
  const mode = search.get("mode");
  if (mode === "new") return { tab, view: { kind: "new", from: name } };
  if (name === null) return { tab, view: { kind: "list" } };
  return { tab, view: { kind: mode === "edit" ? "edit" : "show", name } };
}

export function libraryHref(tab: LibraryTab, view: LibraryView = { kind: "list" }): string {
  const search = new URLSearchParams(tab === "models" ? {} : { tab });
  if (view.kind === "new") search.set("mode", "new");
  if (view.kind === "edit") search.set("mode", "edit");
  const name = view.kind === "list" ? null : view.kind === "new" ? view.from : view.name;
  if (name !== null) search.set("name", name);
  return search.size > 0 ? `/models/?${search}` : "/models/";
}
