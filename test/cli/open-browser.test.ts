import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test, vi } from "vitest";
import { openBrowser, openerOf } from "../../scripts/cli/open-browser.ts";
import { temporaryFolder } from "../artifact/temporary-folder.ts";

afterEach(() => vi.unstubAllEnvs());

/** A folder with an opener that notes what it was given; the only one that is found. */
function withOpener(ends: number): string {
  const folder = temporaryFolder();
  const [program] = openerOf(process.platform);
  const file = join(folder, program);
  writeFileSync(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$@" > '${folder}/given.new'\n/bin/mv '${folder}/given.new' '${folder}/given'\nexit ${String(ends)}\n`,
  );
  chmodSync(file, 0o755);
  vi.stubEnv("PATH", folder);
  return folder;
}

describe("a browser", () => {
  test("is given the address as it is: nothing in it is read by a shell", async () => {
    const folder = withOpener(0);
    const failed = vi.fn();
    const url = "http://127.0.0.1:1/a$(touch x)/`touch y`/;touch z&\"'";
    openBrowser(url, failed);
    await expect.poll(() => existsSync(join(folder, "given")), { timeout: 30_000 }).toBe(true);
    const given = readFileSync(join(folder, "given"), "utf8").trimEnd().split("\n");
    expect(given.at(-1)).toBe(url);
    expect(failed).not.toHaveBeenCalled();
  });

  test("that is not there is told, by a missing opener or by one that finds none", async () => {
    const missing = vi.fn();
    vi.stubEnv("PATH", temporaryFolder());
    openBrowser("http://127.0.0.1:1/", missing);
    await expect.poll(() => missing.mock.calls.length, { timeout: 30_000 }).toBe(1);
    const vain = vi.fn();
    withOpener(3);
    openBrowser("http://127.0.0.1:1/", vain);
    await expect.poll(() => vain.mock.calls.length, { timeout: 30_000 }).toBe(1);
  });

  test("is opened without a shell on every system", () => {
    expect((["linux", "darwin", "win32"] as const).map((platform) => openerOf(platform)[0])).toEqual([
      "xdg-open",
      "open",
      "rundll32",
    ]);
  });
});
