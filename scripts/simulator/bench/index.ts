/** Part of `npm run bench`: how many requests an action takes, and how much text language models are given. */
import { buildModule } from "../../assemble/index.ts";
import { allPasses } from "../../compiler/optimise/index.ts";
import { openProject } from "../../project/index.ts";
import { commandCall, toolkitRoot } from "../../toolkit.ts";
import { accountLines, accountSizes, measureAccount } from "./large-accounts.ts";
import { measureRequests, requestLines } from "./requests.ts";
import { measureTime, measureWeights, timeLines, weightLines } from "./weights.ts";
import { measureTexts, textLines } from "./text-sizes.ts";

const { build } = await buildModule({ project: openProject(toolkitRoot) });
if (build === null) {
  throw new Error(`The module does not build; run \`${commandCall} check\`.`);
}

function show(title: string, lines: readonly string[]): void {
  process.stdout.write(`${title}\n${lines.map((line) => `  ${line}\n`).join("")}`);
}

show("Weight of what is emitted", weightLines(await measureWeights(build)));
const plain = await buildModule({ project: openProject(toolkitRoot), withoutPasses: allPasses });
if (plain.build !== null) {
  show("Time", timeLines(await measureTime(build.tree), await measureTime(plain.build.tree)));
}
show("Requests", requestLines(await measureRequests(build.tree)));
for (const size of accountSizes) {
  show("Calls of skills", accountLines(size, await measureAccount(build.tree, size, "nsl")));
}
show("Characters that language models read", textLines(await measureTexts(build.tree)));
