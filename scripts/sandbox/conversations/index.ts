/** @module Written conversations: read, checked, played against a simulated service, and judged. */
export { actionLog } from "./action-log.ts";
export { nodeProgram, type RunnableModule } from "./node-program.ts";
export { playInRuntimes } from "./play-in-runtimes.ts";
export type { PlayedTurn, ShownRequest } from "./play-turn.ts";
export { parseConversations, readConversations, ScriptError, type FoundScript } from "./read-script.ts";
export { playConversation, runConversation, type ConversationReport } from "./run-conversation.ts";
export type { ConversationScript } from "./script.ts";
export type * from "./service.ts";
export { setUpAsBuilder, type SetUpReport } from "./set-up.ts";
export { openTheatre, type RuntimeName, type Stage, type Theatre } from "./stage.ts";
