// Owns the screen of all datasets: the folders they are in, search, adding datasets and folders.
"use client";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus, Plus, Search } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { addHref } from "@/client/datasets/address.ts";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { Button } from "@/components/ui/button.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { AddDirDialog } from "./add-dir-dialog.tsx";
import { DirSection } from "./dir-section.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";

export function ListScreen() {
  const t = useT("datasets");
  const common = useT("common");
  const textOf = useFailureText();
  const dirs = useQuery(datasetQueries.dirs());
  const [text, setText] = useState("");
  const [adding, setAdding] = useState(false);
  const all = dirs.data ?? [];
  const count = all.reduce((sum, dir) => sum + dir.datasets, 0);
  return (
    <>
      <PageHeader
        title={t("title")}
        meta={dirs.data ? t("count", { datasets: count, folders: all.length }) : null}
        actions={
          <>
            <Button onClick={() => setAdding(true)}>
              <FolderPlus aria-hidden />
              {t("addFolder")}
            </Button>
            <Button variant="primary" render={<Link href={addHref("upload")} />}>
              <Plus aria-hidden />
              {t("add")}
            </Button>
          </>
        }
      >
        <div className="pb-3">
          <Input
            data-search
            type="search"
            value={text}
            onValueChange={setText}
            aria-label={t("search")}
            placeholder={t("searchPlaceholder")}
            icon={<Search />}
            className="w-full sm:w-72"
          />
        </div>
      </PageHeader>
      {dirs.isPending ? <ListSkeleton /> : null}
      {dirs.isLoadingError ? (
        <div className="p-4 md:px-6">
          <ErrorState
            className="max-w-3xl"
            {...textOf(dirs.error)}
            action={
              <Button size="sm" busy={dirs.isFetching} onClick={() => void dirs.refetch()}>
                {common("retry")}
              </Button>
            }
          />
        </div>
      ) : null}
      {all.map((dir) => (
        <DirSection key={dir.path} dir={dir} text={text} alone={all.length === 1} />
      ))}
      <AddDirDialog open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
