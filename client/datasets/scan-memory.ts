// Owns remembering which scan this tab of the browser started last for a dataset, so that a reload finds it again.
import type { Scan } from "@/contract/dataset-scan.ts";
import type { DatasetRef } from "../queries/datasets.ts";

const keyOf = ({ name, dir }: DatasetRef, kind: Scan["kind"]) => `anneal.scan.${kind}.${dir ?? ""}/${name}`;

export function rememberScan(dataset: DatasetRef, kind: Scan["kind"], id: string | null): void {
  try {
    if (id === null) sessionStorage.removeItem(keyOf(dataset, kind));
    else sessionStorage.setItem(keyOf(dataset, kind), id);
  } catch {
    // A browser that keeps nothing only loses the way back to a result.
  }
}

export function rememberedScan(dataset: DatasetRef, kind: Scan["kind"]): string | null {
  try {
    return sessionStorage.getItem(keyOf(dataset, kind));
  } catch {
    return null;
  }
}
