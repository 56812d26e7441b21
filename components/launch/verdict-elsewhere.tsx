// Owns judging the shown config for a GPU that is not in this machine: a choice, and what would be found there.
// Refuses to touch what this machine's checks say, and whether the run may start.
"use client";
import { useQuery } from "@tanstack/react-query";
import { CircleCheck, CircleX } from "lucide-react";
import { useId, useState } from "react";
import { useT } from "@/client/i18n/use-t.ts";
import { engineVerdict } from "@/client/queries/engines.ts";
import { previewRun } from "@/client/queries/runs.ts";
import { useSettled } from "@/client/use-settled.ts";
import { Select } from "@/components/ui/select.tsx";
import { Spinner } from "@/components/ui/spinner.tsx";
import { type GpuModelId, gpuModels, type JudgedSpec } from "@/contract/gpu-model.ts";
import { isStartable, type Problem } from "@/contract/problem.ts";
import { FindingItem } from "./finding-item.tsx";
import { useLaunch } from "./launch-context.tsx";

const SETTLE_MS = 600;
const HERE = "here";

/** Our own findings first; only a config without errors of ours is shown to the engine. */
async function judge(spec: JudgedSpec, signal: AbortSignal) {
  const { problems } = await previewRun(spec, signal);
  if (!isStartable(problems)) return { problems, asked: true };
  const said = await engineVerdict(spec, signal);
  const more = said.status === "refused" ? [said.problem] : said.status === "accepted" ? said.remarks : [];
  return { problems: [...(more ?? []), ...problems], asked: said.status !== "unavailable" };
}

export function VerdictElsewhere({ gpus }: { gpus: readonly GpuModelId[] }) {
  const t = useT("launch");
  const label = useId();
  const [gpu, setGpu] = useState<GpuModelId | null>(null);
  const items = [
    { value: HERE, label: t("elsewhere.here") },
    ...gpuModels.filter(({ id }) => gpus.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <>
      <div className="flex min-w-0 flex-wrap items-center gap-2">
        <label htmlFor={label} className="text-muted text-xs">
          {t("elsewhere.label")}
        </label>
        <Select
          id={label}
          aria-label={t("elsewhere.label")}
          className="w-40"
          value={gpu ?? HERE}
          onValueChange={(value) => setGpu(gpus.find((id) => id === value) ?? null)}
          items={items}
        />
      </div>
      {gpu === null ? null : <Judged gpu={gpu} />}
    </>
  );
}

function Judged({ gpu }: { gpu: GpuModelId }) {
  const t = useT("launch");
  const { engine, config, baseDir } = useLaunch();
  const text = useSettled(config.text, SETTLE_MS);
  const { data, isFetching } = useQuery({
    queryKey: ["engines", "elsewhere", engine.id, gpu, baseDir ?? null, text],
    queryFn: ({ signal }) =>
      judge(
        {
          kind: "train",
          engine: engine.id,
          name: "check",
          config: text,
          device: { type: "auto" },
          asIf: gpu,
          ...(baseDir === undefined ? {} : { baseDir }),
        },
        signal,
      ),
    structuralSharing: false,
    retry: false,
    gcTime: 60_000,
  });
  const names = { gpu: gpuModels.find(({ id }) => id === gpu)?.name ?? gpu, name: engine.name };
  if (isFetching || !data || text !== config.text)
    return (
      <p role="status" className="flex items-center gap-2 text-muted text-xs">
        <Spinner className="size-4" />
        {t("elsewhere.asking", names)}
      </p>
    );
  const fine = isStartable(data.problems);
  const Icon = fine ? CircleCheck : CircleX;
  return (
    <div className="flex min-w-0 flex-col gap-1.5 border-l-2 pl-3">
      <p role="status" data-state={fine ? "accepted" : "refused"} className="flex items-center gap-2">
        <Icon aria-hidden className={fine ? "size-4 shrink-0 text-success" : "size-4 shrink-0 text-danger"} />
        {fine
          ? t(data.asked ? "elsewhere.accepted" : "elsewhere.ours", names)
          : t("elsewhere.refused", names)}
      </p>
      <ul className="flex flex-col gap-1 pl-2">
        {data.problems.map((problem: Problem) => (
          <FindingItem key={`${problem.code} ${problem.path} ${problem.message}`} finding={{ problem }} />
        ))}
      </ul>
    </div>
  );
}
