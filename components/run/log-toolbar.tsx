// Owns the row over the log: search with its count, follow, wrap, download.
"use client";
import { ChevronDown, ChevronUp, Download, Search } from "lucide-react";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { Input } from "@/components/ui/input.tsx";
import { Switch } from "@/components/ui/switch.tsx";
import { Tooltip } from "@/components/ui/tooltip.tsx";

type LogToolbarProps = {
  query: string;
  onQuery: (query: string) => void;
  count: number;
  at: number;
  onStep: (by: 1 | -1) => void;
  follow: boolean;
  onFollow: (follow: boolean) => void;
  wrap: boolean;
  onWrap: (wrap: boolean) => void;
  onDownload: () => void;
  downloading: boolean;
};

export function LogToolbar(props: LogToolbarProps) {
  const { query, onQuery, count, at, onStep, follow, onFollow, wrap, onWrap } = props;
  const t = useT("run");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-2 py-1.5">
      <search className="flex min-w-0 flex-1 basis-60 items-center gap-1">
        <Input
          className="max-w-72"
          icon={<Search />}
          type="search"
          value={query}
          onValueChange={onQuery}
          onKeyDown={(event) => {
            if (event.key === "Enter") onStep(event.shiftKey ? -1 : 1);
          }}
          placeholder={t("log.search")}
          aria-label={t("log.search")}
          spellCheck={false}
        />
        <span role="status" className="min-w-16 text-center text-muted text-xs tabular-nums">
          {query === "" ? null : count === 0 ? t("log.noHits") : t("log.hits", { at, count })}
        </span>
        <Step
          label={t("log.previous")}
          disabled={count === 0}
          onClick={() => onStep(-1)}
          icon={<ChevronUp aria-hidden />}
        />
        <Step
          label={t("log.next")}
          disabled={count === 0}
          onClick={() => onStep(1)}
          icon={<ChevronDown aria-hidden />}
        />
      </search>
      <div className="flex items-center gap-3">
        <Switch checked={follow} onCheckedChange={onFollow} className="text-xs">
          {t("log.follow")}
        </Switch>
        <Switch checked={wrap} onCheckedChange={onWrap} className="text-xs">
          {t("log.wrap")}
        </Switch>
        <Tooltip content={t("log.download")}>
          <Button
            variant="ghost"
            size="icon"
            aria-label={t("log.download")}
            busy={props.downloading}
            onClick={props.onDownload}
          >
            <Download aria-hidden />
          </Button>
        </Tooltip>
      </div>
    </div>
  );
}

type StepProps = { label: string; disabled: boolean; onClick: () => void; icon: React.ReactNode };

function Step({ label, disabled, onClick, icon }: StepProps) {
  return (
    <Tooltip content={label}>
      <Button variant="ghost" size="icon" aria-label={label} disabled={disabled} onClick={onClick}>
        {icon}
      </Button>
    </Tooltip>
  );
}
