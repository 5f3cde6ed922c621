/** A workbench on the built module, with the releases that accounts may still have beside it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { publishRelease } from "../../scripts/registry/index.ts";
import {
  openWorkbench,
  serveWorkbench,
  type RunningWorkbench,
  type Workbench,
  type WorkbenchOptions,
} from "../../scripts/sandbox/workbench/index.ts";
import { readConversations } from "../../scripts/sandbox/conversations/index.ts";
import { builtModule } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";
import { earlierReleases } from "../releases/earlier-releases.ts";

/** Monday, 19 October 2026, 10:00 in Berlin, as exactly as a machine's clock tells it. */
const begins = "2026-10-19T08:00:00.250Z";

function inTests(place: string): string {
  return fileURLToPath(new URL(place, import.meta.url));
}

/** Opens it and serves its page. @param model a real model */
export async function openBench(model: WorkbenchOptions["model"] = null): Promise<{
  readonly bench: Workbench;
  readonly served: RunningWorkbench;
  close(): Promise<void>;
}> {
  const { tree, manifest } = builtModule();
  const { title, version } = manifest.identity;
  const registriesRoot = mkdtempSync(join(tmpdir(), "workbench-test-"));
  earlierReleases().forEach((release) => publishRelease(registriesRoot, release));
  const bench = await openWorkbench({
    ...triedModule,
    ...{ title, version, begins, registriesRoot },
    build: { tree, manifest },
    root: inTests("../.."),
    model,
    scripts: readConversations(inTests("../conversations"), triedModule.simulator.words),
    timer: () => performance.now(),
  });
  const served = await serveWorkbench(bench, { token: "token123", port: 0 });
  return {
    bench,
    served,
    close: async () => {
      await served.close();
      rmSync(registriesRoot, { recursive: true, force: true });
    },
  };
}
