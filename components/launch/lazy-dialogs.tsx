// Owns loading the code of the page's windows when they are first wanted.
"use client";
import { lazy } from "react";

export const ImportDialog = lazy(async () => ({
  default: (await import("./import-dialog.tsx")).ImportDialog,
}));

export const SaveRecipeDialog = lazy(async () => ({
  default: (await import("./save-recipe-dialog.tsx")).SaveRecipeDialog,
}));
