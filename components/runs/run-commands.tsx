// Owns the palette's entries about runs: each run by its name, the demos.
"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartSpline, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type Command, useCommands } from "@/client/commands.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { demoHref, runHref } from "./run-links.ts";

/** More than anyone reads; older runs are found by the search of the list. */
const listed = 100;

export function RunCommands() {
  const t = useT("runs");
  const router = useRouter();
  // Only ids and names, so that numbers that stream do not renew the commands.
  const { data: runs } = useQuery({
    ...runQueries.list({ archived: false }),
    select: (rows) => rows.slice(0, listed).map(({ id, name }) => ({ id, name })),
  });
  const commands = useMemo((): Command[] => {
    const demos = (["text", "vision"] as const).map((demo) => ({
      id: `demo.${demo}`,
      label: t(demo === "text" ? "commands.demo" : "commands.visionDemo"),
      group: t("commands.actions"),
      icon: <Play aria-hidden />,
      run: () => router.push(demoHref(demo)),
    }));
    const jumps = (runs ?? []).map(({ id, name }) => ({
      id: `run.${id}`,
      label: name,
      group: t("commands.group"),
      icon: <ChartSpline aria-hidden />,
      run: () => router.push(runHref(id)),
    }));
    return [...demos, ...jumps];
  }, [t, router, runs]);
  useCommands(commands);
  return null;
}
