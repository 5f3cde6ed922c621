/** `npm run docs`: rewrites the generated parts of README.md and the pages docs/subset.md and docs/diagnostics.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolkitRoot } from "../toolkit.ts";
import { renderCatalogue } from "../compiler/diagnostics/render-catalogue.ts";
import { readmeParts, withParts } from "./readme-examples.ts";
import { renderSubset, subsetPage } from "./render-subset.ts";

const file = join(toolkitRoot, "README.md");
writeFileSync(file, withParts(readFileSync(file, "utf8"), readmeParts(toolkitRoot)));
writeFileSync(join(toolkitRoot, subsetPage), await renderSubset(toolkitRoot));
writeFileSync(join(toolkitRoot, "docs", "diagnostics.md"), await renderCatalogue(toolkitRoot));
