// Owns the words of a place in the queue: next, 2nd in lane GPU 0.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import type { Lane } from "@/contract/run.ts";

export function useQueueWords(): (place: number | null, lane: Lane | null) => string {
  const t = useT("runs");
  return (place, lane) => {
    if (place === null) return t("queue.waiting");
    // Which device an automatic choice will take is known when it starts.
    if (lane === null) return place === 1 ? t("queue.nextOfAll") : t("queue.placeOfAll", { place });
    const name =
      lane.type === "gpu"
        ? t("lane.gpu", { count: lane.ids.length, ids: lane.ids.join("+") })
        : t(`lane.${lane.type}`);
    return place === 1 ? t("queue.next", { lane: name }) : t("queue.place", { place, lane: name });
  };
}
