// Owns pictures of every screen in its important states: two sizes, two themes, two languages, into /screens.
import { join } from "node:path";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { repository, Studio } from "../studio.ts";
import { populate, type Shown, signOfLife } from "./populate.ts";
import { screens, words } from "./screen-list.ts";

type Look = { width: number; height: number; theme: "light" | "dark"; language: "en" | "zh" };

async function draw(page: Page, name: string, look: Look): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // A picture of the whole page shows what is fixed where the window stands.
  if (look.width < 768) await page.evaluate(() => scrollTo(0, 0));
  const file = `${name}-${look.width}-${look.theme}-${look.language}.png`;
  await page.screenshot({
    path: join(repository, "screens", file),
    animations: "disabled",
    fullPage: look.width < 768,
  });
}

const looks: Look[] = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
].flatMap((size) =>
  (["light", "dark"] as const).flatMap((theme) =>
    (["en", "zh"] as const).map((language) => ({ ...size, theme, language })),
  ),
);

test.describe.configure({ mode: "serial" });

let shown: Shown;
let fresh: Studio;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  [shown, fresh] = await Promise.all([
    populate(),
    Studio.create({ executor: "replay", seconds: 60, engine: "missing" }),
  ]);
  await shown.studio.api.saveSettings({ welcomeDismissed: true });
});
test.afterAll(async () => {
  await Promise.all([shown.studio.remove(), fresh.remove()]);
});

for (const look of looks) {
  test(`${look.width} px, ${look.theme}, ${look.language}`, async ({ browser }) => {
    const { width, height, theme, language } = look;
    const open = (): Promise<BrowserContext> =>
      browser.newContext({
        viewport: { width, height },
        colorScheme: theme,
        locale: language === "zh" ? "zh-CN" : "en-GB",
        reducedMotion: "reduce",
        hasTouch: width < 768,
      });
    await signOfLife(shown);
    const context = await open();
    const page = await context.newPage();
    await page.goto(shown.studio.address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    for (const screen of screens) {
      await page.goto(shown.studio.origin + screen.path(shown));
      await screen.reach(page, words[language], shown);
      await draw(page, screen.name, look);
    }
    await context.close();

    const strange = await open();
    const stranger = await strange.newPage();
    await stranger.goto(fresh.origin);
    await expect(stranger.getByRole("button", { name: words[language].signIn })).toBeVisible();
    await draw(stranger, "gate", look);
    await stranger.goto(fresh.address);
    await expect(stranger.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await draw(stranger, "first-visit", look);
    await stranger.goto(`${fresh.origin}/new/?preset=demo-text`);
    await expect(stranger.getByRole("form")).toBeVisible();
    await draw(stranger, "new-run-no-engine", look);
    await strange.close();
  });
}
