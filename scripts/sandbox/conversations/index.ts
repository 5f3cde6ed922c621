/** @module Written conversations: read, checked, played against a simulated service, and judged. */
export type * from "./account.ts";
export { actionLog } from "./action-log.ts";
export { nodeProgram, type RunnableModule } from "./node-program.ts";
export { playInRuntimes } from "./play-in-runtimes.ts";
export { playTurn, shownRequest, type PlayedTurn, type ShownRequest } from "./play-turn.ts";
export { findSkills, invokeSkill, type FoundSkill, type InvokeInput, type Invocation } from "./invoke.ts";
export { fillValue, type Placeholders } from "./placeholders.ts";
export { parseDocuments, ScriptError, yamlFilesAt } from "./read-documents.ts";
export { parseConversations, readConversations, withDay, type FoundScript } from "./read-script.ts";
export { playConversation, runConversation, type ConversationReport } from "./run-conversation.ts";
export type { ConversationScript, Expectation } from "./script.ts";
export { expectation, settingProperties } from "./script-schema.ts";
export { findDeviations, findLeaks } from "./find-deviations.ts";
export type * from "./service.ts";
export { onLiveStage } from "./live-stage.ts";
export { setUpAsBuilder, type SetUpReport } from "./set-up.ts";
export type * from "./verification.ts";
export { openTheatre, type RuntimeName, type Stage, type Theatre } from "./stage.ts";
