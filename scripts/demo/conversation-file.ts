/** Where the demo's conversation is written down. */
import { join } from "node:path";
import { toolkitRoot } from "../toolkit.ts";

/** Absolute name of the YAML file beside this one. */
export const conversationFile = join(toolkitRoot, "scripts", "demo", "conversation.yaml");
