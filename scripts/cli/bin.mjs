#!/usr/bin/env node
// The sources are TypeScript: they are bundled in memory and run, which is quicker than loading file by file.
import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const bundling = build({
  entryPoints: [main],
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "cjs",
  write: false,
  outfile: `${main}.cjs`,
  // Stacks are shown on request only, and then they name the sources.
  sourcemap: process.argv.includes("--verbose") ? "inline" : false,
  // One file asks where it stands.
  define: { "import.meta.url": JSON.stringify(new URL("../toolkit.ts", import.meta.url).href) },
});
const require = createRequire(main);
if (
  [
    "build",
    "check",
    "compile",
    "conversation",
    "converse",
    "demo",
    "diff",
    "invoke",
    "lint",
    "new",
    "push",
    "release",
    "sandbox",
    "talk",
    "verify",
    "watch",
    "workbench",
  ].includes(process.argv[2])
) {
  // What compiles needs TypeScript; it is loaded while the bundler, a process of its own, works.
  require("typescript");
}
const { outputFiles } = await bundling;
process.setSourceMapsEnabled(process.argv.includes("--verbose"));
const bundle = new Module(main);
bundle.paths = require.resolve.paths("esbuild");
bundle._compile(outputFiles[0].text, `${main}.cjs`);
process.exitCode = await bundle.exports.main();
