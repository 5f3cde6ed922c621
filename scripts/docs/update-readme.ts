/** `npm run docs`: rewrites the generated parts of README.md. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../cli/project.ts";
import { readmeParts, withParts } from "./readme-examples.ts";

const file = join(projectRoot, "README.md");
writeFileSync(file, withParts(readFileSync(file, "utf8"), readmeParts(projectRoot)));
