// Owns the list of keys. The keys of the screens come from their commands; lists and windows share theirs.
"use client";
import { useAllCommands } from "@/client/commands.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Dialog, DialogBody } from "@/components/ui/dialog.tsx";
import { KeysLabel } from "./keys-label.tsx";

type KeysDialogProps = { open: boolean; onClose: () => void };

export function KeysDialog({ open, onClose }: KeysDialogProps) {
  const t = useT("shell");
  const commands = useAllCommands();
  const fixed = [
    { keys: "mod+k", label: t("keys.palette") },
    { keys: "/", label: t("keys.search") },
    { keys: "escape", label: t("keys.close") },
    { keys: "j k", label: t("keys.move") },
    { keys: "enter", label: t("keys.open") },
  ];
  const own = commands.flatMap(({ keys, label }) => (keys ? [{ keys, label }] : []));
  return (
    <Dialog open={open} onOpenChange={onClose} title={t("keys.title")}>
      <DialogBody>
        <dl className="grid gap-x-8 sm:grid-cols-2">
          {[...fixed, ...own].map((row) => (
            <div key={row.keys} className="flex min-h-9 items-center justify-between gap-4 border-b">
              <dt className="min-w-0 truncate">{row.label}</dt>
              <dd>
                <KeysLabel keys={row.keys} />
              </dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
