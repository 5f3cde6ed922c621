/** The outcome of the last build of a project, kept on disk for the next process. */
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Build, BuildResult } from "../assemble/index.ts";
import type { Project } from "../project/index.ts";
import { toolkitRoot } from "../toolkit.ts";

/** What is kept: a build that worked, with its warnings. */
type Kept = Pick<BuildResult, "problems"> & { readonly build: Build };

/** Folder of a project that the outcome is kept in; what nobody else may want to keep. */
const folder = ".cache";

/**
 * A text that differs when anything differs that a build may read: every file of the project and of the toolkit, and the
 * version of Node. Null when that cannot be said, because a link leads elsewhere, or the output lies around the sources.
 *
 * @param out absolute folder of the build's output, which is no source
 */
export function buildKey({ root }: Pick<Project, "root">, out: string): string | null {
  const hash = createHash("sha256").update(JSON.stringify([process.version, root]));
  try {
    const isWhole = addFolder(hash, root, root, out);
    const hasToolkit =
      root === toolkitRoot || addFolder(hash, toolkitRoot, join(toolkitRoot, "scripts"), out);
    // The lock names the versions of all that the toolkit stands on.
    hash.update(readFileSync(join(toolkitRoot, "package-lock.json")));
    return isWhole && hasToolkit && !isWithin(root, out) ? hash.digest("hex") : null;
  } catch {
    return null;
  }
}

/** What was kept under the key; null when nothing was, or it cannot be read. */
export function keptBuild({ root }: Pick<Project, "root">, key: string): Kept | null {
  try {
    const bytes = readFileSync(join(root, folder, "build"));
    const body = bytes.subarray(64);
    return bytes.subarray(0, 64).toString() === sealOf(key, body) ? (deserialize(body) as Kept) : null;
  } catch {
    return null;
  }
}

/** Keeps a build under its key, in place of the one before. A folder that takes nothing is no mistake. */
export function keepBuild({ root }: Pick<Project, "root">, key: string, { build, problems }: Kept): void {
  const body = serialize({ build, problems });
  const place = join(root, folder);
  try {
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, ".gitignore"), "*\n");
    const file = join(place, `build.${String(process.pid)}`);
    writeFileSync(file, Buffer.concat([Buffer.from(sealOf(key, body)), body]));
    // Renamed when it is whole, so that nobody reads half of it.
    renameSync(file, join(place, "build"));
  } catch {
    // The next build compiles again.
  }
}

/** 64 characters that only this content under this key has. */
function sealOf(key: string, body: Uint8Array): string {
  return createHash("sha256").update(key).update(body).digest("hex");
}

/** Adds the names and bytes of all files of a folder, but for hidden ones and installed packages; false for a link. */
function addFolder(hash: ReturnType<typeof createHash>, base: string, inside: string, out: string): boolean {
  const entries = readdirSync(inside, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  let isWhole = true;
  for (const entry of entries) {
    const path = join(inside, entry.name);
    if (entry.name.startsWith(".") || entry.name === "node_modules" || path === out) {
      continue;
    }
    if (entry.isDirectory()) {
      isWhole = addFolder(hash, base, path, out) && isWhole;
    } else if (entry.isFile()) {
      const bytes = readFileSync(path);
      hash.update(JSON.stringify([relative(base, path), bytes.length])).update(bytes);
    } else {
      isWhole = false;
    }
  }
  return isWhole;
}

function isWithin(inner: string, outer: string): boolean {
  return inner === outer || inner.startsWith(outer.endsWith(sep) ? outer : `${outer}${sep}`);
}
