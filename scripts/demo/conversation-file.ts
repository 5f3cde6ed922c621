/** Where the demo's conversation is written down. */
import { join } from "node:path";
import { projectRoot } from "../project-root.ts";

/** Absolute name of the YAML file beside this one. */
export const conversationFile = join(projectRoot, "scripts", "demo", "conversation.yaml");
