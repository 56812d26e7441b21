// Owns the place of the upload tray on every screen. Its code loads with the first upload.
"use client";
import { lazy, Suspense } from "react";
import { useUploadsPresent } from "@/client/datasets/upload-presence.ts";

const UploadTray = lazy(() => import("./upload-tray.tsx").then((file) => ({ default: file.UploadTray })));

export function UploadDock() {
  if (!useUploadsPresent()) return null;
  return (
    <Suspense>
      <UploadTray />
    </Suspense>
  );
}
