// Owns what every component may count on: messages, the query cache, tooltips, toasts. Refuses data.
"use client";
import { hashKey, MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isApiFailure } from "@/client/http.ts";
import { I18nProvider } from "@/client/i18n/provider.tsx";
import { systemQueries } from "@/client/queries/system.ts";
import { useResolvedTheme } from "@/client/theme.ts";
import { Toaster } from "@/components/ui/toaster.tsx";
import { TooltipProvider } from "@/components/ui/tooltip.tsx";

const sessionHash = hashKey(systemQueries.session().queryKey);

function createCache(): QueryClient {
  // Any answer may be the first to tell that the session has ended; the gate then looks for itself.
  const onError = (error: Error) => {
    if (isApiFailure(error) && error.body?.code === "auth.required")
      void cache.invalidateQueries({ queryKey: systemQueries.session().queryKey });
  };
  const cache = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => query.queryHash !== sessionHash && onError(error),
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      // The studio is on this machine more often than not; the browser's idea of being offline says nothing about it.
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        // News come through the socket; asking again on focus would only repeat them.
        refetchOnWindowFocus: false,
        staleTime: 30_000,
        // An answer, even a refusal, is an answer. Only silence is worth a second try.
        retry: (failures, error) => failures < 2 && isApiFailure(error) && error.body === null,
      },
    },
  });
  return cache;
}

export function Providers({ children }: { children: ReactNode }) {
  const [cache] = useState(createCache);
  return (
    <QueryClientProvider client={cache}>
      <I18nProvider>
        <TooltipProvider delay={400}>{children}</TooltipProvider>
        <ThemedToaster />
      </I18nProvider>
    </QueryClientProvider>
  );
}

function ThemedToaster() {
  return <Toaster theme={useResolvedTheme()} />;
}
