// Owns the choice of the engine: a plain preset goes to its counterpart at once, anything a person did asks first.
"use client";
import { TriangleAlert } from "lucide-react";
import { useRouter, useSearchParams } from "next/navigation";
import { memo, useState } from "react";
import { twinOfText } from "@/client/compare/twin-address.ts";
import { useT } from "@/client/i18n/use-t.ts";
import type { ConfigStore } from "@/client/launch/config-store.ts";
import { lastEngine } from "@/client/launch/first-engine.ts";
import { originAddress, readOrigin, withEngine } from "@/client/launch/origin.ts";
import { counterpart, leaveAt, unfinishedAt } from "@/client/launch/switch-engine.ts";
import { Segmented } from "@/components/ui/segmented.tsx";
import type { EngineDescription } from "@/contract/engine.ts";
import type { Preset } from "@/contract/library.ts";
import { SwitchDialog } from "./switch-dialog.tsx";

type EngineSwitchProps = {
  engine: EngineDescription;
  engines: readonly EngineDescription[];
  presets: readonly Preset[];
  /** The preset on show. */
  preset: Preset | undefined;
  /** There is something to lose. */
  edited: boolean;
  store: ConfigStore;
  baseDir: string | undefined;
  /** The run's name: what a translated config is called after. */
  name: string;
};

/** Redrawn only when what it shows changes. */
export const EngineSwitch = memo(function EngineSwitch(props: EngineSwitchProps) {
  const { engine, engines, presets, preset, edited, name, store, baseDir } = props;
  const t = useT("launch");
  const router = useRouter();
  const query = useSearchParams();
  const [asking, setAsking] = useState<{ engine: EngineDescription; back: string | null } | null>(null);
  const theirs = (id: string) => counterpart(preset, id, presets);

  const origin = readOrigin(query);
  const go = (id: string, address: string) => {
    leaveAt(engine.id, originAddress(withEngine(origin, engine.id)));
    lastEngine.set(id);
    setAsking(null);
    router.replace(address);
  };
  const plain = (id: string) => {
    if (origin.kind === "model" || origin.kind === "dataset") return originAddress({ ...origin, engine: id });
    const found = theirs(id);
    return originAddress(found ? { kind: "preset", id: found.id } : { kind: "default", engine: id });
  };
  const choose = (id: string) => {
    const chosen = engines.find((other) => other.id === id);
    if (!chosen || id === engine.id) return;
    const back = unfinishedAt(id);
    if (edited) setAsking({ engine: chosen, back });
    else go(id, back ?? plain(id));
  };

  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b px-4 py-2.5 md:px-6">
      <span aria-hidden className="font-semibold text-base">
        {t("switch.label")}
      </span>
      <Segmented
        aria-label={t("switch.label")}
        value={engine.id}
        onValueChange={choose}
        items={engines.map(({ id, name, health }) => ({
          value: id,
          label:
            health.status === "ready" ? (
              name
            ) : (
              <>
                {name}
                <TriangleAlert aria-hidden className="text-warning" />
                <span className="sr-only">{t(`switch.${health.status}`)}</span>
              </>
            ),
        }))}
      />
      <p className="min-w-0 flex-1 basis-64 text-muted text-xs">{t("switch.help")}</p>
      <SwitchDialog
        from={engine}
        to={asking?.engine ?? null}
        preset={asking ? theirs(asking.engine.id) : undefined}
        unfinished={asking?.back ?? null}
        onClose={() => setAsking(null)}
        onGo={(address) => asking && go(asking.engine.id, address)}
        plain={plain}
        translated={() => twinOfText({ engine: engine.id, text: store.read().text, title: name, baseDir })}
      />
    </div>
  );
});
