/** The toolkit's sources as one script, kept on disk for the next process. */
import { Buffer } from "node:buffer";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { deserialize, serialize } from "node:v8";

/** Where the toolkit stands. */
const root = fileURLToPath(new URL("../../", import.meta.url));
/** What nobody else may want to keep. */
const folder = join(root, ".cache");
/** What a bundle depends on besides its sources: the bundler, and what is said to it. */
const makers = [
  createRequire(import.meta.url).resolve("esbuild/package.json"),
  "scripts/cli/bin.mjs",
  "scripts/cli/toolkit-bundle.mjs",
];

/** Milliseconds that the clock of a disk may be behind. */
const CLOCK = 1000;

/**
 * Bundles the sources as they are now.
 *
 * @param {boolean} hasMap whether stacks shall name the sources
 */
export async function makeBundle(hasMap) {
  const started = Date.now();
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["scripts/cli/main.ts"],
    bundle: true,
    packages: "external",
    tsconfigRaw: {},
    alias: { typescript: join(root, "scripts/cli/typescript.mjs") },
    platform: "node",
    target: "node20",
    format: "cjs",
    // Code that was kept compiled cannot import by itself.
    supported: { "dynamic-import": false },
    write: false,
    metafile: true,
    outfile: "scripts/cli/main.ts.cjs",
    sourcemap: hasMap ? "inline" : false,
    // One file asks where it stands.
    define: { "import.meta.url": JSON.stringify(new URL("../toolkit.ts", import.meta.url).href) },
  });
  const files = Object.keys(metafile.inputs);
  // A file that was changed meanwhile may have been read before or after that.
  const isSettled = files.every((file) => statSync(join(root, file)).mtimeMs < started - CLOCK);
  return { text: outputFiles[0].text, files, key: isSettled ? keyOf(files) : null };
}

/** The bundle that was kept, with its compiled code; null when its sources are others now, or it is not whole. */
export function keptBundle() {
  try {
    const bytes = readFileSync(join(folder, "toolkit"));
    const body = bytes.subarray(64);
    if (bytes.subarray(0, 64).toString() !== sealOf(body)) {
      return null;
    }
    const kept = deserialize(body);
    return kept.key === keyOf(kept.files) ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a bundle in place of the one before. A folder that takes nothing is no mistake. */
export function keepBundle({ text, files, key }, code) {
  if (key === null) {
    return;
  }
  try {
    const body = serialize({ text, files, key, code });
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, ".gitignore"), "*\n");
    const file = join(folder, `toolkit.${String(process.pid)}`);
    writeFileSync(file, Buffer.concat([Buffer.from(sealOf(body)), body]));
    // Renamed when it is whole, so that nobody reads half of it.
    renameSync(file, join(folder, "toolkit"));
  } catch {
    // The next process bundles again.
  }
}

/** A text that differs when a file does, or when the toolkit or Node is another. */
function keyOf(files) {
  const hash = createHash("sha256").update(JSON.stringify([process.version, root]));
  for (const file of [...makers, ...files]) {
    const bytes = readFileSync(resolve(root, file));
    hash.update(JSON.stringify([file, bytes.length])).update(bytes);
  }
  return hash.digest("hex");
}

/** 64 characters that only this content has. */
function sealOf(body) {
  return createHash("sha256").update(body).digest("hex");
}
