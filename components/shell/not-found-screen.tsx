// Owns the words for an address that leads nowhere, and the way back.
"use client";
import { Unlink } from "lucide-react";
import Link from "next/link";
import { useT } from "@/client/i18n/use-t.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";

export function NotFoundScreen() {
  const t = useT("shell");
  return (
    <>
      <PageHeader title={t("notFound.title")} />
      <EmptyState
        icon={<Unlink />}
        title={t("notFound.body")}
        action={<Button render={<Link href="/" />}>{t("notFound.action")}</Button>}
      />
    </>
  );
}
