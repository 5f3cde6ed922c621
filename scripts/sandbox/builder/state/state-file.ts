/** Keeps the state in a file that is exchanged as a whole. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { takeLock } from "../../../registry/index.ts";
import type { BuilderState } from "./records.ts";

/** A state that cannot be read, with what to do. */
export class StateFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "StateFileError";
  }
}

/**
 * Claims a state for this process: two that keep the same account would each write over what the other has done.
 *
 * @returns what gives it back
 * @throws StateFileError when another process works on it
 */
export function claimState(file: string): () => void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = `${file}.lock`;
  const giveBack = takeLock(lock);
  if (giveBack === null) {
    throw new StateFileError(
      `Another Builder works on ${file} (process ${readFileSync(lock, "utf8")}). Stop it first; when none runs, remove ${lock}.`,
    );
  }
  return giveBack;
}

/** The state in a file; null when there is none. @throws StateFileError when it cannot be read */
export function readState(file: string): BuilderState | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (thrown) {
    const { code = "" } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      return null;
    }
    throw new StateFileError(`${file} cannot be read (${code}).`);
  }
  const state = parse(text);
  if (state?.formatVersion !== 1) {
    throw new StateFileError(
      `${file} is not a state this version can read. Move it away to begin with an empty account.`,
    );
  }
  return state;
}

/** Writes the state. It holds keys and tokens: only its owner may read it. @throws the error of the file system */
export function writeState(file: string, state: BuilderState): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(state), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

function parse(text: string): BuilderState | null {
  try {
    return JSON.parse(text) as BuilderState;
  } catch {
    return null;
  }
}
