/** `npm run phones`: writes the numbering plans of all countries into the module. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolkitRoot } from "../toolkit.ts";
import { plansFile, renderPlans } from "./render-plans.ts";

writeFileSync(join(toolkitRoot, plansFile), renderPlans());
