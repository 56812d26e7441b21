// Shows that a run which another tab deleted is gone from the page that shows it, too.
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { removeSummary, runQueries } from "./runs.ts";

it("a run that is removed is no longer shown by whoever shows it", async () => {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const id = "01M7ZRMB9NDGVN1XHWPVNPBQ3F";
  const state = { status: "succeeded", since: 1 } as const;
  const queryFn = () => Promise.resolve({ id, state });
  const shown = new QueryObserver(cache, { queryKey: runQueries.detail(id).queryKey, queryFn });
  const leave = shown.subscribe(() => undefined);
  await cache.refetchQueries();
  expect(shown.getCurrentResult().data).toEqual({ id, state });
  shown.setOptions({
    queryKey: runQueries.detail(id).queryKey,
    queryFn: () => Promise.reject(new Error("There is no run with this id.")),
  });
  removeSummary(cache, id);
  expect(shown.getCurrentResult().data).toBeUndefined();
  leave();
  cache.clear();
});
