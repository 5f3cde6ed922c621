/** The local Newo platform (see `sandbox.ts` for what it does). */
export { InstallError } from "./install-error.ts";
export { type Brain, type ScriptedBrain, scriptedBrain } from "./brain.ts";
export type { Conversation, TurnResult } from "./conversation.ts";
export { followUpText } from "./core-attention.ts";
export type { SandboxEvent } from "./event-bus.ts";
export type { HeldResults, RequestToHold } from "./held-results.ts";
export type { ModuleRuntime, NodeHandler, NodeProgram } from "./module-runtime.ts";
export { describeSlowPythons, findPython, type Python } from "./python.ts";
export { platformShapes } from "./platform-shape.ts";
export { isRegisteredTool } from "./registered-tools.ts";
export { agentTools } from "./core/agent-tools.ts";
export { firingTools, type Judgement, toolsPrompt } from "./core/judge-tools.ts";
export { Account, type MemoryMessage, type UserField } from "./account.ts";
export { actionSignatures } from "./action-signatures.ts";
export type { ArtifactFlow } from "./artifact-project.ts";
export type { AttributeStore, StoredMetadata } from "./attribute-store.ts";
export { type ResultShape, resultShapes } from "./result-shape.ts";
export { createSandbox, type Sandbox } from "./sandbox.ts";
export type { SandboxOptions } from "./sandbox-options.ts";
export { timeInJinja, WorkerError } from "./worker.ts";
export { comparableActions, type HttpEntry, type LogEntry, type Trace, type TraceEntry } from "./trace.ts";
/** The events by which modules tell the agent something without having it speak, and ask for its patience. */
export { extendSessionEvent, userDataEvent, waitingModeEvent } from "../../sdk/contract.ts";
