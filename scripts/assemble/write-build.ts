/** Writes a build into its output folder. */
import { writeArtifact, type WrittenArtifact } from "../artifact/index.ts";
import type { Build } from "./build-module.ts";

/**
 * Writes `artifact/`, the zip, `manifest.json` and `maps/` into `outDir`; all are exchanged together, so that nothing of
 * an earlier build stays. Other files in `outDir` are left alone.
 *
 * @throws ArtifactError when the parts are wrong; nothing is written then
 * @throws the error of the file system when it refuses
 */
export function writeBuild({ tree, manifest, zip, maps }: Build, outDir: string): WrittenArtifact {
  return writeArtifact(tree, manifest, zip, outDir, maps);
}
