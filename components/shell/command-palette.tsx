// Owns finding and running a command by its name.
"use client";
import { Command as Cmdk } from "cmdk";
import { Search } from "lucide-react";
import { type Command, useAllCommands } from "@/client/commands.ts";
import { useT } from "@/client/i18n/use-t.ts";
import { Dialog } from "@/components/ui/dialog.tsx";
import { KeysLabel } from "./keys-label.tsx";

type CommandPaletteProps = { open: boolean; onClose: () => void };

function byGroup(commands: readonly Command[]): [string, Command[]][] {
  return [...Map.groupBy(commands, (command) => command.group)];
}

export function CommandPalette({ open, onClose }: CommandPaletteProps) {
  const t = useT("shell");
  const commands = useAllCommands();
  return (
    <Dialog
      open={open}
      onOpenChange={onClose}
      title={t("palette.title")}
      hideTitle
      className="max-w-xl overflow-hidden"
    >
      <Cmdk
        data-palette
        vimBindings={false}
        label={t("palette.title")}
        className="flex max-h-[60vh] flex-col"
      >
        <div className="flex h-12 shrink-0 items-center gap-2.5 border-b px-4">
          <Search aria-hidden className="size-4 shrink-0 text-faint" />
          <Cmdk.Input
            placeholder={t("palette.placeholder")}
            className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
          />
        </div>
        <Cmdk.List className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-1.5">
          <Cmdk.Empty className="px-3 py-4 text-muted text-sm">{t("palette.empty")}</Cmdk.Empty>
          {byGroup(commands).map(([group, members]) => (
            <Cmdk.Group
              key={group}
              heading={group}
              className="**:[[cmdk-group-heading]]:px-2.5 **:[[cmdk-group-heading]]:pt-2 **:[[cmdk-group-heading]]:pb-1 **:[[cmdk-group-heading]]:font-medium **:[[cmdk-group-heading]]:text-2xs **:[[cmdk-group-heading]]:text-faint"
            >
              {members.map((command) => (
                <Cmdk.Item
                  key={command.id}
                  value={command.id}
                  keywords={[command.label, group]}
                  onSelect={() => {
                    onClose();
                    command.run();
                  }}
                  className="flex min-h-9 cursor-default items-center gap-2.5 rounded-md px-2.5 text-sm data-[selected=true]:bg-surface-2 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-muted"
                >
                  <span className="grid size-4 place-items-center">{command.icon}</span>
                  <span className="min-w-0 flex-1 truncate">{command.label}</span>
                  {command.keys ? <KeysLabel keys={command.keys} /> : null}
                </Cmdk.Item>
              ))}
            </Cmdk.Group>
          ))}
        </Cmdk.List>
      </Cmdk>
    </Dialog>
  );
}
