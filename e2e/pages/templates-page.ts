// Owns templates, model groups and plugins as a test sees them: lists by name, the editors by their labels.
import type { Locator, Page } from "@playwright/test";

export class TemplatesPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly problems: Locator;
  readonly save: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { level: 1 });
    this.problems = page.getByRole("region", { name: "What stands in the way" });
    this.save = page.getByRole("button", { name: "Save", exact: true });
  }

  static async open(page: Page, origin: string, tab: "groups" | "templates" | "plugins") {
    await page.goto(`${origin}/models/?tab=${tab}`);
    const templates = new TemplatesPage(page);
    await templates.heading.waitFor();
    return templates;
  }

  row(name: string): Locator {
    return this.page
      .getByRole("listitem")
      .filter({ has: this.page.getByRole("link", { name, exact: true }) });
  }

  field(name: string): Locator {
    return this.page.getByRole("textbox", { name, exact: true });
  }

  /** Opens the editor of something new and puts a text into it. */
  async paste(add: string, text: string): Promise<void> {
    await this.page.getByRole("link", { name: add }).click();
    await this.page.getByRole("radio", { name: "Text" }).click();
    await this.field("Definition as text").fill(text);
  }
}
