/** The texts that sources write: literals and templates, with a mark where a value is put in. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A text of the sources. */
export interface SourceText {
  /** What stands between the values that are put in; one more than there are values. */
  readonly chunks: readonly string[];
  /** Relative to the project, with the line. */
  readonly place: string;
}

/**
 * All texts with a word in the given sources, but for what is logged.
 *
 * @param sources files and folders relative to the root; `file.ts#name` is one function of a file
 * @param except files of those folders that are left out
 */
export function sourceTexts(
  root: string,
  sources: readonly string[],
  except: readonly string[],
): readonly SourceText[] {
  return sources.flatMap((source) => {
    const [path = "", name] = source.split("#");
    const files = path.endsWith(".ts")
      ? [path]
      : readdirSync(join(root, path)).map((file) => `${path}/${file}`);
    return files
      .filter((file) => file.endsWith(".ts") && !except.includes(file))
      .sort()
      .flatMap((file) => textsOf(root, file, name));
  });
}

function textsOf(root: string, file: string, name: string | undefined): SourceText[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: SourceText[] = [];
  const constants = constantsOf(source);
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node) || isLogged(node)) {
      return;
    }
    const chunks = chunksOf(node, constants);
    if (chunks?.some((chunk) => /\p{L}/u.test(chunk)) === true) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ chunks, place: `${file}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  const inside = (node: ts.Node): boolean => ts.isFunctionDeclaration(node) && node.name?.text === name;
  (name === undefined ? [source] : source.statements.filter(inside)).forEach(visit);
  return found;
}

/** `ctx.log(...)`: the log is not the status. */
function isLogged(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    node.expression.name.text === "log"
  );
}

/** The texts that a file gives names to, which are part of the templates that use them. */
function constantsOf(source: ts.SourceFile): ReadonlyMap<string, string> {
  const declarations = source.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return new Map(
    declarations.flatMap(({ name, initializer }) =>
      initializer !== undefined && ts.isStringLiteral(initializer)
        ? [[name.getText(), initializer.text]]
        : [],
    ),
  );
}

function chunksOf(node: ts.Node, constants: ReadonlyMap<string, string>): readonly string[] | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return [node.text];
  }
  if (!ts.isTemplateExpression(node)) {
    return null;
  }
  const chunks = [node.head.text];
  for (const { expression, literal } of node.templateSpans) {
    const known = constants.get(expression.getText());
    if (known === undefined) {
      chunks.push(literal.text);
    } else {
      chunks.push(`${chunks.pop() ?? ""}${known}${literal.text}`);
    }
  }
  return chunks;
}
