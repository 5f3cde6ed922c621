/** Where the demo's conversation is written down. */
import { fileURLToPath } from "node:url";

/** Absolute name of the YAML file beside this one. */
export const conversationFile = fileURLToPath(new URL("conversation.yaml", import.meta.url));
