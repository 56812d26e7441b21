// Owns which of the dataset screens the address means: the list, one dataset, or adding one.
"use client";
import { useSearchParams } from "next/navigation";
import { readAddress } from "@/client/datasets/address.ts";
import { AddScreen } from "./add/add-screen.tsx";
import { ListScreen } from "./list/list-screen.tsx";
import { DatasetScreen } from "./page/dataset-screen.tsx";

export function DatasetsScreen() {
  const address = readAddress(useSearchParams());
  switch (address.kind) {
    case "list":
      return <ListScreen />;
    case "add":
      return <AddScreen key={address.source} address={address} />;
    case "dataset":
      return <DatasetScreen key={`${address.dir ?? ""}/${address.name}`} address={address} />;
  }
}
