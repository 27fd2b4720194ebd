import { access } from "node:fs/promises";
import { bekendePersonen } from "@ketenhub/voorbeelddata";
import { stripIgnoredCharacters } from "graphql";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { bellers, tokenFor } from "../support/callers.ts";
import { readCaseload } from "../support/read-caseload.ts";

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await installedChromium(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
});
afterAll(() => browser?.close());

describe("GraphiQL, in a browser without the internet", () => {
  it("takes a token and a doel, runs the caseload query and shows the answer", async () => {
    const page = await browser.newPage();
    const elsewhere = refuseOtherHosts(page);
    await page.goto(inject("hub").url.replace(/graphql$/, "graphiql"), { waitUntil: "load" });

    // On one line: the editor would indent and close brackets of its own accord.
    await fillEditor(page, "operation.graphql", stripIgnoredCharacters(await readCaseload()));
    await openTool(page, "Variables");
    await fillEditor(page, "variables.json", JSON.stringify({ gemeente: "GM1680", first: 500 }));
    await openTool(page, "Headers");
    const token = await tokenFor(bellers.regievoerder);
    await fillEditor(
      page,
      "headers.json",
      JSON.stringify({ Authorization: `Bearer ${token}`, Doel: "regie" }),
    );
    const answer = page.waitForResponse(
      (response) =>
        response.url().endsWith("/graphql") &&
        /Caseload/.test(response.request().postData() ?? "") &&
        !/IntrospectionQuery/.test(response.request().postData() ?? ""),
    );
    await page.getByRole("button", { name: /execute/i }).click();

    expect(await (await answer).text()).toContain(bekendePersonen.asielstatushouderB1.id);
    await expect
      .poll(() => page.locator(".result-window").textContent(), { timeout: 15_000 })
      .toContain("totalCount");
    expect(elsewhere).toEqual([]);
  }, 90_000);
});

describe("Sandbox", () => {
  it("is what a browser gets at the address of the hub", async () => {
    const response = await fetch(inject("hub").url, { headers: { accept: "text/html" } });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain("sandbox");
  });
});

/** Debian's Chromium; the test fails, and says what to install, where there is none. */
async function installedChromium(): Promise<string> {
  for (const path of ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]) {
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return path;
  }
  throw new Error("No Chromium is installed. Install one (Debian: apt-get install chromium).");
}

/** The addresses outside this machine that the page asked for; none of them is answered. */
function refuseOtherHosts(page: Page): readonly string[] {
  const asked: string[] = [];
  void page.route(/^https?:\/\/(?!127\.0\.0\.1)/, (route) => {
    asked.push(route.request().url());
    return route.abort();
  });
  return asked;
}

async function openTool(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
}

/** Replaces what stands in one of the editors, as somebody would who pastes. */
async function fillEditor(page: Page, file: string, text: string): Promise<void> {
  const editor = page.locator(`.monaco-editor[data-uri$="${file}"]`);
  await editor.click();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.press("Delete");
  await page.keyboard.insertText(text);
}
