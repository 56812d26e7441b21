// Owns the palette's entries about runs: each run by its name, the demos.
"use client";
import { useQuery } from "@tanstack/react-query";
import { ChartSpline, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo } from "react";
import { type Command, useCommands } from "@/client/commands.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { type Demo, runHref } from "./run-links.ts";
import { useDemos } from "./use-demos.ts";

/** More than anyone reads; older runs are found by the search of the list. */
const most = 100;

export function RunCommands() {
  const t = useT("runs");
  const router = useRouter();
  // Only ids and names, so that numbers that stream do not renew the commands.
  const { data: runs } = useQuery({
    ...runQueries.list({ archived: false }),
    select: (rows) => rows.slice(0, most).map(({ id, name }) => ({ id, name })),
  });
  const { text, vision } = useDemos();
  const commands = useMemo((): Command[] => {
    const demo = (name: Demo, href: string | null): Command[] =>
      href === null
        ? []
        : [
            {
              id: `demo.${name}`,
              label: t(name === "text" ? "commands.demo" : "commands.visionDemo"),
              group: t("commands.actions"),
              icon: <Play aria-hidden />,
              run: () => router.push(href),
            },
          ];
    const jumps = (runs ?? []).map(({ id, name }) => ({
      id: `run.${id}`,
      label: name,
      group: t("commands.group"),
      icon: <ChartSpline aria-hidden />,
      run: () => router.push(runHref(id)),
    }));
    return [...demo("text", text), ...demo("vision", vision), ...jumps];
  }, [t, router, runs, text, vision]);
  useCommands(commands);
  return null;
}
