// Owns taking over a config from somewhere else: paste or file in, what becomes of it shown, and only then the replacement.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { readConfigFile } from "@/client/launch/config-file.ts";
import { isPiece } from "@/client/launch/merge-config.ts";
import { engineQueries, useImportConfig } from "@/client/queries/engines.ts";
import { Button } from "@/components/ui/button.tsx";
import { cn } from "@/components/ui/cn.ts";
import { CodeBlock } from "@/components/ui/code-block.tsx";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { controlClass } from "@/components/ui/overlay.ts";
import { toast } from "@/components/ui/toaster.tsx";
import { readConfig } from "@/contract/config-document.ts";
import type { ImportedConfig } from "@/contract/preview.ts";
import { ImportNotes } from "./import-notes.tsx";
import type { Taking } from "./use-import.ts";

type ImportProps = {
  engine: string;
  /** Something read already, to be looked at before it is used. */
  given: ImportedConfig | null;
  onTake: (read: ImportedConfig, as: Taking) => void;
  onClose: () => void;
};

export function ImportDialog({ open, ...props }: ImportProps & { open: boolean }) {
  const t = useT("launch");
  return (
    <Dialog
      open={open}
      onOpenChange={props.onClose}
      title={t("import.title")}
      description={t("import.body")}
      className="max-w-2xl"
    >
      <ImportBody {...props} />
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an abandoned paste is gone. */
function ImportBody({ engine, given, onTake, onClose }: ImportProps) {
  const [read, setRead] = useState(given);
  if (read) return <Review engine={engine} read={read} onBack={() => setRead(null)} onTake={onTake} />;
  return <Give engine={engine} onRead={setRead} onClose={onClose} />;
}

type GiveProps = { engine: string; onRead: (read: ImportedConfig) => void; onClose: () => void };

function Give({ engine, onRead, onClose }: GiveProps) {
  const t = useT("launch");
  const common = useT("common");
  const textOf = useFailureText();
  const read = useImportConfig(engine);
  const picker = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const submit = (given: string) => read.mutate(given, { onSuccess: onRead });
  const take = async (file: File | undefined) => {
    if (!file) return;
    const content = await readConfigFile(file);
    if (content === null) toast.error(t("config.notText", { name: file.name }));
    else submit(content);
  };
  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <textarea
          aria-label={t("import.paste")}
          placeholder={t("import.placeholder")}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className={cn(controlClass, "h-56 resize-y py-2 font-mono text-xs pointer-coarse:h-56")}
        />
        {read.error ? <ErrorState {...textOf(read.error)} /> : null}
        <input
          ref={picker}
          type="file"
          accept=".yaml,.yml,.json,.sh,.txt,application/yaml,application/json,text/*"
          aria-label={t("import.file")}
          className="hidden"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = "";
            void take(file);
          }}
        />
      </DialogBody>
      <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">
        <Button className="mr-auto" onClick={() => picker.current?.click()}>
          {t("import.file")}
        </Button>
        <Button onClick={onClose}>{common("cancel")}</Button>
        <Button
          variant="primary"
          busy={read.isPending}
          disabled={text.trim() === ""}
          onClick={() => submit(text)}
        >
          {t("import.read")}
        </Button>
      </div>
    </>
  );
}

type ReviewProps = {
  engine: string;
  read: ImportedConfig;
  onBack: () => void;
  onTake: (read: ImportedConfig, as: Taking) => void;
};

function Review({ engine, read, onBack, onTake }: ReviewProps) {
  const t = useT("launch");
  const engines = useQuery(engineQueries.list()).data;
  const theirs = engines?.find(({ id }) => id === read.engine);
  const name = theirs?.name ?? read.engine;
  const isOther = read.engine !== engine;
  const piece = theirs !== undefined && isPiece(readConfig(read.config), theirs.roles);
  return (
    <>
      <DialogBody className="flex flex-col gap-3">
        <div>
          <p>{t(`import.kind.${read.kind}`)}</p>
          {isOther ? <p className="font-medium">{t("import.other", { name })}</p> : null}
          {piece ? <p>{t(isOther ? "import.pieceOther" : "import.piece", { name })}</p> : null}
        </div>
        <ImportNotes problems={read.problems} />
        <CodeBlock code={read.config} label={t("import.result")} className="max-h-72" />
      </DialogBody>
      <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">
        <Button className="mr-auto" onClick={onBack}>
          {t("import.back")}
        </Button>
        {piece ? (
          <>
            <Button onClick={() => onTake(read, "whole")}>{t("import.takeAlone")}</Button>
            <Button variant="primary" onClick={() => onTake(read, "piece")}>
              {t(isOther ? "import.putIntoPreset" : "import.putInto")}
            </Button>
          </>
        ) : (
          <Button variant="primary" onClick={() => onTake(read, "whole")}>
            {t("import.take")}
          </Button>
        )}
      </div>
    </>
  );
}
