/** The one name that is given, in the forms it takes in the project. */
import ts from "typescript";
import { NewError } from "./new-error.ts";

/** `confirm-visit` in all its forms. */
export interface PartName {
  /** `confirm-visit`: of files. */
  readonly file: string;
  /** `confirmVisit`: of constants and functions. */
  readonly constant: string;
  /** `ConfirmVisit`: of a flow, before the word `Flow`. */
  readonly pascal: string;
  /** `confirm_visit`: of idns, behind the prefix of the module. */
  readonly snake: string;
  /** `confirm visit`, in a sentence. */
  readonly words: string;
  /** `Confirm visit`. */
  readonly title: string;
}

/** Longest name: a title that is made of it has fewer than 70 characters (docs/platform.md, "YAML style"). */
const longest = 40;

/** Names that a file may not have on every system. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/** @throws NewError for a name that is none */
export function partName(given: string): PartName {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(given)) {
    throw new NewError(
      `"${given.slice(0, 60)}" cannot be a name. Write small letters, digits and single hyphens, such as confirm-visit.`,
      true,
    );
  }
  if (given.length > longest) {
    throw new NewError(
      `The name has ${String(given.length)} characters; ${String(longest)} are the most.`,
      true,
    );
  }
  const constant = given.replace(/-([a-z0-9])/gu, (_match, letter: string) => letter.toUpperCase());
  if (devices.test(given) || !isIdentifier(constant)) {
    throw new NewError(`"${given}" means something else already. Add a word, such as ${given}-visit.`, true);
  }
  const words = given.replaceAll("-", " ");
  return {
    file: given,
    constant,
    pascal: capital(constant),
    snake: given.replaceAll("-", "_"),
    words,
    title: capital(words),
  };
}

/** No word of the language. */
function isIdentifier(text: string): boolean {
  const scanner = ts.createScanner(ts.ScriptTarget.Latest, true, ts.LanguageVariant.Standard, text);
  return scanner.scan() === ts.SyntaxKind.Identifier;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
