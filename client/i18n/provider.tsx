// Owns which messages the tree sees and <html lang>. English is in the bundle; other languages load on need.
"use client";
import { type ReactNode, useEffect, useState } from "react";
import { IntlProvider } from "use-intl";
import { type Locale, useWantedLocale } from "./locale.ts";
import { en, type FrameMessages } from "./messages/en.ts";

const loaded = new Map<Locale, FrameMessages>([["en", en]]);

async function load(locale: Locale): Promise<FrameMessages> {
  const known = loaded.get(locale);
  if (known) return known;
  const { zh } = await import("./messages/zh.ts");
  loaded.set("zh", zh);
  return zh;
}

export function I18nProvider({ children }: { children: ReactNode }) {
  const wanted = useWantedLocale();
  const [shown, setShown] = useState<{ locale: Locale; messages: FrameMessages }>({
    locale: "en",
    messages: en,
  });

  // External system: the network (a chunk of messages) and the document element.
  useEffect(() => {
    let current = true;
    const show = (locale: Locale, messages: FrameMessages) => {
      if (!current) return;
      setShown({ locale, messages });
      document.documentElement.lang = locale === "zh" ? "zh-CN" : "en";
    };
    load(wanted)
      .then((messages) => show(wanted, messages))
      // English beats an empty page when the chunk cannot be had.
      .catch(() => show("en", en))
      .finally(() => current && document.documentElement.removeAttribute("data-messages"));
    return () => {
      current = false;
    };
  }, [wanted]);

  return (
    <IntlProvider locale={shown.locale} messages={shown.messages} timeZone={timeZone()}>
      {children}
    </IntlProvider>
  );
}

function timeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
