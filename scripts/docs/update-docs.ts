/** `npm run docs`: rewrites the generated parts of README.md and the pages docs/subset.md, docs/diagnostics.md and docs/cli.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolkitRoot } from "../toolkit.ts";
import { readmeParts, withParts } from "./readme-examples.ts";
import { cliPage, renderCli } from "./render-cli.ts";
import { diagnosticsPage, renderDiagnostics } from "./render-diagnostics.ts";
import { renderSubset, subsetPage } from "./render-subset.ts";

const file = join(toolkitRoot, "README.md");
writeFileSync(file, withParts(readFileSync(file, "utf8"), readmeParts(toolkitRoot)));
writeFileSync(join(toolkitRoot, subsetPage), await renderSubset(toolkitRoot));
writeFileSync(join(toolkitRoot, diagnosticsPage), await renderDiagnostics(toolkitRoot));
writeFileSync(join(toolkitRoot, cliPage), await renderCli(toolkitRoot));
