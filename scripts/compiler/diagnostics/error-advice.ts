/** What to write instead of what skills do not have of errors. */
import type ts from "typescript";

/** Instead of a class of errors that does more than keep what it is given. */
export function errorClassAdvice(declaration: ts.ClassDeclaration): string {
  const name = declaration.name?.text ?? "BookingError";
  return `Let it only keep what it is given: \`class ${name} extends Error { constructor(readonly code: string, message: string) { super(message); this.name = "${name}"; } }\`.`;
}

/** Instead of an error that is taken for any object, or written as JSON. */
export const ERROR_ADVICE = "Hand on what it says: `error.message`, `error.name` or what its class adds.";
