/** Sources that are nested so deeply that neither TypeScript nor the compiler can follow: found before they are parsed. */
import ts from "typescript";

const K = ts.SyntaxKind;

/** Brackets in each other, and operators or `else if`s in a row; a person's programs stay far below. */
const MOST_BRACKETS = 250;
const MOST_IN_A_ROW = 1000;
const MOST_BRANCHES = 250;

/** Where a text is nested too deeply, and what is too much there. */
export interface DeepPlace {
  readonly start: number;
  readonly length: number;
  readonly limit: string;
}

const OPENING: ReadonlySet<ts.SyntaxKind> = new Set([
  K.OpenBraceToken,
  K.OpenBracketToken,
  K.OpenParenToken,
  K.TemplateHead,
]);
const CLOSING: ReadonlySet<ts.SyntaxKind> = new Set([
  K.CloseBraceToken,
  K.CloseBracketToken,
  K.CloseParenToken,
  K.TemplateTail,
]);

/** What can stand in front of a division; a slash behind anything else begins a regular expression. */
const OPERANDS: ReadonlySet<ts.SyntaxKind> = new Set([
  K.CloseBracketToken,
  K.CloseParenToken,
  K.CloseBraceToken,
  K.Identifier,
  K.NumericLiteral,
  K.StringLiteral,
  K.NoSubstitutionTemplateLiteral,
  K.TemplateTail,
  K.RegularExpressionLiteral,
]);

/** What ends an expression, or begins a statement where nobody writes semicolons. */
const STARTS: ReadonlySet<ts.SyntaxKind> = new Set([
  K.SemicolonToken,
  K.CommaToken,
  K.EqualsToken,
  K.ConstKeyword,
  K.LetKeyword,
  K.ReturnKeyword,
  K.ForKeyword,
  K.WhileKeyword,
  K.FunctionKeyword,
  K.ExportKeyword,
  K.ImportKeyword,
  K.TypeKeyword,
  K.InterfaceKeyword,
]);

/** What is counted between two brackets. */
interface Level {
  readonly opened: ts.SyntaxKind;
  operators: number;
  branches: number;
}

/** The first place where the text is nested too deeply; null when it is not. Goes through the text once. */
export function deepPlace(text: string): DeepPlace | null {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2023, true, ts.LanguageVariant.Standard, text);
  const levels: Level[] = [{ opened: K.Unknown, operators: 0, branches: 0 }];
  let before = K.Unknown;
  for (let token = scanner.scan(); token !== K.EndOfFileToken; token = scanner.scan()) {
    const kind = readAgain(scanner, token, before, levels.at(-1)?.opened);
    const limit = passed(kind, before, levels);
    if (limit !== null) {
      return { start: scanner.getTokenStart(), length: Math.max(1, scanner.getTokenText().length), limit };
    }
    before = kind;
  }
  return null;
}

/** A slash may begin a regular expression, and a brace go on with a template. */
function readAgain(
  scanner: ts.Scanner,
  token: ts.SyntaxKind,
  before: ts.SyntaxKind,
  opened: ts.SyntaxKind | undefined,
): ts.SyntaxKind {
  if ((token === K.SlashToken || token === K.SlashEqualsToken) && !OPERANDS.has(before)) {
    return scanner.reScanSlashToken();
  }
  return token === K.CloseBraceToken && opened === K.TemplateHead
    ? scanner.reScanTemplateToken(false)
    : token;
}

function passed(kind: ts.SyntaxKind, before: ts.SyntaxKind, levels: Level[]): string | null {
  const level = levels.at(-1);
  if (OPENING.has(kind)) {
    levels.push({ opened: kind, operators: 0, branches: 0 });
    return levels.length > MOST_BRACKETS ? `more than ${String(MOST_BRACKETS)} brackets in each other` : null;
  }
  if (CLOSING.has(kind)) {
    if (levels.length > 1) {
      levels.pop();
    }
    return null;
  }
  if (level === undefined) {
    return null;
  }
  if (STARTS.has(kind)) {
    level.operators = 0;
  } else if (kind === K.IfKeyword) {
    level.branches = before === K.ElseKeyword ? level.branches + 1 : 0;
    level.operators = 0;
  } else if (isOperator(kind)) {
    level.operators += 1;
  }
  return level.branches > MOST_BRANCHES
    ? `more than ${String(MOST_BRANCHES)} \`else if\` in a row`
    : level.operators > MOST_IN_A_ROW
      ? `more than ${String(MOST_IN_A_ROW)} operators in a row`
      : null;
}

function isOperator(kind: ts.SyntaxKind): boolean {
  return kind >= K.FirstPunctuation && kind <= K.LastPunctuation;
}
