// Owns what can be done with the config as a whole: search, copy, hand out, take in, keep, put back.
"use client";
import { BookmarkPlus, ClipboardCopy, Download, Ellipsis, Import, RotateCcw, Search } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { commandOf } from "@/client/launch/command-text.ts";
import { downloadText } from "@/client/launch/config-file.ts";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Menu, MenuItem } from "@/components/ui/menu.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import { useLaunch } from "./launch-context.tsx";
import { Lazily } from "./lazily.tsx";
import { recipeWindow } from "./lazy-windows.ts";
import type { ConfigView } from "./use-reveal.ts";

type ConfigToolsProps = {
  /** The run's name, and what a recipe of it would be called. */
  name: string;
  recipe: string;
  original: string;
  view: ConfigView;
  onSearch: () => void;
  onImport: () => void;
};

export function ConfigTools({ name, recipe, original, view, onSearch, onImport }: ConfigToolsProps) {
  const t = useT("launch");
  const common = useT("common");
  const { engine, store, config } = useLaunch();
  const [saving, setSaving] = useState(false);
  const readable = config.doc.problems.length === 0;
  const copyCommand = () =>
    navigator.clipboard.writeText(commandOf(engine, name, store.read().doc)).then(
      () => toast.success(t("config.commandCopied")),
      () => toast.error(t("config.copyFailed")),
    );
  return (
    <>
      <Tool
        label={t("config.search")}
        icon={<Search aria-hidden />}
        onClick={onSearch}
        disabled={view !== "yaml"}
      />
      <CopyButton text={() => store.read().text} />
      <Tool
        label={t("config.download")}
        icon={<Download aria-hidden />}
        onClick={() => downloadText(`${name}.yaml`, store.read().text)}
      />
      <Tool label={t("import.title")} icon={<Import aria-hidden />} onClick={onImport} />
      <Menu
        trigger={
          <Button variant="ghost" size="icon" aria-label={common("more")}>
            <Ellipsis aria-hidden />
          </Button>
        }
      >
        <MenuItem icon={<BookmarkPlus aria-hidden />} onClick={() => setSaving(true)}>
          {t("recipe.save")}
        </MenuItem>
        <MenuItem
          icon={<ClipboardCopy aria-hidden />}
          disabled={!readable}
          onClick={() => void copyCommand()}
        >
          {t("config.copyCommand")}
        </MenuItem>
        <MenuItem
          icon={<RotateCcw aria-hidden />}
          hint={t("config.resetHint")}
          disabled={config.text === original}
          onClick={() => store.setText(original)}
        >
          {t("config.reset")}
        </MenuItem>
      </Menu>
      <Lazily code={recipeWindow} open={saving}>
        {(SaveRecipeDialog) => (
          <SaveRecipeDialog
            open={saving}
            suggestion={recipe}
            engine={engine.id}
            text={() => store.read().text}
            onClose={() => setSaving(false)}
          />
        )}
      </Lazily>
    </>
  );
}

type ToolProps = { label: string; icon: ReactNode; disabled?: boolean; onClick: () => void };

function Tool({ label, icon, disabled, onClick }: ToolProps) {
  return (
    <Tooltip content={label}>
      <Button variant="ghost" size="icon" aria-label={label} disabled={disabled} onClick={onClick}>
        {icon}
      </Button>
    </Tooltip>
  );
}
