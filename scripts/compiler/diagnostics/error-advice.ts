/** What to write instead of what skills do not have of errors. */
import type ts from "typescript";

/** Instead of a class of errors that does more than keep what it is given. */
export function errorClassAdvice(declaration: ts.ClassDeclaration): string {
  const name = declaration.name?.text ?? "BookingError";
  return `Let it only keep what it is given: \`class ${name} extends Error { constructor(readonly code: string, message: string) { super(message); this.name = "${name}"; } }\`.`;
}
