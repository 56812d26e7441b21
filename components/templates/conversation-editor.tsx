// Owns the conversation that is rendered: what takes part, its texts, and the model to compare with.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Minus, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import type { ChatTurn } from "@/contract/template.ts";
import { numbered } from "./numbered.ts";
import { type Conversation, sampleSystem, sampleTools, turnsOf } from "./sample-conversation.ts";

type ConversationEditorProps = {
  value: Conversation;
  onValue: (value: Conversation) => void;
  /** Only templates of models that think have the switch. */
  thinks: boolean;
};

const NO_MODEL = "";

export function ConversationEditor({ value, onValue, thinks }: ConversationEditorProps) {
  const t = useT("templates");
  const models = useQuery(libraryQueries.models()).data ?? [];
  const set = (change: Partial<Conversation>) => onValue({ ...value, ...change });
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <Switch
          checked={value.system !== null}
          onCheckedChange={(on) => set({ system: on ? sampleSystem : null })}
        >
          {t("conversation.systemOn")}
        </Switch>
        <Switch
          checked={value.tools !== null}
          onCheckedChange={(on) => set({ tools: on ? sampleTools : null })}
        >
          {t("conversation.toolsOn")}
        </Switch>
        {thinks ? (
          <Switch checked={value.thinking} onCheckedChange={(thinking) => set({ thinking })}>
            {t("conversation.thinkingOn")}
          </Switch>
        ) : null}
        <span className="w-full sm:ml-auto sm:w-56">
          <Select
            aria-label={t("conversation.model")}
            value={value.model ?? NO_MODEL}
            onValueChange={(model) => set({ model: model === NO_MODEL ? null : model })}
            items={[
              { value: NO_MODEL, label: t("conversation.model"), hint: t("conversation.modelNone") },
              ...models
                .filter(({ kind }) => kind === "model")
                .map(({ path, name }) => ({ value: path, label: name, hint: path })),
            ]}
          />
        </span>
      </div>
      <details className="group">
        <summary className="w-fit cursor-pointer rounded-sm text-muted text-xs hover:text-foreground">
          {t("conversation.edit")}
        </summary>
        <div className="mt-2 flex flex-col gap-2">
          {value.system === null ? null : (
            <Labelled label={t("conversation.system")}>
              <TextArea
                aria-label={t("conversation.system")}
                value={value.system}
                onValueChange={(system) => set({ system })}
                className="min-h-8"
              />
            </Labelled>
          )}
          {value.tools === null ? null : (
            <Labelled label={t("conversation.tools")}>
              <TextArea
                aria-label={t("conversation.tools")}
                value={value.tools}
                onValueChange={(tools) => set({ tools })}
                className="max-h-48"
              />
            </Labelled>
          )}
          <Turns
            turns={turnsOf(value)}
            withTools={value.tools !== null}
            onTurns={(turns) => set({ turns })}
          />
        </div>
      </details>
    </div>
  );
}

type TurnsProps = {
  turns: readonly ChatTurn[];
  withTools: boolean;
  onTurns: (turns: readonly ChatTurn[]) => void;
};

function Turns({ turns, withTools, onTurns }: TurnsProps) {
  const t = useT("templates");
  const change = (at: number, part: Partial<ChatTurn>) =>
    onTurns(turns.map((turn, index) => (index === at ? { ...turn, ...part } : turn)));
  const rolesOf = (at: number): ChatTurn["role"][] =>
    at % 2 ? ["assistant", "function"] : ["user", "observation"];
  return (
    <>
      {numbered(turns).map(({ item: turn, number }) => (
        <div key={number} className="flex flex-wrap gap-2">
          <span className="w-36 shrink-0">
            <Select
              aria-label={t("conversation.turn", { number, role: t(`conversation.role.${turn.role}`) })}
              value={turn.role}
              disabled={!withTools && turn.role === rolesOf(number - 1)[0]}
              onValueChange={(role) => change(number - 1, { role })}
              items={rolesOf(number - 1).map((role) => ({
                value: role,
                label: t(`conversation.role.${role}`),
              }))}
            />
          </span>
          <TextArea
            aria-label={t("conversation.turn", { number, role: t(`conversation.role.${turn.role}`) })}
            value={turn.content}
            onValueChange={(content) => change(number - 1, { content })}
            className="min-h-8 min-w-40 flex-1 pointer-coarse:min-h-10"
          />
        </div>
      ))}
      <div className="flex flex-wrap gap-2">
        <Button
          size="sm"
          onClick={() => onTurns([...turns, { role: rolesOf(turns.length)[0] ?? "user", content: "…" }])}
        >
          <Plus aria-hidden />
          {t("conversation.addTurn")}
        </Button>
        <Button size="sm" disabled={turns.length < 2} onClick={() => onTurns(turns.slice(0, -1))}>
          <Minus aria-hidden />
          {t("conversation.removeTurn")}
        </Button>
      </div>
    </>
  );
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1">
      <span aria-hidden className="text-muted text-xs">
        {label}
      </span>
      {children}
    </div>
  );
}
