// Owns telling a screen reader that a run's state has changed. Numbers are not announced.
"use client";
import { useEffect, useRef, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { getSocket } from "@/client/socket.ts";
import { runStateLook } from "@/components/run-state/run-state-look.ts";
import type { RunSummary } from "@/contract/run.ts";

export function StateAnnouncer() {
  const t = useT("runs");
  const states = useT("state");
  const [changed, setChanged] = useState<RunSummary | null>(null);
  const known = useRef(new Map<string, string>());

  // External system: the page's socket.
  useEffect(() => {
    const words = known.current;
    const listen = (run: RunSummary) => {
      const { word } = runStateLook(run.state);
      const before = words.get(run.id);
      words.set(run.id, word);
      if (before !== undefined && before !== word) setChanged(run);
    };
    const socket = getSocket();
    socket.on("run:summary", listen);
    return () => {
      socket.off("run:summary", listen);
    };
  }, []);

  return (
    <p role="status" className="sr-only">
      {changed
        ? t("announce", { name: changed.name, state: states(runStateLook(changed.state).word) })
        : null}
    </p>
  );
}
