// Proves the choice of a language from what a browser says.
import { expect, test } from "vitest";
import { matchLocale } from "./locale.ts";

test.each([
  [["zh-CN", "en"], "zh"],
  [["zh-Hant-TW"], "zh"],
  [["de-DE", "zh"], "zh"],
  [["en-GB", "zh"], "en"],
  [["fr"], "en"],
  [[], "en"],
])("%j reads %s", (tags, locale) => {
  expect(matchLocale(tags)).toBe(locale);
});
