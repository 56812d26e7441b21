// Owns the loading of the palette and the list of keys: their code comes with the first press, not with the page.
"use client";
import { lazy, Suspense, useState } from "react";
import { closeOverlay, useOverlay } from "./overlays.ts";

const CommandPalette = lazy(() =>
  import("./command-palette.tsx").then((file) => ({ default: file.CommandPalette })),
);
const KeysDialog = lazy(() => import("./keys-dialog.tsx").then((file) => ({ default: file.KeysDialog })));

export function ShellOverlays() {
  const overlay = useOverlay();
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set());
  // Once asked for, a window stays mounted, so that it can close with its motion.
  if (overlay && !wanted.has(overlay)) setWanted(new Set([...wanted, overlay]));
  return (
    <Suspense>
      {wanted.has("palette") ? <CommandPalette open={overlay === "palette"} onClose={closeOverlay} /> : null}
      {wanted.has("keys") ? <KeysDialog open={overlay === "keys"} onClose={closeOverlay} /> : null}
    </Suspense>
  );
}
