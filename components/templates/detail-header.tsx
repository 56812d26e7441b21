// Owns the head of one template or group: its name, the way back, and what can be done with it.
"use client";
import { ArrowLeft, Copy, Pencil, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFailureText } from "@/client/failure-text.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { useRemoveAddition } from "@/client/queries/additions.ts";
import { Button } from "@/components/ui/button.tsx";
import { ConfirmDialog } from "@/components/ui/dialog.tsx";
import { PageHeader } from "@/components/ui/page-header.tsx";
import { toast } from "@/components/ui/toaster.tsx";
import type { AdditionOrigin } from "@/contract/template.ts";
import { useAdditions } from "./additions-context.tsx";
import { libraryHref } from "./address.ts";
import { OriginBadge } from "./origin-badge.tsx";

type DetailHeaderProps = { tab: "groups" | "templates"; name: string; origin: AdditionOrigin };

export function DetailHeader({ tab, name, origin }: DetailHeaderProps) {
  const t = useT("templates");
  const [removing, setRemoving] = useState(false);
  return (
    <PageHeader
      title={name}
      meta={<OriginBadge origin={origin} />}
      actions={
        <>
          <BackLink tab={tab} />
          <Button render={<Link href={libraryHref(tab, { kind: "new", from: name })} />}>
            <Copy aria-hidden />
            {t("copyOf")}
          </Button>
          {origin === "user" ? (
            <>
              <Button render={<Link href={libraryHref(tab, { kind: "edit", name })} />}>
                <Pencil aria-hidden />
                {t("edit")}
              </Button>
              <Button onClick={() => setRemoving(true)}>
                <Trash2 aria-hidden />
                {t("remove")}
              </Button>
              <RemoveDialog tab={tab} name={name} open={removing} onClose={() => setRemoving(false)} />
            </>
          ) : null}
        </>
      }
    />
  );
}

export function BackLink({ tab }: { tab: "groups" | "templates" | "plugins" }) {
  const t = useT("templates");
  return (
    <Button variant="ghost" render={<Link href={libraryHref(tab)} />}>
      <ArrowLeft aria-hidden />
      {t("back")}
    </Button>
  );
}

const kinds = { groups: "group", templates: "template", plugins: "plugin" } as const;

type RemoveDialogProps = {
  tab: keyof typeof kinds;
  name: string;
  open: boolean;
  onClose: () => void;
};

export function RemoveDialog({ tab, name, open, onClose }: RemoveDialogProps) {
  const t = useT("templates");
  const router = useRouter();
  const textOf = useFailureText();
  const { engine } = useAdditions();
  const remove = useRemoveAddition(engine.id);
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onClose}
      danger
      title={t("removeDialog.title", { name })}
      body={t("removeDialog.body")}
      confirmLabel={t("removeDialog.confirm")}
      busy={remove.isPending}
      onConfirm={() =>
        remove.mutate(
          { kind: kinds[tab], name },
          {
            onSuccess: () => {
              toast.success(t("removed", { name }));
              router.push(libraryHref(tab));
            },
            onError: (error) => toast.error(textOf(error).what, { description: textOf(error).todo }),
            onSettled: onClose,
          },
        )
      }
    />
  );
}
