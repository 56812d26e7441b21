// Owns what is said aloud: that the state changed, and nothing of the numbers.
"use client";
import { useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { runStateLook } from "@/components/run-state/run-state-look.ts";
import type { RunSummary } from "@/contract/run.ts";

export function RunAnnouncer({ run }: { run: RunSummary }) {
  const t = useT("run");
  const states = useT("state");
  const { word } = runStateLook(run.state);
  const [first] = useState(word);
  const [changed, setChanged] = useState(false);
  if (word !== first && !changed) setChanged(true);
  return (
    <p aria-live="polite" className="sr-only">
      {changed ? t("announce", { name: run.name, state: states(word) }) : null}
    </p>
  );
}
