// Owns the menu of one run: what can be asked of it now.
"use client";
import {
  Archive,
  ArchiveRestore,
  ArrowDown,
  ArrowUp,
  CirclePause,
  CirclePlay,
  Copy,
  Ellipsis,
  Gauge,
  type LucideIcon,
  OctagonX,
  Pencil,
  RotateCcw,
  Save,
  Square,
  Trash2,
} from "lucide-react";
import { Fragment } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import type { RunSummary } from "@/contract/run.ts";
import { menuSections, type RowAction } from "./run-menu-items.ts";

const icons: Record<RowAction, LucideIcon> = {
  stop: Square,
  "force-stop": OctagonX,
  pause: CirclePause,
  resume: CirclePlay,
  save: Save,
  evaluate: Gauge,
  retry: RotateCcw,
  archive: Archive,
  restore: ArchiveRestore,
  "move-up": ArrowUp,
  "move-down": ArrowDown,
  rename: Pencil,
  duplicate: Copy,
  remove: Trash2,
};

export type RunRowMenuProps = { run: RunSummary; onRequest: (run: RunSummary, action: RowAction) => void };

export function RunRowMenu({ run, onRequest }: RunRowMenuProps) {
  const t = useT("runs");
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("menu.label", { name: run.name })}
          className="size-7 pointer-coarse:size-10"
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {menuSections(run).map((section, index) => (
        <Fragment key={section[0]}>
          {index > 0 ? <MenuSeparator /> : null}
          {section.map((action) => {
            const Icon = icons[action];
            return (
              <MenuItem
                key={action}
                icon={<Icon aria-hidden />}
                danger={action === "remove" || action === "force-stop"}
                onClick={() => onRequest(run, action)}
              >
                {t(`menu.${action}`)}
              </MenuItem>
            );
          })}
        </Fragment>
      ))}
    </Menu>
  );
}
