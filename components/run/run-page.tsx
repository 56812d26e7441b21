// Owns the run page: which run the address names, and whether it is being read, missing or there.
"use client";
import { useQuery } from "@tanstack/react-query";
import { SearchX } from "lucide-react";
import Link from "next/link";
import { useSearchParams } from "next/navigation";
import { useFailureText } from "@/client/failure-text.ts";
import { isApiFailure } from "@/client/http.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { runQueries } from "@/client/queries/runs.ts";
import { Button } from "@/components/ui/button.tsx";
import { EmptyState } from "@/components/ui/empty-state.tsx";
import { ErrorState } from "@/components/ui/error-state.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { LostRun } from "./lost-run.tsx";
import { RunScreen } from "./run-screen.tsx";
import { RunSkeleton } from "./run-skeleton.tsx";

export function RunPage() {
  const id = useSearchParams().get("id");
  return id === null ? <RunMissing /> : <KnownRun key={id} id={id} />;
}

function KnownRun({ id }: { id: string }) {
  const common = useT("common");
  const t = useT("run");
  const textOf = useFailureText();
  const { data, error, refetch } = useQuery(runQueries.detail(id));
  if (data) return <RunScreen detail={data} />;
  if (!error) return <RunSkeleton />;
  const code = isApiFailure(error) ? error.body?.code : undefined;
  if (code === "run.not-found" || code === "request.invalid") return <RunMissing />;
  const retry = <Button onClick={() => void refetch()}>{common("retry")}</Button>;
  if (code === "file.not-found") return <LostRun id={id} failure={textOf(error)} retry={retry} />;
  return (
    <>
      <PageHeader title={t("title")} />
      <ErrorState className="m-4 md:m-6" {...textOf(error)} action={retry} />
    </>
  );
}

function RunMissing() {
  const t = useT("run");
  return (
    <>
      <PageHeader title={t("title")} />
      <EmptyState
        icon={<SearchX />}
        title={t("notFound.title")}
        body={t("notFound.body")}
        action={<Button render={<Link href="/" />}>{t("notFound.back")}</Button>}
      />
    </>
  );
}
