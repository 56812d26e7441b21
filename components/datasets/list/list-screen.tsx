// Owns the screen of all datasets: the folders they are in, search, adding datasets and folders.
"use client";
import { useQuery } from "@tanstack/react-query";
import { FolderPlus, Plus, Search } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { addHref } from "@/client/datasets/address.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { datasetQueries } from "@/client/queries/datasets.ts";
import { LoadFailure } from "@/components/shared/load-failure.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { AddDirDialog } from "./add-dir-dialog.tsx";
import { DirSection } from "./dir-section.tsx";
import { ListSkeleton } from "./list-skeleton.tsx";

export function ListScreen() {
  const t = useT("datasets");
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
      {dirs.isLoadingError ? <LoadFailure question={dirs} /> : null}
      {all.map((dir) => (
        <DirSection key={dir.path} dir={dir} text={text} alone={all.length === 1} />
      ))}
      <AddDirDialog open={adding} onClose={() => setAdding(false)} />
    </>
  );
}
