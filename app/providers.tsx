// Owns what every component may count on: messages, the query cache, tooltips, toasts. Refuses data.
"use client";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { isApiFailure } from "@/client/http.ts";
import { I18nProvider } from "@/client/i18n/provider.tsx";
import { useResolvedTheme } from "@/client/theme.ts";
import { Toaster } from "@/components/ui/toaster.tsx";
import { TooltipProvider } from "@/components/ui/tooltip.tsx";

function createCache(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // News come through the socket; asking again on focus would only repeat them.
        refetchOnWindowFocus: false,
        staleTime: 30_000,
        // An answer, even a refusal, is an answer. Only silence is worth a second try.
        retry: (failures, error) => failures < 2 && isApiFailure(error) && error.body === null,
      },
    },
  });
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
