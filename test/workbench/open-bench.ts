/** A workbench on the built module, with an older release beside it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { zipArtifact } from "../../scripts/artifact/index.ts";
import { publishRelease } from "../../scripts/registry/index.ts";
import {
  openWorkbench,
  releasesOf,
  serveWorkbench,
  type RunningWorkbench,
  type Workbench,
} from "../../scripts/sandbox/workbench/index.ts";
import { builtModule } from "../assemble/built-module.ts";
import { triedModule } from "../conversations/tried-module.ts";

/** Monday, 19 October 2026, 10:00 in Berlin. */
const begins = "2026-10-19T08:00:00Z";

/** What the older release says in a scenario where the sources say something else. */
export const oldWords = "wants an appointment of older days";

/** What the sources say there. */
const newWords = "wants a new appointment";

/** Opens it and serves its page. */
export async function openBench(): Promise<{
  readonly bench: Workbench;
  readonly served: RunningWorkbench;
  close(): Promise<void>;
}> {
  const { tree, manifest, maps } = builtModule();
  const { registry, registryItemIdn: item, title, version } = manifest.identity;
  const root = mkdtempSync(join(tmpdir(), "workbench-registry-"));
  const older = "0.0.9";
  const olderTree = new Map(
    [...tree].map(([path, text]) => [path, text.replaceAll(newWords, oldWords)] as const),
  );
  publishRelease(root, {
    ...{ registry, item, version: older, date: "2026-10-01", changelog: "- The first.\n" },
    zip: zipArtifact(olderTree),
    manifest: { ...manifest, identity: { ...manifest.identity, version: older } },
    maps,
  });
  const bench = await openWorkbench({
    ...triedModule,
    ...{ title, version, begins },
    build: { tree, manifest },
    root: fileURLToPath(new URL("../..", import.meta.url)),
    model: null,
    modelName: "",
    timer: () => performance.now(),
    releases: releasesOf(root, registry, item),
  });
  const served = await serveWorkbench(bench, { token: "token123", port: 0 });
  return {
    bench,
    served,
    close: async () => {
      await served.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}
