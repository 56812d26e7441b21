// Owns one row as a conversation: who says what, tools, media, the better and the worse answer side by side, the verdict.
"use client";
import { Bot, Hammer, Reply, Settings2, ThumbsDown, ThumbsUp, User } from "lucide-react";
import type { ReactNode } from "react";
import { layOutJson } from "@/client/datasets/json-spans.ts";
import { useT } from "@/client/i18n/use-t.ts";
import type { DatasetRef } from "@/client/queries/datasets.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { cn } from "@/components/ui/cn.ts";
import type { Conversation, ConversationPart, ConversationTurn } from "@/contract/dataset.ts";
import { JsonText } from "./json-text.tsx";
import { MediaView } from "./media-view.tsx";
import { Fold, RichText } from "./rich-text.tsx";

type Speaker = ConversationTurn["role"] | "system";
const icons = { system: Settings2, user: User, assistant: Bot, function: Hammer, observation: Reply };

type ConversationViewProps = {
  conversation: Conversation;
  /** Null before it is registered: its media cannot be shown yet. */
  dataset: DatasetRef | null;
};

export function ConversationView({ conversation, dataset }: ConversationViewProps) {
  const t = useT("dataset");
  const { system, tools, turns, chosen, rejected, label } = conversation;
  return (
    <div className="flex min-w-0 flex-col text-sm">
      {system === null ? null : (
        <Turn speaker="system">
          <RichText text={system} />
        </Turn>
      )}
      {tools === null ? null : (
        <div className="border-b px-3 py-2 last:border-b-0">
          <Fold title={t("tools")}>
            <JsonText text={layOutJson(tools)} />
          </Fold>
        </div>
      )}
      {turns.map((turn, at) => {
        const key = `${at} ${turn.role}`;
        return (
          <Turn key={key} speaker={turn.role}>
            <Parts parts={turn.parts} speaker={turn.role} dataset={dataset} />
          </Turn>
        );
      })}
      {chosen || rejected ? (
        <div className="grid sm:grid-cols-2 sm:divide-x">
          <Answer title={t("chosen")} tone="success" parts={chosen ?? []} dataset={dataset} />
          <Answer title={t("rejected")} tone="danger" parts={rejected ?? []} dataset={dataset} />
        </div>
      ) : null}
      {label === null ? null : (
        <p className="flex items-center gap-2 px-3 py-2">
          <Badge tone={label ? "success" : "danger"}>
            {label ? <ThumbsUp aria-hidden /> : <ThumbsDown aria-hidden />}
            {t(label ? "good" : "bad")}
          </Badge>
        </p>
      )}
    </div>
  );
}

function Turn({ speaker, children }: { speaker: Speaker; children: ReactNode }) {
  const t = useT("dataset");
  const Icon = icons[speaker];
  const isAnswer = speaker === "assistant" || speaker === "function";
  return (
    <div
      className={cn(
        "grid gap-x-3 gap-y-1 border-b px-3 py-2.5 last:border-b-0 sm:grid-cols-[7rem_minmax(0,1fr)]",
        isAnswer && "bg-surface-2/50",
      )}
    >
      <h3 className="flex h-5 items-center gap-1.5 font-medium text-muted text-xs">
        <Icon aria-hidden className="size-3.5" />
        {t(`role.${speaker}`)}
      </h3>
      <div className="flex min-w-0 max-w-prose flex-col gap-2">{children}</div>
    </div>
  );
}

type PartsProps = { parts: readonly ConversationPart[]; speaker?: Speaker; dataset: DatasetRef | null };

function Parts({ parts, speaker, dataset }: PartsProps) {
  if (parts.length === 0) return <RichText text="" />;
  return parts.map((part, at) => {
    const key = `${at} ${part.type}`;
    if (part.type !== "text")
      return <MediaView key={key} kind={part.type} source={part.source} dataset={dataset} />;
    if (speaker === "function") return <JsonText key={key} text={layOutJson(part.text)} />;
    return part.text.trim() === "" && parts.length > 1 ? null : <RichText key={key} text={part.text} />;
  });
}

type AnswerProps = PartsProps & { title: string; tone: "success" | "danger" };

function Answer({ title, tone, parts, dataset }: AnswerProps) {
  return (
    <div className="flex min-w-0 flex-col gap-2 px-3 py-2.5 max-sm:border-b max-sm:last:border-b-0">
      <h3>
        <Badge tone={tone}>{title}</Badge>
      </h3>
      <Parts parts={parts} dataset={dataset} />
    </div>
  );
}
