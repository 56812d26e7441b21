// Owns Settings as a test sees it: engines, appearance, disk, access.
import type { Locator, Page } from "@playwright/test";
import { Frame } from "./frame.ts";

export class SettingsPage {
  readonly page: Page;
  readonly frame: Frame;
  readonly heading: Locator;

  constructor(page: Page) {
    this.page = page;
    this.frame = new Frame(page);
    this.heading = page.getByRole("heading", { level: 1 });
  }

  static async open(page: Page, origin: string): Promise<SettingsPage> {
    await page.goto(`${origin}/settings/`);
    const settings = new SettingsPage(page);
    await settings.heading.waitFor();
    return settings;
  }

  section(name: string): Locator {
    return this.page.getByRole("region", { name });
  }

  async chooseLanguage(name: string): Promise<void> {
    await this.page
      .getByRole("radio", { name })
      .or(this.page.getByRole("combobox", { name: "Language" }))
      .first()
      .click();
  }
}
