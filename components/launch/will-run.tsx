// Owns the fold that shows what a start would do: the files that are written and the command.
"use client";
import { ChevronRight } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { shellText } from "@/client/launch/shell-text.ts";
import { CodeBlock } from "@/components/ui/code-block.tsx";
import type { RunPreview } from "@/contract/preview.ts";

export function WillRun({ preview }: { preview: RunPreview }) {
  const t = useT("launch");
  return (
    <details className="group/will min-w-0">
      <summary className="flex h-7 w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-muted text-xs hover:text-foreground">
        <ChevronRight aria-hidden className="size-3.5 transition-transform group-open/will:rotate-90" />
        {t("checks.willRun")}
      </summary>
      <div className="flex flex-col gap-2 pt-1">
        <p className="text-muted text-xs">{t("checks.willRunHelp")}</p>
        {preview.command.length > 0 ? (
          <CodeBlock code={shellText(preview.command)} label={t("checks.command")} wrap />
        ) : null}
        {preview.files.map((file) => (
          <div key={file.name} className="flex min-w-0 flex-col gap-1">
            <h3 className="font-mono text-xs">{file.name}</h3>
            <CodeBlock code={file.text} label={t("checks.file", { name: file.name })} className="max-h-72" />
          </div>
        ))}
      </div>
    </details>
  );
}
