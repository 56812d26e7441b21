// Shows an engine's card in Settings while the real installer works: ended half way, and failed for want of packages.
// The package index is a server of the test: first it is silent, then it has nothing.
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { test as base, expect } from "../fixtures.ts";
import { SettingsPage } from "../pages/settings-page.ts";
import { Studio } from "../studio.ts";

type Index = { address: string; asked: () => number; haveNothing: () => void };

const test = base.extend<{ index: Index }>({
  index: async ({ playwright: _ }, use) => {
    const waiting = new Set<ServerResponse>();
    let asked = 0;
    let silent = true;
    const server = createServer((_, response) => {
      asked++;
      if (silent) waiting.add(response);
      else response.writeHead(404).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const bound = server.address();
    if (bound === null || typeof bound === "string") throw new Error("The index has no port.");
    await use({
      address: `http://127.0.0.1:${bound.port}/simple/`,
      asked: () => asked,
      haveNothing: () => {
        silent = false;
        for (const response of waiting) response.writeHead(404).end();
      },
    });
    server.closeAllConnections();
    server.close();
  },
  studio: async ({ index }, use, { outputDir }) => {
    const studio = await Studio.create({
      executor: "local",
      enginePython: [],
      env: {
        ...{ UV_DEFAULT_INDEX: index.address, UV_INDEX_URL: index.address, UV_EXTRA_INDEX_URL: "" },
        ...{ UV_NO_CONFIG: "1", UV_CACHE_DIR: join(outputDir, "uv"), UV_HTTP_RETRIES: "0" },
        // Where there is no uv, pip is asked for it, and finds it as little.
        ...{ PIP_INDEX_URL: index.address, PIP_EXTRA_INDEX_URL: "", PIP_FIND_LINKS: "", PIP_RETRIES: "0" },
        ...{ PIP_CONFIG_FILE: "/dev/null", NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1" },
      },
    });
    await studio.api.saveSettings({ welcomeDismissed: true });
    await use(studio);
    await studio.remove();
  },
});

test("an installation is ended half way, leaves no failure, and one that fails says why", async ({
  runs,
  studio,
  index,
}) => {
  const settings = await SettingsPage.open(runs.page, studio.origin);
  const engine = settings.section("Engines").getByRole("group", { name: "LLaMA-Factory" });
  const install = engine.getByRole("button", { name: "Install" });
  const cancel = engine.getByRole("button", { name: "Cancel the installation" });

  await test.step("ended while it waits for packages", async () => {
    // The first start of a studio installs its first engine unasked.
    await expect(engine).toContainText("Installing");
    await expect.poll(index.asked, { timeout: 60_000 }).toBeGreaterThan(0);
    await cancel.click();
    await expect(install).toBeEnabled();
    await expect(cancel).toHaveCount(0);
    await expect(engine.getByRole("alert")).toHaveCount(0);
    const [run] = await studio.api.runs();
    expect(run?.kind).toBe("setup");
    expect(run?.state.status).toBe("stopped");
  });

  await test.step("failed: what, why, what to do, and the way to its log", async () => {
    index.haveNothing();
    await install.click();
    const failure = engine.getByRole("alert");
    await expect(failure).toContainText("LLaMA-Factory could not be installed", { timeout: 60_000 });
    // The first where uv is there, the second where uv itself was not to be had.
    await expect(failure).toContainText(/not found in the package registry|The installer uv is missing/);
    await expect(failure).toContainText("see to the cause, and install it again");
    await expect(install).toBeEnabled();
    await runs.page.reload();
    await expect(failure).toBeVisible();
    await failure.getByRole("link", { name: "Open" }).click();
    await expect(runs.page.getByRole("heading", { level: 1 })).toContainText("LLaMA-Factory");
  });
});
