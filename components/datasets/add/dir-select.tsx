// Owns into which dataset folder something is added. Says nothing while there is only one.
"use client";
import { useQuery } from "@tanstack/react-query";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Select } from "@/components/ui/select.tsx";

type DirSelectProps = { dir: string | undefined; onDir: (dir: string | undefined) => void };

export function DirSelect({ dir, onDir }: DirSelectProps) {
  const t = useT("datasets");
  const { data = [] } = useQuery(datasetQueries.dirs());
  if (data.length < 2) return null;
  const own = data.find((each) => each.own)?.path;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <span className="whitespace-nowrap text-muted text-xs">{t("adding.into")}</span>
      <Select
        aria-label={t("adding.into")}
        value={dir ?? own ?? null}
        onValueChange={(path) => onDir(path === own ? undefined : path)}
        items={data.map(({ path }) => ({ value: path, label: path }))}
        className="w-72 max-w-full font-mono text-xs"
      />
    </div>
  );
}
