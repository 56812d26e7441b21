// Owns deleting for good what was removed: the button and the question before it.
"use client";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { formatBytes } from "@/client/format/bytes.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useEmptyTrash } from "@/client/queries/system.ts";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { toast } from "@/components/ui/toaster.tsx";

export function EmptyTrash({ bytes }: { bytes: number }) {
  const t = useT("settings");
  const textOf = useFailureText();
  const empty = useEmptyTrash();
  const [asking, setAsking] = useState(false);
  // Awaited: with the trash this button goes before the answer is dealt with.
  const confirm = async () => {
    try {
      const { freedBytes } = await empty.mutateAsync();
      toast.success(t("disk.emptied", { size: formatBytes(freedBytes) }));
    } catch (error) {
      toast.error(textOf(error).what, { description: textOf(error).todo });
    }
    setAsking(false);
  };
  return (
    <>
      <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
        {t("disk.empty")}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        danger
        busy={empty.isPending}
        title={t("disk.emptyTitle")}
        body={t("disk.emptyBody", { size: formatBytes(bytes) })}
        confirmLabel={t("disk.emptyNow")}
        onConfirm={() => void confirm()}
      />
    </>
  );
}
