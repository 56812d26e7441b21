// Owns the live rendering beside a template: the conversation, what the engine writes of it, the model's own template.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { additionQueries } from "@/client/queries/additions.ts";
import { useSettled } from "@/client/use-settled.ts";
import { Button } from "@/components/ui/button.tsx";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import type { Rendering, TemplateDefinition } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { ConversationEditor } from "./conversation-editor.tsx";
import { isReasoning } from "./definition-view.ts";
import { OwnTemplate } from "./own-template.tsx";
import { isNoToken, RenderedConversation } from "./rendered-conversation.tsx";
import { firstConversation, requestOf } from "./sample-conversation.ts";

type LiveRenderingProps = {
  /** By name, or as it is being written. */
  template: string | TemplateDefinition;
  definition: TemplateDefinition;
  /** False while the engine would refuse the definition anyway: what was rendered last stays. */
  asks?: boolean;
};

export function LiveRendering({ template, definition, asks = true }: LiveRenderingProps) {
  const t = useT("templates");
  const common = useT("common");
  const textOf = useFailureText();
  const { engine } = useAdditions();
  const [conversation, setConversation] = useState(firstConversation);
  const request = useMemo(() => requestOf(template, conversation), [template, conversation]);
  const settled = useSettled(request, 250);
  const answer = useQuery({
    ...additionQueries.rendering(engine.id, settled),
    enabled: asks && engine.health.status === "ready",
  });
  const text = answer.data?.pieces.map((piece) => piece.text).join("") ?? "";
  return (
    <Card>
      <CardHeader actions={answer.data ? <CopyButton text={text} label={t("rendering.copy")} /> : null}>
        <CardTitle>{t("editor.rendering")}</CardTitle>
        {answer.data ? <Tokens rendering={answer.data} /> : null}
        {answer.isFetching && answer.data ? <Spinner /> : null}
      </CardHeader>
      <CardBody className="flex flex-col gap-3">
        <ConversationEditor value={conversation} onValue={setConversation} thinks={isReasoning(definition)} />
        {answer.error ? (
          <ErrorState
            {...textOf(answer.error)}
            action={
              <Button size="sm" busy={answer.isFetching} onClick={() => void answer.refetch()}>
                {common("retry")}
              </Button>
            }
          />
        ) : null}
        {answer.isLoading ? (
          <p role="status" className="flex items-center gap-2 text-muted text-sm">
            <Spinner />
            {t("rendering.starting")}
          </p>
        ) : null}
        {answer.data && !answer.error ? (
          <>
            <RenderedConversation pieces={answer.data.pieces} />
            <p className="text-muted text-xs">{t("rendering.learnedHelp")}</p>
            {answer.data.pieces.some(isNoToken) ? (
              <p className="text-danger text-xs">{t("rendering.unknownTokens")}</p>
            ) : null}
            <OwnTemplate rendering={answer.data} text={text} />
          </>
        ) : null}
      </CardBody>
    </Card>
  );
}

function Tokens({ rendering }: { rendering: Rendering }) {
  const t = useT("templates");
  const known = rendering.pieces.filter((piece) => piece.ids !== undefined);
  if (known.length === 0) return null;
  const count = (pieces: Rendering["pieces"]) =>
    pieces.reduce((sum, piece) => sum + (piece.ids?.length ?? 0), 0);
  return (
    <span className="text-muted text-xs tabular-nums">
      {t("rendering.tokens", { count: count(known), learned: count(known.filter((piece) => piece.learned)) })}
    </span>
  );
}
