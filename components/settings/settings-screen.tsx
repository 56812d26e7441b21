// Owns the screen of settings: the order of its sections.
"use client";
import { useT } from "@/client/i18n/use-t.ts";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { AboutSection } from "./about-section.tsx";
import { AccessSection } from "./access-section.tsx";
import { AppearanceSection } from "./appearance-section.tsx";
import { DiskSection } from "./disk-section.tsx";
import { EnginesSection } from "./engines-section.tsx";

export function SettingsScreen() {
  const t = useT("settings");
  return (
    <>
      <PageHeader title={t("title")} />
      <div className="flex max-w-5xl flex-col gap-8 p-4 pb-10 md:p-6">
        <EnginesSection />
        <AppearanceSection />
        <DiskSection />
        <AccessSection />
        <AboutSection />
      </div>
    </>
  );
}
