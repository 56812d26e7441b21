// Owns what a screen shows when its own code broke; the frame around it stays.
"use client";
import { CrashScreen } from "@/components/shell/crash-screen.tsx";

export default function ScreenError({ error, reset }: { error: Error; reset: () => void }) {
  // Code that could not be had once stays missing for as long as the page lives.
  const again = error.name === "ChunkLoadError" ? () => location.reload() : reset;
  return <CrashScreen error={error} onRetry={again} />;
}
