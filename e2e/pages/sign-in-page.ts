// Owns the gate as a test sees it: a token field, and what is said of a wrong one.
import type { Locator, Page } from "@playwright/test";

export class SignInPage {
  readonly page: Page;
  readonly heading: Locator;
  readonly token: Locator;
  readonly submit: Locator;
  readonly refusal: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole("heading", { name: "Sign in to this studio" });
    this.token = page.getByLabel("Token or address");
    this.submit = page.getByRole("button", { name: "Sign in" });
    this.refusal = page.getByRole("alert").filter({ hasText: "This is not the token of this studio" });
  }

  async signIn(token: string): Promise<void> {
    await this.token.fill(token);
    await this.submit.click();
  }
}
