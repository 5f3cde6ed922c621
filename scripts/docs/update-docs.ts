/** `npm run docs`: rewrites the pages that are made from the sources, and the parts of others that are. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolkitRoot } from "../toolkit.ts";
import { generatedPages } from "./generated-pages.ts";

for (const [page, text] of await generatedPages(toolkitRoot, (page) =>
  readFileSync(join(toolkitRoot, page), "utf8"),
)) {
  writeFileSync(join(toolkitRoot, page), text);
}
