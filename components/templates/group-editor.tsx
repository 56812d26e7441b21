// Owns adding and changing a model group: names, ids per hub, template, multimodal.
"use client";
import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { useSaveGroup } from "@/client/queries/additions.ts";
import { Button } from "@/components/ui/button.tsx";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { checkGroup } from "@/contract/addition-check.ts";
import { groupText } from "@/contract/addition-text.ts";
import { useAdditions } from "./additions-context.tsx";
import { type LibraryView, libraryHref } from "./address.ts";
import { DefinitionTextView } from "./definition-text-view.tsx";
import { EditorFrame } from "./editor-frame.tsx";
import { GroupDetail } from "./group-detail.tsx";
import {
  blankRow,
  definitionOf,
  formOf,
  type GroupForm,
  type GroupRow,
  HUBS,
  withFreeNames,
} from "./group-form.ts";
import { numbered } from "./numbered.ts";
import { useProblemWords } from "./problem-words.ts";

const NONE = "";
const blank: GroupForm = { name: "", template: null, multimodal: false, rows: [blankRow] };

export function GroupEditor({ view }: { view: Exclude<LibraryView, { kind: "list" }> }) {
  return view.kind === "show" ? <GroupDetail name={view.name} /> : <Editor view={view} />;
}

function Editor({ view }: { view: Extract<LibraryView, { kind: "new" | "edit" }> }) {
  const t = useT("templates");
  const words = useProblemWords();
  const router = useRouter();
  const { engine, additions } = useAdditions();
  const save = useSaveGroup(engine.id);
  const named = (name: string | null) => additions.groups.find(({ definition }) => definition.name === name);
  const [before] = useState(() => (view.kind === "edit" ? named(view.name) : undefined));
  const [form, setForm] = useState<GroupForm>(() => {
    const start = before ?? (view.kind === "new" ? named(view.from) : undefined);
    if (!start) return blank;
    const copy = formOf(start.definition);
    return before ? copy : withFreeNames(copy, additions, null);
  });
  const [revision, setRevision] = useState(0);
  const definition = definitionOf(form);
  const problems = checkGroup(definition, additions, before?.file ?? null);
  const isTaken = problems.some(({ code }) => code === "name-taken" || code === "model-taken");

  return (
    <EditorFrame
      tab="groups"
      title={before ? t("editor.editGroup", { name: before.definition.name }) : t("editor.newGroup")}
      problems={problems}
      suggestion={
        isTaken
          ? {
              label: t("editor.freeNames"),
              use: () => {
                setForm(withFreeNames(form, additions, before?.file ?? null));
                setRevision(revision + 1);
              },
            }
          : null
      }
      saving={{
        isPending: save.isPending,
        error: save.error,
        save: () =>
          save.mutate(
            { name: before?.definition.name ?? form.name, definition },
            {
              onSuccess: (entry) => {
                toast.success(t("saved", { name: entry.definition.name }));
                router.push(libraryHref("groups", { kind: "show", name: entry.definition.name }));
              },
            },
          ),
      }}
      form={
        <GroupFields
          form={form}
          templates={additions.templates.map((entry) => entry.definition.name)}
          problemAt={(path) => {
            const found = problems.find((problem) => problem.path === path);
            return found ? words(found) : null;
          }}
          onForm={setForm}
        />
      }
      text={
        <DefinitionTextView
          key={revision}
          text={groupText(definition)}
          onRead={({ groups: [first] }) => first && setForm(formOf(first))}
          note={({ templates, groups }) =>
            groups.length > 1
              ? t("editor.several", { count: groups.length })
              : templates.length > 0
                ? t("editor.otherTemplates", { count: templates.length })
                : null
          }
        />
      }
    />
  );
}

type GroupFieldsProps = {
  form: GroupForm;
  templates: readonly string[];
  problemAt: (path: string) => string | null;
  onForm: (form: GroupForm) => void;
};

function GroupFields({ form, templates, problemAt, onForm }: GroupFieldsProps) {
  const t = useT("templates");
  const set = (change: Partial<GroupForm>) => onForm({ ...form, ...change });
  const setRow = (number: number, change: Partial<GroupRow>) =>
    set({ rows: form.rows.map((row, at) => (at === number - 1 ? { ...row, ...change } : row)) });
  return (
    <div className="flex flex-col gap-4">
      <Field invalid={problemAt("name") !== null}>
        <FieldLabel help={t("groups.nameHelp")}>{t("groups.name")}</FieldLabel>
        <Input autoComplete="off" value={form.name} onValueChange={(name) => set({ name })} />
        <FieldError>{problemAt("name")}</FieldError>
      </Field>
      <Field invalid={problemAt("template") !== null}>
        <FieldLabel help={t("groups.templateHelp")}>{t("groups.template")}</FieldLabel>
        <Combobox
          value={form.template ?? NONE}
          placeholder={t("groups.noTemplate")}
          items={[
            { value: NONE, label: t("groups.noTemplate") },
            ...templates.map((name) => ({ value: name, label: name })),
          ]}
          onValueChange={(template) => set({ template: template === NONE ? null : template })}
        />
        <FieldError>{problemAt("template")}</FieldError>
      </Field>
      <Switch checked={form.multimodal} onCheckedChange={(multimodal) => set({ multimodal })}>
        {t("groups.multimodal")}
      </Switch>
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1 font-medium text-sm">{t("groups.models")}</legend>
        {numbered(form.rows).map(({ item, number }) => (
          <div key={number} className="flex flex-col gap-1.5 rounded-lg border p-2.5">
            <span className="flex gap-1.5">
              <Input
                autoComplete="off"
                aria-label={t("groups.modelNumber", { number })}
                placeholder={t("groups.model")}
                value={item.name}
                onValueChange={(name) => setRow(number, { name })}
              />
              <Button
                variant="ghost"
                size="icon"
                aria-label={t("groups.removeModel", { number })}
                onClick={() => set({ rows: form.rows.filter((_, at) => at !== number - 1) })}
              >
                <X aria-hidden />
              </Button>
            </span>
            <span className="grid gap-1.5 sm:grid-cols-3">
              {HUBS.map((hub) => (
                <Input
                  key={hub}
                  mono
                  autoComplete="off"
                  spellCheck={false}
                  aria-label={t("groups.id", { hub: t(`groups.hub.${hub}`), number })}
                  placeholder={t(`groups.hub.${hub}`)}
                  value={item.ids[hub] ?? ""}
                  onValueChange={(id) => setRow(number, { ids: { ...item.ids, [hub]: id } })}
                />
              ))}
            </span>
          </div>
        ))}
        <Button size="sm" className="w-fit" onClick={() => set({ rows: [...form.rows, blankRow] })}>
          <Plus aria-hidden />
          {t("groups.addModel")}
        </Button>
        <p role="status" className="text-danger text-xs">
          {problemAt("models")}
        </p>
      </fieldset>
    </div>
  );
}
