// Owns the search line of the model browser; arrow keys and Enter go to the list without leaving it.
"use client";
import { Search } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";

type ModelBrowserSearchProps = {
  listId: string;
  query: string;
  activeId: string | undefined;
  onQuery: (query: string) => void;
  onStep: (step: number) => void;
  onEnter: () => void;
};

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

export function ModelBrowserSearch(props: ModelBrowserSearchProps) {
  const { listId, query, activeId, onQuery, onStep, onEnter } = props;
  const t = useT("launch");
  return (
    <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4 pr-12">
      <Search aria-hidden className="size-4 shrink-0 text-faint" />
      <input
        type="text"
        role="combobox"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={activeId}
        aria-autocomplete="list"
        aria-label={t("browser.search")}
        placeholder={t("browser.search")}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => onQuery(event.target.value)}
        onKeyDown={(event) => {
          const step = STEPS[event.key];
          if (step === undefined && event.key !== "Enter") return;
          event.preventDefault();
          if (step === undefined) onEnter();
          else onStep(step);
        }}
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
      />
    </div>
  );
}
