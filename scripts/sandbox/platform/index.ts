/** The local Newo platform (see `sandbox.ts` for what it does). */
export { Account, type UserField } from "./account.ts";
export { InstallError } from "./install-error.ts";
export { type Brain, type BrainInput, type Facts, type ScriptedBrain, scriptedBrain } from "./brain.ts";
export type { Conversation, ConversationOptions, Turn, TurnResult } from "./conversation.ts";
export type { SandboxEvent } from "./event-bus.ts";
export type { ModuleRuntime, NodeHandler, NodeProgram } from "./module-runtime.ts";
export { describeSlowPythons, findAllPythons, findJinjaVersions, findPython, type Python } from "./python.ts";
export { defaultResultShape, type ResultShape, resultShapes } from "./result-shape.ts";
export { createSandbox, type EventToDeliver, type Sandbox } from "./sandbox.ts";
export type { SandboxOptions } from "./sandbox-options.ts";
export { sequentialIds } from "./sequential-ids.ts";
export {
  type ActionEntry,
  comparableActions,
  type ErrorEntry,
  type EventEntry,
  type HttpEntry,
  type LogEntry,
  Trace,
  type TraceEntry,
} from "./trace.ts";
