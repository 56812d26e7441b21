// Owns bringing in a config: a plain YAML is used at once, anything else is looked at before it replaces the text.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useRouter, useSearchParams } from "next/navigation";
import { type DragEvent, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { readConfigFile } from "@/client/launch/config-file.ts";
import type { ConfigStore } from "@/client/launch/config-store.ts";
import { isPiece, pieceChanges } from "@/client/launch/merge-config.ts";
import { originAddress, readOrigin, withEngine } from "@/client/launch/origin.ts";
import { counterpart, leaveAt } from "@/client/launch/switch-engine.ts";
import { handOver } from "@/client/launch/taken-text.ts";
import { engineQueries, useImportConfig } from "@/client/queries/engines.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { toast } from "@/components/ui/toaster.tsx";
import { readConfig } from "@/contract/config-document.ts";
import type { ImportedConfig } from "@/contract/preview.ts";

export type Taking = "whole" | "piece";

/** `store` is of the form on show; a config of another engine opens a form of its own. */
export function useImport(engine: string, store: ConfigStore) {
  const t = useT("launch");
  const router = useRouter();
  const query = useSearchParams();
  const engines = useQuery(engineQueries.list()).data;
  const presets = useQuery(libraryQueries.presets()).data;
  const textOf = useFailureText();
  const read = useImportConfig(engine);
  const [dropping, setDropping] = useState(false);
  const [open, setOpen] = useState(false);
  const [given, setGiven] = useState<ImportedConfig | null>(null);

  const begin = () => {
    setGiven(null);
    setOpen(true);
  };
  const use = ({ engine: id, config }: ImportedConfig, as: Taking) => {
    const changes = pieceChanges(readConfig(config));
    if (id === engine) return as === "whole" ? store.setText(config) : store.set(changes);
    const base = counterpart(undefined, id, presets ?? [])?.config ?? "";
    const text = as === "whole" ? config : readConfig(base).with(changes).text;
    const address = handOver({ engine: id, text, title: t("import.source"), baseDir: undefined });
    if (address === null) return toast.error(t("import.cannotSwitch"));
    leaveAt(engine, originAddress(withEngine(readOrigin(query), engine)));
    router.push(address);
  };
  const drop = async (file: File) => {
    const text = await readConfigFile(file);
    if (text === null) return toast.error(t("config.notText", { name: file.name }));
    read.mutate(text, {
      onSuccess(found) {
        const roles = engines?.find(({ id }) => id === found.engine)?.roles;
        const isWhole = roles !== undefined && !isPiece(readConfig(found.config), roles);
        if (found.engine === engine && found.kind === "yaml" && found.problems.length === 0 && isWhole)
          return use(found, "whole");
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
    take: (read: ImportedConfig, as: Taking) => {
      setOpen(false);
      use(read, as);
    },
  };
}
