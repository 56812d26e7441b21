// Owns adding the messages of one screen to those of the frame. Refuses a screen without words: English stands in.
"use client";
import { type ReactNode, Suspense, use, useMemo } from "react";
import { IntlProvider, useMessages, useTimeZone } from "use-intl";
import type { Messages } from "../messages/en.ts";
import { useLocale } from "../use-t.ts";

type ScreenMessagesProps<Area extends keyof Messages> = {
  en: Pick<Messages, Area>;
  /** The same function at each render: it is asked once. */
  zh: () => Promise<Pick<Messages, Area>>;
  children: ReactNode;
};

const asked = new WeakMap<() => unknown, Promise<unknown>>();

function once<T>(load: () => Promise<T>, otherwise: T): Promise<T>;
function once(load: () => Promise<unknown>, otherwise: unknown): Promise<unknown> {
  const known = asked.get(load) ?? load().catch(() => otherwise);
  asked.set(load, known);
  return known;
}

export function ScreenMessages<Area extends keyof Messages>(props: ScreenMessagesProps<Area>) {
  return (
    <Suspense>
      <Loaded {...props} />
    </Suspense>
  );
}

function Loaded<Area extends keyof Messages>({ en, zh, children }: ScreenMessagesProps<Area>) {
  const frame = useMessages();
  const locale = useLocale();
  const own = locale === "zh" ? use(once(zh, en)) : en;
  const messages = useMemo(() => ({ ...frame, ...own }), [frame, own]);
  return (
    <IntlProvider locale={locale} messages={messages} timeZone={useTimeZone()}>
      {children}
    </IntlProvider>
  );
}
