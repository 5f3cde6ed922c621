/** `npm run docs`: rewrites the generated parts of README.md and the pages docs/subset.md and docs/diagnostics.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../project-root.ts";
import { renderCatalogue } from "../compiler/diagnostics/render-catalogue.ts";
import { readmeParts, withParts } from "./readme-examples.ts";
import { renderSubset, subsetPage } from "./render-subset.ts";

const file = join(projectRoot, "README.md");
writeFileSync(file, withParts(readFileSync(file, "utf8"), readmeParts(projectRoot)));
writeFileSync(join(projectRoot, subsetPage), await renderSubset(projectRoot));
writeFileSync(join(projectRoot, "docs", "diagnostics.md"), await renderCatalogue(projectRoot));
