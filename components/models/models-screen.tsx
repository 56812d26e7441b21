// Owns the screen of all models on this machine: search, sources, the list in its states, adding and forgetting.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Box, FolderPlus, Search, SearchX } from "lucide-react";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { libraryQueries } from "@/client/queries/library.ts";
import { useMedia } from "@/client/use-media.ts";
import { LoadFailure } from "@/components/shared/load-failure.tsx";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { Input } from "@/components/ui/input.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { LocalModel } from "@/contract/library.ts";
import { AddModelDialog } from "./add-model-dialog.tsx";
import { ForgetModel } from "./forget-model.tsx";
import { ModelCards } from "./model-cards.tsx";
import { ModelTable } from "./model-table.tsx";
import {
  arrangeModels,
  type ModelFilter,
  matchesModel,
  modelSources,
  readModelFilter,
} from "./model-view.ts";
import { ModelsSkeleton } from "./models-skeleton.tsx";

/** `tabs`: the way to what stands beside the models. */
export function ModelsScreen({ tabs }: { tabs: ReactNode }) {
  const t = useT("models");
  const answer = useQuery(libraryQueries.models());
  const filter = readModelFilter(useSearchParams().get("source"));
  const [text, setText] = useState("");
  const [adding, setAdding] = useState(false);
  const [forgetting, setForgetting] = useState<LocalModel | null>(null);

  const all = answer.data ?? [];
  const shown = arrangeModels(all.filter((model) => matchesModel(model, filter, text)));
  const adapters = all.filter(({ kind }) => kind === "adapter").length;

  return (
    <>
      <PageHeader
        title={t("title")}
        meta={answer.data ? t("count", { models: all.length - adapters, adapters }) : null}
        actions={
          <Button variant="primary" onClick={() => setAdding(true)}>
            <FolderPlus aria-hidden />
            {t("add")}
          </Button>
        }
      >
        {tabs}
        <div className="flex flex-wrap items-center gap-2 border-t py-3">
          <Input
            data-search
            type="search"
            value={text}
            onValueChange={setText}
            aria-label={t("search")}
            placeholder={t("searchPlaceholder")}
            icon={<Search />}
            className="w-full sm:w-64"
          />
          <Segmented
            value={filter}
            onValueChange={showSource}
            aria-label={t("filter")}
            items={[
              { value: "all", label: t("all") },
              ...modelSources.map((value) => ({ value, label: t(`source.${value}`) })),
            ]}
          />
        </div>
      </PageHeader>
      {answer.isPending ? <ModelsSkeleton /> : null}
      {answer.isLoadingError ? <LoadFailure question={answer} /> : null}
      {answer.data ? (
        <List models={shown} onForget={setForgetting} filter={filter} searched={text.trim() !== ""} />
      ) : null}
      <AddModelDialog open={adding} onClose={() => setAdding(false)} />
      <ForgetModel model={forgetting} onClose={() => setForgetting(null)} />
    </>
  );
}

function showSource(source: ModelFilter): void {
  history.replaceState(null, "", source === "all" ? location.pathname : `?source=${source}`);
}

type ListProps = {
  models: readonly LocalModel[];
  onForget: (model: LocalModel) => void;
  filter: ModelFilter;
  searched: boolean;
};

function List({ models, onForget, filter, searched }: ListProps) {
  const t = useT("models");
  const wide = useMedia("(min-width: 48rem)");
  if (models.length > 0) {
    return wide ? (
      <ModelTable models={models} onForget={onForget} />
    ) : (
      <ModelCards models={models} onForget={onForget} />
    );
  }
  if (searched)
    return <EmptyState icon={<SearchX />} title={t("empty.noMatch")} body={t("empty.noMatchBody")} />;
  const body = filter === "all" ? t("empty.body") : t(`empty.none.${filter}`);
  return <EmptyState icon={<Box />} title={t("empty.title")} body={body} />;
}
