// Owns the form of a template: every part of it with its help, and what is wrong beside it.
"use client";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Combobox } from "@/components/ui/combobox.tsx";
import { Field, FieldError, FieldLabel } from "@/components/ui/field.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { type AdditionProblem, PLAIN_CLASSES } from "@/contract/addition-check.ts";
import type { TemplateDefinition } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { isReasoning } from "./definition-view.ts";
import { EscapedInput } from "./escaped-input.tsx";
import { LinesArea } from "./lines-area.tsx";
import { PartFrame } from "./part-frame.tsx";
import { useProblemWords } from "./problem-words.ts";
import { SlotsField } from "./slots-field.tsx";
import { changed, FLAGS, PLUGIN_TOKENS, pairOf, SLOT_KEYS } from "./template-form.ts";

type TemplateFieldsProps = {
  value: TemplateDefinition;
  problems: readonly AdditionProblem[];
  onValue: (value: TemplateDefinition) => void;
};

const NONE = "";

export function TemplateFields({ value, problems, onValue }: TemplateFieldsProps) {
  const t = useT("templates");
  const words = useProblemWords();
  const { additions } = useAdditions();
  const set = (change: Partial<TemplateDefinition>) => onValue(changed(value, change));
  const problemAt = (path: string) => {
    const found = problems.find((problem) => problem.path === path);
    return found ? words(found) : null;
  };
  const classes = [
    ...PLAIN_CLASSES,
    ...additions.templateClasses.filter((each) => !PLAIN_CLASSES.includes(each)),
  ];
  return (
    <div className="flex flex-col gap-4">
      <Field invalid={problemAt("name") !== null}>
        <FieldLabel help={t("field.nameHelp")}>{t("field.name")}</FieldLabel>
        <Input
          mono
          autoComplete="off"
          spellCheck={false}
          value={value.name}
          onValueChange={(name) => set({ name })}
        />
        <FieldError>{problemAt("name")}</FieldError>
      </Field>
      <p className="text-muted text-xs">{t("slot.escape")}</p>
      {SLOT_KEYS.map((key) => (
        <SlotsField
          key={key}
          part={key}
          slots={value[key] ?? []}
          problem={problemAt(key)}
          onSlots={(slots) => set({ [key]: slots })}
        />
      ))}
      <div className="grid gap-4 sm:grid-cols-2">
        <Labelled
          label={t("field.template_class")}
          help={t("fieldHelp.template_class")}
          problem={problemAt("template_class")}
        >
          <Select
            aria-label={t("field.template_class")}
            value={value.template_class ?? "plain"}
            onValueChange={(kind) => set({ template_class: kind === "plain" ? undefined : kind })}
            items={classes.map((kind) => ({ value: kind, label: kind }))}
          />
        </Labelled>
        <Labelled
          label={t("field.tool_format")}
          help={t("fieldHelp.tool_format")}
          problem={problemAt("tool_format")}
        >
          <Select
            aria-label={t("field.tool_format")}
            value={value.tool_format ?? NONE}
            onValueChange={(format) => set({ tool_format: format === NONE ? undefined : format })}
            items={[
              { value: NONE, label: t("slot.default") },
              ...additions.toolFormats.map((format) => ({ value: format, label: format })),
            ]}
          />
        </Labelled>
        <Labelled
          label={t("field.stop_words")}
          help={t("fieldHelp.stop_words")}
          problem={problemAt("stop_words")}
        >
          <LinesArea
            aria-label={t("field.stop_words")}
            value={value.stop_words ?? []}
            onValueChange={(words) => set({ stop_words: words })}
          />
        </Labelled>
        <Labelled label={t("field.default_system")} problem={null}>
          <TextArea
            aria-label={t("field.default_system")}
            value={value.default_system ?? ""}
            onValueChange={(text) => set({ default_system: text })}
          />
        </Labelled>
        {(["thought_words", "tool_call_words"] as const).map((key) => (
          <PartFrame key={key} name={t(`field.${key}`)} problem={problemAt(key)} problemId={`${key}-problem`}>
            <span className="flex gap-1.5">
              {([0, 1] as const).map((at) => (
                <EscapedInput
                  key={at}
                  aria-label={`${t(`field.${key}`)} ${at + 1}`}
                  placeholder={t("slot.default")}
                  value={value[key]?.[at] ?? ""}
                  onValueChange={(word) =>
                    set({
                      [key]:
                        at === 0 ? pairOf(word, value[key]?.[1] ?? "") : pairOf(value[key]?.[0] ?? "", word),
                    })
                  }
                />
              ))}
            </span>
          </PartFrame>
        ))}
      </div>
      <PluginFields value={value} problem={problemAt("mm_plugin")} onValue={onValue} />
      <div className="flex flex-col gap-2">
        {FLAGS.filter((flag) => flag !== "preserve_thinking" || isReasoning(value)).map((flag) => (
          <Switch key={flag} checked={value[flag] ?? false} onCheckedChange={(on) => set({ [flag]: on })}>
            {t(`field.${flag}`)}
          </Switch>
        ))}
      </div>
    </div>
  );
}

function PluginFields({
  value,
  problem,
  onValue,
}: Omit<TemplateFieldsProps, "problems"> & { problem: string | null }) {
  const t = useT("templates");
  const { additions } = useAdditions();
  const plugin = value.mm_plugin;
  const names = [...additions.pluginNames, ...additions.plugins.flatMap(({ registers }) => registers)];
  const set = (mm_plugin: TemplateDefinition["mm_plugin"]) => onValue(changed(value, { mm_plugin }));
  return (
    <>
      <Labelled label={t("field.mm_plugin")} help={t("fieldHelp.mm_plugin")} problem={problem}>
        <Combobox
          aria-label={t("field.mm_plugin")}
          value={plugin?.name ?? NONE}
          placeholder={t("editor.noPlugin")}
          items={[
            { value: NONE, label: t("editor.noPlugin") },
            ...[...new Set(names)].map((name) => ({ value: name, label: name })),
          ]}
          onValueChange={(name) => set(name === NONE ? undefined : { ...plugin, name })}
        />
      </Labelled>
      {plugin ? (
        <div className="grid gap-3 sm:grid-cols-3">
          {PLUGIN_TOKENS.filter((key, at) => at < 3 || plugin[key]).map((key) => (
            <Labelled key={key} label={t(`field.${key}`)} problem={null}>
              <Input
                mono
                aria-label={t(`field.${key}`)}
                value={plugin[key] ?? ""}
                placeholder={t("editor.notUsed")}
                onValueChange={(word) => {
                  const { [key]: _, ...others } = plugin;
                  set(word === "" ? others : { ...plugin, [key]: word });
                }}
              />
            </Labelled>
          ))}
        </div>
      ) : null}
    </>
  );
}

type LabelledProps = { label: string; help?: string; problem: string | null; children: ReactNode };

function Labelled({ label, help, problem, children }: LabelledProps) {
  return (
    <Field invalid={problem !== null}>
      <FieldLabel help={help}>{label}</FieldLabel>
      {children}
      <FieldError>{problem}</FieldError>
    </Field>
  );
}
