// Owns the list of the page's windows, each with its code apart.
import { lateCode } from "./late-code.ts";

export const importWindow = lateCode(async () => (await import("./import-dialog.tsx")).ImportDialog);
export const recipeWindow = lateCode(async () => (await import("./save-recipe-dialog.tsx")).SaveRecipeDialog);
export const startWindow = lateCode(async () => (await import("./start-from-dialog.tsx")).StartFromDialog);
export const modelWindow = lateCode(async () => (await import("./model-browser.tsx")).ModelBrowser);
