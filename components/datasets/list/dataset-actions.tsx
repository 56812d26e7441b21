// Owns what can be done with one dataset from outside it.
"use client";
import { Braces, Ellipsis, Eye, ListX, Pencil, Play, ShieldCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { datasetHref, newRunHref } from "@/client/datasets/address.ts";
import { purposeOf, stageFor } from "@/client/datasets/fitness.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import type { DatasetEntry } from "@/contract/library.ts";

type DatasetActionsProps = {
  entry: DatasetEntry;
  dir: string | undefined;
  onRename: (entry: DatasetEntry) => void;
  onRemove: (entry: DatasetEntry) => void;
};

export function DatasetActions({ entry, dir, onRename, onRemove }: DatasetActionsProps) {
  const t = useT("datasets");
  const router = useRouter();
  const { name } = entry;
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("menu.label", { name })}
          className="size-7 pointer-coarse:size-10"
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      <MenuItem icon={<Eye aria-hidden />} onClick={() => router.push(datasetHref({ name, dir }))}>
        {t("menu.open")}
      </MenuItem>
      <MenuItem
        icon={<Play aria-hidden />}
        onClick={() => router.push(newRunHref({ name, dir }, stageFor[purposeOf(entry)]))}
      >
        {t("menu.newRun")}
      </MenuItem>
      <MenuItem
        icon={<ShieldCheck aria-hidden />}
        onClick={() => router.push(datasetHref({ name, dir, tab: "check" }))}
      >
        {t("menu.check")}
      </MenuItem>
      <MenuSeparator />
      <MenuItem
        icon={<Braces aria-hidden />}
        onClick={() => router.push(datasetHref({ name, dir, tab: "definition" }))}
      >
        {t("menu.edit")}
      </MenuItem>
      <MenuItem icon={<Pencil aria-hidden />} onClick={() => onRename(entry)}>
        {t("menu.rename")}
      </MenuItem>
      <MenuItem icon={<ListX aria-hidden />} danger onClick={() => onRemove(entry)}>
        {t("menu.remove")}
      </MenuItem>
    </Menu>
  );
}
