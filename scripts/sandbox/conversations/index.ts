/** @module Written conversations: read, checked, played against the simulated salon, and judged. */
export { actionLog } from "./action-log.ts";
export { calendarLines } from "./calendar.ts";
export { nodeProgram } from "./node-program.ts";
export { type FoundScript, parseConversations, readConversations } from "./read-script.ts";
export { type ConversationReport, runConversation } from "./run-conversation.ts";
export type { ConversationScript, WrittenTurn } from "./script.ts";
export { openTheatre, type Setting, type Stage, type StageOptions, type Theatre } from "./stage.ts";
