/** @module What is new in a module begins as: files from templates, entered wherever it has to be known. */
export { Drafts } from "./drafts.ts";
export { NewError } from "./new-error.ts";
export { partName, type PartName } from "./part-name.ts";
export { planAttribute } from "./plan-attribute.ts";
export { conversationText, planConversation } from "./plan-conversation.ts";
export { planScenario } from "./plan-scenario.ts";
export { planTool } from "./plan-tool.ts";
export type { Planned, Surroundings } from "./surroundings.ts";
