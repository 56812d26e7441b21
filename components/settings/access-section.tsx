// Owns the address and the token among the settings. The token is never drawn, only copied.
"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { systemQueries, useRotateToken } from "@/client/queries/system.ts";
import { Button } from "@/components/ui/button.tsx";
import { CopyButton } from "@/components/ui/copy-button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { Skeleton } from "@/components/ui/skeleton.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import { maskAddress } from "./mask-address.ts";
import { SettingsRow, SettingsSection } from "./settings-section.tsx";

export function AccessSection() {
  const t = useT("settings");
  const textOf = useFailureText();
  const cache = useQueryClient();
  const { data: address } = useQuery({ ...systemQueries.info(), select: (info) => info.address });
  const rotate = useRotateToken();
  const [asking, setAsking] = useState(false);

  const replace = () =>
    rotate.mutate(undefined, {
      onSuccess: () => {
        toast.success(t("access.rotated"));
        return cache.invalidateQueries({ queryKey: systemQueries.info().queryKey });
      },
      onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }),
      onSettled: () => setAsking(false),
    });

  return (
    <SettingsSection title={t("access.title")} body={t("access.body")}>
      <SettingsRow
        name={
          <>
            {t("access.address")}
            <span className="block text-muted text-xs">{t("access.masked")}</span>
          </>
        }
      >
        {address === undefined ? (
          <Skeleton className="w-56" />
        ) : (
          <>
            <span className="min-w-0 break-all font-mono text-xs">{maskAddress(address)}</span>
            <CopyButton text={address} label={t("access.copy")} className="size-7" />
          </>
        )}
      </SettingsRow>
      <SettingsRow name={t("access.rotate")}>
        <Button size="sm" onClick={() => setAsking(true)}>
          {t("access.replace")}
        </Button>
      </SettingsRow>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        busy={rotate.isPending}
        title={t("access.rotateTitle")}
        body={t("access.rotateBody")}
        confirmLabel={t("access.replaceNow")}
        onConfirm={replace}
      />
    </SettingsSection>
  );
}
