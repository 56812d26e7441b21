// Owns the last resort: the frame itself broke, so nothing of it, not even the messages, can be counted on.
"use client";
import { I18nProvider } from "@/client/i18n/provider.tsx";
import { CrashScreen } from "@/components/shell/crash-screen.tsx";
import "./globals.css";

export default function GlobalError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script src="/theme.js" />
      </head>
      <body>
        <I18nProvider>
          <CrashScreen error={error} onRetry={reset} />
        </I18nProvider>
      </body>
    </html>
  );
}
