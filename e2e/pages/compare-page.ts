// Owns the pages for two engines as a test sees them: a config beside its translation, and runs on one chart.
import type { Locator, Page } from "@playwright/test";

export class TwinPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly outlook: Locator;
  readonly settings: Locator;
  readonly use: Locator;
  readonly start: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole("main");
    this.heading = main.getByRole("heading", { level: 1 });
    this.outlook = main.getByRole("table", { name: /As each engine counts it/ });
    this.settings = main.getByRole("table").filter({ hasText: "Why, and what to do" });
    this.use = main.getByRole("button", { name: "Use this config" });
    this.start = main.getByRole("button", { name: /Start the twin|Start both/ });
  }

  sample(engine: string): Locator {
    return this.page.getByRole("region", { name: `The same row, as each engine learns it: ${engine}` });
  }
  /** The row of the table that begins with this key. */
  setting(key: string): Locator {
    return this.settings.getByRole("row").filter({ hasText: key });
  }
  outcomes(outcome: "Lost" | "Changed" | "Added" | "Carried" | "All"): Locator {
    return this.page.getByRole("radio", { name: new RegExp(`^${outcome} \\d+$`) });
  }
}

export class ComparePage {
  readonly page: Page;
  readonly heading: Locator;
  readonly numbers: Locator;
  readonly loss: Locator;

  constructor(page: Page) {
    this.page = page;
    const main = page.getByRole("main");
    this.heading = main.getByRole("heading", { level: 1, name: "Compare" });
    this.numbers = main.getByRole("region", { name: "Numbers" });
    this.loss = main.getByRole("img", { name: /^loss/ });
  }

  run(name: string): Locator {
    return this.numbers.getByRole("row").filter({ hasText: name });
  }
}
