/** `npm run profile`: tries the module out, every call of a helper visible, and writes how often each was made. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildModule, callProfileName, callProfileText } from "../../assemble/index.ts";
import { openProject } from "../../project/index.ts";
import { readConversations } from "../../sandbox/conversations/index.ts";
import { commandCall, toolkitRoot } from "../../toolkit.ts";
import { simulator } from "../conversations/salon-service.ts";
import { measureProfile } from "./profile.ts";

const project = openProject(toolkitRoot);
const { build } = await buildModule({ project, isCounted: true });
if (build === null) {
  throw new Error(`The module does not build; run \`${commandCall} check\`.`);
}
const conversations = readConversations(join(toolkitRoot, "test/conversations"), simulator.words);
const profile = await measureProfile(build.tree, conversations);
const places = [...profile.values()].reduce((sum, counts) => sum + counts.size, 0);
writeFileSync(join(project.root, callProfileName(project)), callProfileText(profile));
process.stdout.write(
  `${callProfileName(project)}: ${String(places)} places, from ${String(conversations.length)} conversations\n`,
);
