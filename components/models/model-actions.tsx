// Owns what can be done with one model.
"use client";
import { ChartSpline, Copy, Ellipsis, FolderMinus, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { LocalModel } from "@/contract/library.ts";

export type ModelActionsProps = { model: LocalModel; onForget: (model: LocalModel) => void };

export function ModelActions({ model, onForget }: ModelActionsProps) {
  const t = useT("models");
  const router = useRouter();
  const { runId } = model;
  const copy = () => {
    navigator.clipboard.writeText(model.path).then(
      () => toast.success(t("copied"), { description: model.path }),
      () => toast.error(t("notCopied"), { description: model.path }),
    );
  };
  return (
    <Menu
      trigger={
        <Button
          variant="ghost"
          size="icon"
          aria-label={t("menu.label", { name: model.name })}
          className="size-7 pointer-coarse:size-10"
        >
          <Ellipsis aria-hidden />
        </Button>
      }
    >
      {model.kind === "model" ? (
        <MenuItem
          icon={<Play aria-hidden />}
          onClick={() => router.push(`/new/?model=${encodeURIComponent(model.path)}`)}
        >
          {t("menu.newRun")}
        </MenuItem>
      ) : null}
      <MenuItem icon={<Copy aria-hidden />} onClick={copy}>
        {t("menu.copy")}
      </MenuItem>
      {runId === null ? null : (
        <MenuItem icon={<ChartSpline aria-hidden />} onClick={() => router.push(`/run/?id=${runId}`)}>
          {t("menu.openRun")}
        </MenuItem>
      )}
      {model.source === "folder" ? (
        <>
          <MenuSeparator />
          <MenuItem icon={<FolderMinus aria-hidden />} danger onClick={() => onForget(model)}>
            {t("menu.forget")}
          </MenuItem>
        </>
      ) : null}
    </Menu>
  );
}
