// Owns reading, changing and agreeing to one Python plugin. Consent is asked for the text as it stands, and never kept ticked.
"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useSavePlugin } from "@/client/queries/additions.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { TEMPLATE_NAME } from "@/contract/addition-name.ts";
import { useAdditions } from "./additions-context.tsx";
import { type LibraryView, libraryHref } from "./address.ts";
import { BackLink, RemoveDialog } from "./detail-header.tsx";
import { PythonCode } from "./python-code.tsx";

export function PluginEditor({ view }: { view: Exclude<LibraryView, { kind: "list" }> }) {
  const t = useT("templates");
  const router = useRouter();
  const textOf = useFailureText();
  const { engine, additions } = useAdditions();
  const save = useSavePlugin(engine.id);
  const known = view.kind === "new" ? undefined : additions.plugins.find(({ name }) => name === view.name);
  const [name, setName] = useState(known?.name ?? "");
  const [code, setCode] = useState(known?.code ?? "");
  const [agreedTo, setAgreedTo] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [removing, setRemoving] = useState(false);
  const nameProblem = TEMPLATE_NAME.test(name) ? null : t("plugins.nameNeeded");
  const codeProblem = code.trim() === "" ? t("plugins.codeNeeded") : null;
  const isAgreed = agreedTo === code && codeProblem === null;

  const submit = () => {
    setTried(true);
    if (nameProblem !== null || codeProblem !== null) return;
    save.mutate(
      { name, code, consent: isAgreed },
      {
        onSuccess: () => {
          toast.success(t("saved", { name: `${name}.py` }));
          router.push(libraryHref("plugins"));
        },
      },
    );
  };

  return (
    <>
      <PageHeader
        title={known ? t("plugins.editPlugin", { name: `${known.name}.py` }) : t("plugins.newPlugin")}
        meta={
          known ? (
            <Badge tone={known.consented ? "success" : "warning"}>
              {known.consented ? t("plugins.agreed") : t("plugins.notAgreed")}
            </Badge>
          ) : null
        }
        actions={
          <>
            <BackLink tab="plugins" />
            {known ? (
              <>
                <Button onClick={() => setRemoving(true)}>
                  <Trash2 aria-hidden />
                  {t("remove")}
                </Button>
                <RemoveDialog
                  tab="plugins"
                  name={known.name}
                  open={removing}
                  onClose={() => setRemoving(false)}
                />
              </>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-4 p-4 md:px-6 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <p className="max-w-prose text-muted text-sm">{t("plugins.intro")}</p>
          <Field invalid={tried && nameProblem !== null}>
            <FieldLabel help={t("plugins.nameHelp")} unit=".py">
              {t("plugins.name")}
            </FieldLabel>
            <Input
              mono
              autoComplete="off"
              spellCheck={false}
              readOnly={known !== undefined}
              value={name}
              onValueChange={setName}
            />
            <FieldError>{tried ? nameProblem : null}</FieldError>
          </Field>
          <Field invalid={tried && codeProblem !== null}>
            <FieldLabel>{t("plugins.code")}</FieldLabel>
            <TextArea
              aria-label={t("plugins.code")}
              value={code}
              onValueChange={setCode}
              className="max-h-[60vh] min-h-64"
            />
            <FieldError>{tried ? codeProblem : null}</FieldError>
          </Field>
        </div>
        <section
          aria-label={t("plugins.preview")}
          className="flex min-w-0 flex-col gap-3 rounded-lg border bg-surface p-3 xl:sticky xl:top-20"
        >
          <h2 className="font-medium text-sm">{t("plugins.preview")}</h2>
          {code.trim() === "" ? null : <PythonCode code={code} label={t("plugins.preview")} />}
          {code.trim() === "" || /\bregister_mm_plugin\s*\(/.test(code) ? null : (
            <p className="text-sm text-warning">{t("plugins.nothing")}</p>
          )}
          <div>
            <Checkbox checked={isAgreed} onCheckedChange={(on) => setAgreedTo(on ? code : null)}>
              {t("plugins.consent")}
            </Checkbox>
            <p className="pl-6 text-muted text-xs">{t("plugins.consentHelp")}</p>
          </div>
          {save.error ? <ErrorState {...textOf(save.error)} /> : null}
          <div className="flex flex-wrap gap-2">
            <Button variant={isAgreed ? "primary" : "default"} busy={save.isPending} onClick={submit}>
              {isAgreed ? t("plugins.saveAgreed") : t("plugins.saveOnly")}
            </Button>
          </div>
        </section>
      </div>
    </>
  );
}
