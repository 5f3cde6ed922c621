/**
 * What a program that catches its errors is compiled with: a function that throws gives an outcome, and whoever calls it asks
 * that. In Node nothing calls it.
 */
import type { ParsedJson } from "./parse.ts";

/** What is caught, as a program names it. */
export type CaughtError = unknown;

/** The same where `JSON.parse` may have thrown it. */
export type CaughtUntold = unknown;

/** A variable that keeps what was caught, or nothing yet. */
export type CaughtOrNone = unknown;

/** The same where `JSON.parse` may have thrown it. */
export type CaughtUntoldOrNone = unknown;

/** What was thrown. */
export type ThrownError = Error;

/** What a function gives that may throw. */
export type Outcome<Value> =
  { readonly thrown: null; readonly value: Value } | { readonly thrown: ThrownError };

/** The value of an outcome that nobody catches: the skill stops with what was thrown. */
export function valueOf<Value>(outcome: Outcome<Value>): Value {
  if (outcome.thrown !== null) {
    throw outcome.thrown;
  }
  return outcome.value;
}

/** Throws what a function gives that never returns. */
export function raise(error: ThrownError): never {
  throw error;
}

/** An error that was kept, to be thrown; where there is none JavaScript would throw `undefined`, and the skill stops. */
export function keptError(error: CaughtOrNone): ThrownError {
  if ((error ?? null) === null) {
    throw new TypeError("there is no error to throw");
  }
  return error as ThrownError;
}

/** What `JSON.parse` throws. */
export function unreadable(): ThrownError {
  return new SyntaxError();
}

/** What `JSON.parse` gives of a text that was read, for the program to claim its type. */
export function parsedValue({ value }: ParsedJson): ReturnType<typeof JSON.parse> {
  return value;
}
