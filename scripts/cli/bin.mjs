#!/usr/bin/env node
// The sources are TypeScript: they are bundled and run, which is quicker than loading file by file. The bundle is kept.
import Module, { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import vm from "node:vm";

const main = fileURLToPath(new URL("main.ts", import.meta.url));
const require = createRequire(main);
const isVerbose = process.argv.includes("--verbose");
// Stacks are shown on request only, and then they name the sources.
const isKept = !isVerbose && !process.argv.includes("--no-cache");
const { keepBundle, keptBundle, makeBundle } = await import("./toolkit-bundle.mjs");
const kept = isKept ? keptBundle() : null;
const bundle = kept ?? (await bundled());
process.setSourceMapsEnabled(isVerbose);
const module = new Module(main);
module.paths = require.resolve.paths("esbuild");
let script;
if (isVerbose) {
  module._compile(bundle.text, `${main}.cjs`);
} else {
  script = new vm.Script(Module.wrap(bundle.text), {
    filename: `${main}.cjs`,
    cachedData: kept?.code,
  });
  script.runInThisContext()(
    module.exports,
    require,
    module,
    `${main}.cjs`,
    fileURLToPath(new URL(".", import.meta.url)),
  );
}
process.exitCode = await module.exports.main();
if (isKept && kept === null) {
  // What was compiled while it ran is kept with it.
  keepBundle(bundle, script.createCachedData());
}

function bundled() {
  const bundling = makeBundle(isVerbose);
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
  return bundling;
}
