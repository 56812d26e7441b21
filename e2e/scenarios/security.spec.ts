// Shows that another site in the same browser changes nothing and reads nothing, and that the pages keep their own policy.

import { once } from "node:events";
import { createServer } from "node:http";
import { expect, test } from "../fixtures.ts";

const hostilePage = (
  origin: string,
  id: string,
) => `<!doctype html><title>hostile</title><h1>Win a GPU</h1><p role="status">…</p>
<form id="f" method="post" enctype="text/plain" target="frame" action="${origin}/api/runs/${id}/actions">
<input name='{"action":"force-stop","x":"' value='"}'></form><iframe name="frame"></iframe>
<iframe src="${origin}/"></iframe>
<script>
const body = JSON.stringify({ action: "force-stop" });
const tries = [
  fetch("${origin}/api/runs/${id}/actions", { method: "POST", mode: "no-cors", credentials: "include", body }),
  fetch("${origin}/api/settings", { method: "PUT", credentials: "include", headers: { "x-anneal": "1" }, body: '{"theme":"dark"}' }),
  fetch("${origin}/api/system", { credentials: "include" }).then((r) => r.text()).then((text) => "read " + text),
  new Promise((resolve) => {
    const socket = new WebSocket("${origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket");
    socket.onopen = () => resolve("socket open");
    socket.onerror = () => resolve("socket refused");
  }),
  fetch("${origin}/socket.io/?EIO=4&transport=polling", { credentials: "include" }).then((r) => r.text()).then((text) => "read " + text),
];
document.getElementById("f").submit();
Promise.allSettled(tries).then((results) => {
  document.querySelector("p").textContent = "done: " + results.map((r) => r.status === "fulfilled" ? String(r.value) : "refused").join("; ");
});
</script>`;

test.use({ seconds: 40 });

test("a hostile page in the same browser changes nothing and reads nothing", async ({
  runs,
  studio,
  context,
  problems,
}) => {
  const { id } = await studio.api.startDemo("poem");
  await expect(runs.row("poem")).toContainText("Running");
  const site = createServer((_request, response) => {
    response.setHeader("content-type", "text/html");
    response.end(hostilePage(studio.origin, id));
  }).listen(0, "127.0.0.1");
  await once(site, "listening");
  const address = site.address();
  const port = address && typeof address === "object" ? address.port : 0;

  for (const host of ["127.0.0.1", "localhost"]) {
    const page = await context.newPage();
    await page.goto(`http://${host}:${port}/`);
    const told = page.getByRole("status");
    await expect(told).toContainText("done:");
    await expect(told).toContainText("socket refused");
    await expect(told).not.toContainText("read");
    await page.close();
  }
  site.close();
  const blocked = problems.splice(0);
  expect(blocked.length).toBeGreaterThan(0);
  expect(blocked.filter((problem) => !problem.includes("frame-ancestors"))).toEqual([]);
  expect(await studio.api.status(id)).toBe("running");
  expect(await studio.api.saveSettings({})).toMatchObject({ theme: "system" });
});

test("a name that points at this machine is not answered", async ({ studio, request }) => {
  const answer = await request.get(`${studio.origin}/api/health`, { headers: { host: "evil.example" } });
  expect(answer.status()).toBe(403);
});

test("files outside of a run are not handed out", async ({ runs, studio }) => {
  const { id } = await studio.api.startDemo("poem");
  await expect(runs.row("poem")).toBeVisible();
  for (const path of ["..%2f..%2f..%2ftoken", "%2e%2e/%2e%2e/token", "....//token", "/etc/passwd"]) {
    const answer = await runs.page.request.get(`${studio.origin}/api/runs/${id}/files/${path}`);
    expect(answer.status()).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toContain(await studio.token());
  }
});

test("no screen breaks its own policy", async ({ runs, studio, problems }) => {
  const { id } = await studio.api.startDemo("poem");
  const places = [
    "/",
    "/new/?preset=demo-text",
    `/run/?id=${id}`,
    `/run/?id=${id}&tab=log`,
    "/models/",
    "/settings/",
    "/nowhere/",
  ];
  for (const place of places) {
    await runs.page.goto(`${studio.origin}${place}`);
    await expect(runs.heading).toBeVisible();
    const policy = (
      await runs.page.request.get(`${studio.origin}${place.split("?")[0]}`, {
        headers: { accept: "text/html" },
      })
    ).headers()["content-security-policy"];
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  }
  await runs.frame.palette.open();
  expect(problems).toEqual([]);
});
