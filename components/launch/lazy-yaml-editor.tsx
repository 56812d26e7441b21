// Owns loading the editor's code when it is first needed, with its place held meanwhile.
"use client";
import { lazy, Suspense } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import type { YamlEditorProps } from "./yaml-editor.tsx";

const Editor = lazy(async () => ({ default: (await import("./yaml-editor.tsx")).YamlEditor }));

export function LazyYamlEditor(props: YamlEditorProps) {
  const t = useT("launch");
  return (
    <Suspense fallback={<p className="p-3 text-faint text-xs">{t("config.loading")}</p>}>
      <Editor {...props} />
    </Suspense>
  );
}
