// Owns the YAML side of the page: toolbar, editor, and taking a file that is opened or dropped.
"use client";
import type { EditorState } from "@codemirror/state";
import { Download, FolderOpen, RotateCcw, Search } from "lucide-react";
import { type DragEvent, type ReactNode, type RefObject, useMemo, useRef, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { downloadText, readConfigFile } from "@/client/launch/config-file.ts";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { EditorRequest } from "./editor-request.ts";
import { useFindingText } from "./finding-text.ts";
import { fixLabel } from "./fix-label.ts";
import { useLaunch } from "./launch-context.tsx";
import { LazyYamlEditor } from "./lazy-yaml-editor.tsx";

export type ConfigPanelProps = {
  fileName: string;
  /** The text the page started from. */
  original: string;
  request: EditorRequest | null;
  onSearch: () => void;
  kept: RefObject<EditorState | null>;
  onStart: () => void;
};

export function ConfigPanel({ fileName, original, request, onSearch, kept, onStart }: ConfigPanelProps) {
  const t = useT("launch");
  const { store, config, findings, fix } = useLaunch();
  const textOf = useFindingText();
  const picker = useRef<HTMLInputElement>(null);
  const [dropping, setDropping] = useState(false);
  const lines = useMemo(
    () =>
      findings.flatMap((finding) => {
        const { problem } = finding;
        if (problem.line === null) return [];
        const { message, hint } = textOf(finding);
        const label = fixLabel(problem, t);
        return {
          line: problem.line,
          severity: problem.severity,
          message: hint ? `${message}\n${hint}` : message,
          fix: label === null ? null : { label, apply: () => fix([problem]) },
        };
      }),
    [findings, textOf, fix, t],
  );

  const take = async (file: File | undefined) => {
    if (!file) return;
    const text = await readConfigFile(file);
    if (text === null) toast.error(t("config.notText", { name: file.name }));
    else store.setText(text);
  };
  const drag = {
    // In the capture phase, or the editor would put the file's text where it was dropped.
    onDragOverCapture: (event: DragEvent) => {
      if (!event.dataTransfer.types.includes("Files")) return;
      event.preventDefault();
      setDropping(true);
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setDropping(false);
    },
    onDropCapture: (event: DragEvent) => {
      const file = event.dataTransfer.files[0];
      setDropping(false);
      if (!file) return;
      event.preventDefault();
      event.stopPropagation();
      void take(file);
    },
  };

  return (
    <section
      aria-label={t("config.editor")}
      className="relative flex min-h-0 flex-1 flex-col bg-surface"
      {...drag}
    >
      <div className="flex min-h-10 items-center gap-0.5 border-b py-0.5 pr-1.5 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-mono text-xs">{t("config.title")}</h2>
        <Tool label={t("config.search")} icon={<Search aria-hidden />} onClick={onSearch} />
        <CopyButton text={() => store.read().text} />
        <Tool
          label={t("config.download")}
          icon={<Download aria-hidden />}
          onClick={() => downloadText(fileName, store.read().text)}
        />
        <Tool
          label={t("config.import")}
          icon={<FolderOpen aria-hidden />}
          onClick={() => picker.current?.click()}
        />
        <Tool
          label={t("config.reset")}
          hint={t("config.resetHint")}
          icon={<RotateCcw aria-hidden />}
          disabled={config.text === original}
          onClick={() => store.setText(original)}
        />
        <input
          ref={picker}
          type="file"
          accept=".yaml,.yml,.txt,application/yaml,text/*"
          aria-label={t("config.import")}
          className="hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            void take(file);
          }}
        />
      </div>
      <div className="min-h-0 flex-1">
        <LazyYamlEditor store={store} findings={lines} request={request} kept={kept} onStart={onStart} />
      </div>
      {dropping ? (
        <div className="pointer-events-none absolute inset-0 z-10 grid place-items-center border-2 border-accent border-dashed bg-background/90 font-medium">
          {t("config.drop")}
        </div>
      ) : null}
    </section>
  );
}

type ToolProps = {
  label: string;
  hint?: string;
  icon: ReactNode;
  disabled?: boolean;
  onClick: () => void;
};

function Tool({ label, hint, icon, disabled, onClick }: ToolProps) {
  return (
    <Tooltip content={hint ? `${label}. ${hint}` : label}>
      <Button variant="ghost" size="icon" aria-label={label} disabled={disabled} onClick={onClick}>
        {icon}
      </Button>
    </Tooltip>
  );
}
