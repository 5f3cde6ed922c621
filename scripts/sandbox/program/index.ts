/** @module Runs TypeScript programs as JavaScript and as compiled NSL, one by one or many at once. */
export {
  type CompiledPrograms,
  compilePrograms,
  type ProgramOptions,
  type ProgramSource,
} from "./compile-programs.ts";
export { type Outcome } from "./outcome.ts";
export { findInputFaults } from "./input-faults.ts";
export { InputTypeError } from "./input-type.ts";
export type { ProgramInput } from "./program-input.ts";
export { ProgramFormError, readMain } from "./program-main.ts";
export { ProgramPlatform } from "./program-platform.ts";
export { type Comparison, createRunner, type ProgramRunner } from "./run-compiled.ts";
export { fileProgram, runProgram, textProgram } from "./run-program.ts";
