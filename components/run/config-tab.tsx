// Owns the exact files a run was started with, and the command a shell could run to the same effect.
"use client";
import { Download } from "lucide-react";
import { useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { shellText } from "@/client/launch/shell-text.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { CodeBlock } from "@/components/ui/code-block.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";
import type { RunDetail } from "@/contract/run.ts";
import { NumberedCode } from "./numbered-code.tsx";
import { saveFile } from "./save-file.ts";

export function ConfigTab({ detail }: { detail: RunDetail }) {
  const t = useT("run");
  const { files, spec, command } = detail;
  const [wanted, setWanted] = useState<string | null>(null);
  const pending = files.length === 0;
  const shown = pending ? [{ name: t("config.asked"), text: spec.config }] : files;
  const file = shown.find(({ name }) => name === wanted) ?? shown[0];
  if (!file) return null;
  return (
    <div className="grid min-w-0 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      {pending ? <p className="col-span-full text-muted">{t("config.pending")}</p> : null}
      <Card>
        <CardHeader
          actions={
            <>
              <CopyButton text={file.text} label={t("config.copy", { name: file.name })} />
              <Tooltip content={t("config.download", { name: file.name })}>
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={t("config.download", { name: file.name })}
                  onClick={() => saveFile(pending ? "config.yaml" : file.name, file.text)}
                >
                  <Download aria-hidden />
                </Button>
              </Tooltip>
            </>
          }
        >
          {shown.length > 1 ? (
            <Segmented
              aria-label={t("config.file")}
              value={file.name}
              onValueChange={setWanted}
              items={shown.map(({ name }) => ({ value: name, label: name }))}
            />
          ) : (
            <CardTitle className="font-mono text-xs">{file.name}</CardTitle>
          )}
        </CardHeader>
        <NumberedCode text={file.text} label={file.name} />
      </Card>
      {command.length > 0 ? (
        <Card>
          <CardHeader>
            <CardTitle>{t("config.command")}</CardTitle>
          </CardHeader>
          <CardBody className="flex flex-col gap-2">
            <p className="text-muted text-xs">{t("config.commandHelp")}</p>
            <CodeBlock code={shellText(command)} label={t("config.command")} wrap />
          </CardBody>
        </Card>
      ) : null}
    </div>
  );
}
