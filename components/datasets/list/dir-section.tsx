// Owns one dataset folder in the list: where it is, what is wrong with its dataset_info.json, its datasets, taking it off.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Database, FolderMinus, Plus, SearchX } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { addHref } from "@/client/datasets/address.ts";
import { matchesDataset } from "@/client/datasets/fitness.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { useMedia } from "@/client/use-media.ts";
import { LoadFailure } from "@/components/shared/load-failure.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import type { DatasetDir } from "@/contract/dataset.ts";
import type { DatasetEntry } from "@/contract/library.ts";
import { DatasetCards } from "./dataset-cards.tsx";
import { DatasetTable } from "./dataset-table.tsx";
import { ForgetDir } from "./forget-dir.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";
import { RemoveDataset } from "./remove-dataset.tsx";
import { RenameDataset } from "./rename-dataset.tsx";

type DirSectionProps = { dir: DatasetDir; text: string; alone: boolean };
type Question = { kind: "rename" | "remove"; entry: DatasetEntry } | null;

export function DirSection({ dir, text, alone }: DirSectionProps) {
  const t = useT("datasets");
  const list = useQuery(libraryQueries.datasets(dir.own ? undefined : dir.path));
  const wide = useMedia("(min-width: 48rem)");
  const [question, setQuestion] = useState<Question>(null);
  const [forgetting, setForgetting] = useState(false);
  const problem = list.data?.problem ?? dir.problem;
  const all = list.data?.datasets ?? [];
  const shown = all.filter((entry) => matchesDataset(entry, text));
  const ask = (kind: "rename" | "remove") => (entry: DatasetEntry) => setQuestion({ kind, entry });
  const given = dir.own ? undefined : dir.path;
  const props = { entries: shown, dir: given, onRename: ask("rename"), onRemove: ask("remove") };
  return (
    <section aria-label={dir.own ? t("dir.own") : dir.path}>
      <div className="flex min-h-10 items-center gap-2 border-b bg-surface-2/40 px-4 py-1 md:px-6">
        <h2 className="min-w-0 truncate font-mono text-muted text-xs" title={dir.path}>
          {dir.path}
        </h2>
        {dir.own ? <Badge>{t("dir.own")}</Badge> : null}
        {dir.own ? null : (
          <Button
            size="icon"
            variant="ghost"
            className="ml-auto size-7 pointer-coarse:size-10"
            aria-label={t("dir.remove", { path: dir.path })}
            title={t("dir.remove", { path: dir.path })}
            onClick={() => setForgetting(true)}
          >
            <FolderMinus aria-hidden />
          </Button>
        )}
      </div>
      {problem ? (
        <div className="p-4 md:px-6">
          <ErrorState
            className="max-w-3xl"
            what={t("dir.broken")}
            why={<span className="whitespace-pre-line">{problem}</span>}
            todo={t("dir.brokenTodo", { file: `${dir.path}/dataset_info.json` })}
          />
        </div>
      ) : null}
      {list.isPending ? <ListSkeleton /> : null}
      {list.isLoadingError ? <LoadFailure question={list} /> : null}
      {shown.length > 0 ? wide ? <DatasetTable {...props} /> : <DatasetCards {...props} /> : null}
      {list.data && !problem && all.length === 0 ? (
        <EmptyState
          icon={<Database />}
          title={t("empty.title")}
          body={t(alone ? "empty.body" : "empty.folder")}
          action={
            <Button
              variant={alone ? "primary" : "default"}
              render={<Link href={addHref("upload", { dir: given })} />}
            >
              <Plus aria-hidden />
              {t("add")}
            </Button>
          }
        />
      ) : null}
      {all.length > 0 && shown.length === 0 ? (
        <EmptyState icon={<SearchX />} title={t("empty.noMatch")} body={t("empty.noMatchBody")} />
      ) : null}
      <RenameDataset
        entry={question?.kind === "rename" ? question.entry : null}
        dir={given}
        onClose={() => setQuestion(null)}
      />
      <RemoveDataset
        entry={question?.kind === "remove" ? question.entry : null}
        dir={given}
        onClose={() => setQuestion(null)}
      />
      <ForgetDir dir={forgetting ? dir : null} onClose={() => setForgetting(false)} />
    </section>
  );
}
