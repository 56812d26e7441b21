// Owns the choice of what to start from: recipes, presets, earlier runs, demos. Each is an address with a draft of its own.
"use client";
import { useQuery } from "@tanstack/react-query";
import { Search, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useLocale, useT } from "@/client/i18n/use-t.ts";
import { ofEngine, type StartOption, searchStart, startGroups } from "@/client/launch/start-options.ts";
import { engineQueries } from "@/client/queries/engines.ts";
import { libraryQueries, useRemoveRecipe } from "@/client/queries/library.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog, Dialog } from "@/components/ui/dialog.tsx";
import { groupLabelClass } from "@/components/ui/overlay.ts";
import { RelativeTime } from "@/components/ui/relative-time.tsx";
import { Segmented } from "@/components/ui/segmented.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preset, Recipe } from "@/contract/library.ts";
import type { RunSummary } from "@/contract/run.ts";

type StartFromDialogProps = {
  open: boolean;
  onClose: () => void;
  presets: readonly Preset[];
  /** Of the form on show. */
  engine: string;
};

const ALL = "*";

const noRecipes: readonly Recipe[] = [];
const noEngines: readonly EngineDescription[] = [];
const noRuns: readonly RunSummary[] = [];

/** Arrow keys go through the list; Tab goes through everything. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  const list = event.currentTarget.closest("[data-stops]");
  const stops = [...(list?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
  const at = stops.indexOf(event.currentTarget);
  const next = stops[Math.max(0, Math.min(stops.length - 1, at + step))];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function StartFromDialog({ open, ...props }: StartFromDialogProps) {
  const t = useT("launch");
  return (
    <Dialog open={open} onOpenChange={props.onClose} title={t("preset.label")} hideTitle className="max-w-xl">
      <Choices {...props} />
    </Dialog>
  );
}

/** Mounted anew with each opening, so that an earlier search is gone. */
function Choices({ presets, engine, onClose }: Omit<StartFromDialogProps, "open">) {
  const t = useT("launch");
  const locale = useLocale();
  const router = useRouter();
  const recipes = useQuery(libraryQueries.recipes()).data ?? noRecipes;
  const runs = useQuery(runQueries.list({ archived: false })).data ?? noRuns;
  const engines = useQuery(engineQueries.list()).data ?? noEngines;
  const [query, setQuery] = useState("");
  const [shown, setShown] = useState(engine);
  const groups = useMemo(
    () =>
      searchStart(
        ofEngine(startGroups({ presets, recipes, runs, locale }), shown === ALL ? null : shown),
        query,
      ),
    [presets, recipes, runs, locale, shown, query],
  );
  const go = ({ address }: StartOption) => {
    onClose();
    router.replace(address);
  };
  return (
    <div data-stops className="flex max-h-[70vh] flex-col">
      <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
        <Search aria-hidden className="size-4 shrink-0 text-faint" />
        <input
          data-stop
          type="search"
          aria-label={t("preset.search")}
          placeholder={t("preset.search")}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={(event) => {
            const first = groups[0]?.options[0];
            if (event.key === "Enter" && first) go(first);
            walk(event);
          }}
          className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
        />
      </div>
      {engines.length > 1 ? (
        <div className="flex shrink-0 items-center border-b px-4 py-2">
          <Segmented
            aria-label={t("preset.engine")}
            value={shown}
            onValueChange={setShown}
            items={[
              ...engines.map(({ id, name }) => ({ value: id, label: name })),
              { value: ALL, label: t("preset.allEngines") },
            ]}
          />
        </div>
      ) : null}
      <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
        {groups.length === 0 ? <p className="px-3 py-4 text-muted text-sm">{t("preset.none")}</p> : null}
        {groups.map(({ id, options }) => (
          <section key={id} aria-label={t(`preset.group.${id}`)}>
            <h3 className={groupLabelClass}>{t(`preset.group.${id}`)}</h3>
            <ul>
              {options.map((option) => (
                <li
                  key={option.address}
                  className="flex items-center rounded-md focus-within:bg-surface-2 hover:bg-surface-2"
                >
                  <button
                    type="button"
                    data-stop
                    onClick={() => go(option)}
                    onKeyDown={walk}
                    className="min-h-9 min-w-0 flex-1 rounded-md px-2.5 py-1.5 text-left"
                  >
                    <span className="flex items-baseline gap-2">
                      <span className="min-w-0 truncate text-sm">{option.title}</span>
                      {shown === ALL ? (
                        <Badge tone="outline">
                          {engines.find(({ id }) => id === option.engine)?.name ?? option.engine}
                        </Badge>
                      ) : null}
                      {option.at === null ? null : (
                        <RelativeTime value={option.at} className="ml-auto shrink-0 text-faint text-xs" />
                      )}
                    </span>
                    {option.hint ? <span className="block text-muted text-xs">{option.hint}</span> : null}
                  </button>
                  {option.recipe === null ? null : <RemoveRecipe name={option.recipe} />}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function RemoveRecipe({ name }: { name: string }) {
  const t = useT("launch");
  const common = useT("common");
  const textOf = useFailureText();
  const remove = useRemoveRecipe();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label={common("remove", { name })}
        onClick={() => setAsking(true)}
      >
        <Trash2 aria-hidden />
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t("recipe.removeTitle", { name })}
        body={t("recipe.removeBody")}
        confirmLabel={t("recipe.remove")}
        danger
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(name, {
            onSuccess: () => setAsking(false),
            onError: (error) => toast.error(textOf(error).what),
          })
        }
      />
    </>
  );
}
