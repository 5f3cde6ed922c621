/** Writes a build into its output folder. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { writeArtifact, type WrittenArtifact } from "../artifact/index.ts";
import type { Build } from "./build-module.ts";

/** Where the parts of a build were written. */
export interface WrittenBuild extends WrittenArtifact {
  readonly maps: string;
}

/**
 * Writes `artifact/`, the zip, `manifest.json` and `maps/` into `outDir`; each is replaced as a whole, so
 * that nothing of an earlier build stays. Other files in `outDir` are left alone.
 *
 * @throws ArtifactError when the parts are wrong; nothing is written then
 * @throws the error of the file system when it refuses
 */
export function writeBuild(build: Build, outDir: string): WrittenBuild {
  mkdirSync(outDir, { recursive: true });
  const staging = mkdtempSync(join(outDir, ".maps-"));
  try {
    const complete = join(staging, "maps");
    for (const [path, text] of build.maps) {
      mkdirSync(dirname(join(complete, path)), { recursive: true });
      writeFileSync(join(complete, path), text);
    }
    const written = writeArtifact(build.tree, build.manifest, build.zip, outDir);
    const maps = join(outDir, "maps");
    rmSync(maps, { recursive: true, force: true });
    renameSync(complete, maps);
    return { ...written, maps };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}
