/** Debian's Chromium, driven without anything that downloads a browser. */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import axe from "axe-core";

const executable = "/usr/bin/chromium";

/** Pictures for people, not for git. */
const pictures = fileURLToPath(new URL("../../.pictures/", import.meta.url));

/** What a browser can be set to. */
interface Look {
  readonly width?: number;
  readonly scheme?: "light" | "dark";
  readonly reducedMotion?: "reduce";
}

/** A browser with a profile of its own. */
export interface OpenBrowser {
  /** A page of this look at an address. @param onRequest hears of the url of every request */
  open(url: string, look?: Look, onRequest?: (url: string) => void): Promise<Page>;
  close(): Promise<void>;
}

/** @throws Error saying what to install when there is no Chromium */
export async function openBrowser(): Promise<OpenBrowser> {
  if (!existsSync(executable)) {
    throw new Error(`There is no ${executable}. Install it: apt-get install -y chromium`);
  }
  const profile = mkdtempSync(join(tmpdir(), "workbench-browser-"));
  const browser = await chromium.launch({
    executablePath: executable,
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      `--disk-cache-dir=${profile}`,
    ],
  });
  const contexts: BrowserContext[] = [];
  return {
    async open(url, { width = 1280, scheme = "light", reducedMotion } = {}, onRequest = () => undefined) {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: scheme,
        reducedMotion: reducedMotion ?? "no-preference",
      });
      context.setDefaultTimeout(30_000);
      contexts.push(context);
      const page = await context.newPage();
      page.on("request", (request) => {
        onRequest(request.url());
      });
      await page.goto(url);
      return page;
    },
    close: async () => {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Writes a picture of what the page shows. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

/** A line for each thing that keeps somebody from using the page. */
export async function axeViolations(page: Page): Promise<string[]> {
  // Evaluated over the debugger: the page's own policy allows no script from elsewhere.
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate("axe.run()")) as AxeResults;
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}
