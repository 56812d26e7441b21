// Owns bringing in a config: a plain YAML is used at once, anything else is looked at before it replaces the text.
"use client";
import { type DragEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { readConfigFile } from "@/client/launch/config-file.ts";
import { useImportConfig } from "@/client/queries/engines.ts";
import { toast } from "@/components/ui/toaster.tsx";
import type { ImportedConfig } from "@/contract/preview.ts";

export function useImport(engine: string, use: (config: string) => void) {
  const t = useT("launch");
  const textOf = useFailureText();
  const read = useImportConfig(engine);
  const [dropping, setDropping] = useState(false);
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState<ImportedConfig | null>(null);

  const begin = () => {
    setGiven(null);
    setOpen(true);
  };
  const drop = async (file: File) => {
    const text = await readConfigFile(file);
    if (text === null) return toast.error(t("config.notText", { name: file.name }));
    read.mutate(text, {
      onSuccess(found) {
        if (found.kind === "yaml" && found.problems.length === 0) return use(found.config);
        setGiven(found);
        setOpen(true);
      },
      onError: (error) => toast.error(textOf(error).what),
    });
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
      void drop(file);
    },
  };
  return {
    open,
    given,
    dropping,
    drag,
    begin,
    close: () => setOpen(false),
    take: (config: string) => {
      use(config);
      setOpen(false);
    },
  };
}
