/** Part of `npm run bench`: how many requests an action takes. */
import { buildModule } from "../../assemble/index.ts";
import { openProject } from "../../project/index.ts";
import { commandName, toolkitRoot } from "../../toolkit.ts";
import { measureRequests, requestLines } from "./requests.ts";

const { build } = await buildModule({ project: openProject(toolkitRoot) });
if (build === null) {
  throw new Error(`The module does not build; run \`npx ${commandName} check\`.`);
}
const lines = requestLines(await measureRequests(build.tree));
process.stdout.write(`Requests\n${lines.map((line) => `  ${line}\n`).join("")}`);
