// Owns the same conversation as inference writes it, for the two programs people serve with.
"use client";
import { useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { Card, CardBody, CardHeader, CardTitle } from "@/components/ui/card.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { Encoding } from "@/contract/dataset-scan.ts";

type Inference = Extract<Encoding, { status: "encoded" }>["inference"];
/** A region that scrolls must take the focus, or the keyboard cannot scroll it. */
const focusable = { tabIndex: 0 };

export function InferenceText({ inference }: { inference: Inference }) {
  const t = useT("dataset");
  const [shown, setShown] = useState<"transformers" | "vllm">("transformers");
  const text = inference[shown];
  return (
    <Card>
      <CardHeader
        actions={
          <Segmented
            value={shown}
            onValueChange={setShown}
            aria-label={t("tokens.inference")}
            className="h-7"
            items={[
              { value: "transformers", label: "transformers" },
              { value: "vllm", label: "vLLM" },
            ]}
          />
        }
      >
        <CardTitle>{t("tokens.inference")}</CardTitle>
      </CardHeader>
      <CardBody className="flex flex-col gap-2">
        <p className="text-muted text-xs">{t("tokens.inferenceBody")}</p>
        {text === null ? (
          <p className="text-muted text-xs">{t("tokens.notWritten")}</p>
        ) : (
          <section
            aria-label={shown}
            {...focusable}
            className="max-h-72 overflow-auto rounded-md border bg-background p-2"
          >
            <pre className="whitespace-pre-wrap break-words font-mono text-xs leading-5">{shorten(text)}</pre>
          </section>
        )}
      </CardBody>
    </Card>
  );
}

/** A picture's hundreds of equal tokens in a row tell nothing; their number does. */
function shorten(text: string): string {
  return text.replace(/(<[^<>\s]{1,40}>|\[IMG\])(?:\1){5,}/g, (whole, token: string) => {
    const count = whole.length / token.length;
    return `${token} × ${count} `;
  });
}
