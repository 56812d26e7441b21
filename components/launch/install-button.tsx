// Owns installing what an option needs into the engine's environment, and the way to watch it.
"use client";
import { useRouter } from "next/navigation";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useInstallPackages } from "@/client/queries/engines.ts";
import { Button } from "@/components/ui/button.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { useLaunch } from "./launch-context.tsx";

export function InstallButton({ packages }: { packages: readonly string[] }) {
  const t = useT("launch");
  const router = useRouter();
  const textOf = useFailureText();
  const { engine } = useLaunch();
  const install = useInstallPackages(engine.id);
  const names = packages.join(", ");
  return (
    <Button
      size="sm"
      className="max-w-48"
      busy={install.isPending}
      disabled={engine.health.status === "installing"}
      onClick={() =>
        install.mutate([...packages], {
          onSuccess: (run) =>
            toast.info(t("checks.installing", { names }), {
              action: { label: t("engine.watch"), onClick: () => router.push(`/run/?id=${run.id}`) },
            }),
          onError: (error) => {
            const { what, why, todo } = textOf(error);
            toast.error(what, { description: [why, todo].filter(Boolean).join(" ") });
          },
        })
      }
    >
      <span className="truncate">{t("checks.install", { names })}</span>
    </Button>
  );
}
