/** What to write instead of awaiting a function that does not wait itself. */
import ts from "typescript";
import { resolveSymbol } from "../analysis/functions.ts";
import type { Gathering } from "../analysis/gathering.ts";
import { shortened } from "../diagnostics/advice.ts";

/** "" where it is no function of the program, or one that gives no promise. */
export function awaitedAdvice(call: ts.Expression, checker: ts.TypeChecker): string {
  if (!ts.isCallExpression(call) || checker.getTypeAtLocation(call).symbol?.name !== "Promise") {
    return "";
  }
  const declaration = resolveSymbol(checker, call.expression)?.valueDeclaration;
  const named =
    declaration !== undefined && ts.isVariableDeclaration(declaration)
      ? declaration.initializer
      : declaration;
  if (
    named === undefined ||
    !(ts.isArrowFunction(named) || ts.isFunctionExpression(named) || ts.isFunctionDeclaration(named)) ||
    named.getSourceFile().isDeclarationFile
  ) {
    return "";
  }
  const name = call.expression.getText();
  const parameters = named.parameters.map((parameter) => parameter.getText());
  if (ts.findAncestor(named.parent, ts.isFunctionLike) === undefined) {
    return `Make \`${name}\` itself \`async\`: \`async function ${name}(${parameters.join(", ")})\`.`;
  }
  const taken = ["ctx: SkillContext", ...parameters].join(", ");
  const given = ["ctx", ...call.arguments.map((argument) => argument.getText())].join(", ");
  return `Write \`async function ${name}(${taken})\` at module level, and \`await ${name}(${given})\` here.`;
}

/** What to write instead of `Promise.all` where the order would be seen. */
export function gatheredAdvice(gathering: Gathering): string {
  if (gathering.kind === "listed") {
    return "Await one after the other: `const first = await ...; const second = await ...;`.";
  }
  const { list, callback } = gathering;
  const name = callback.parameters[0]?.name.getText() ?? "item";
  const { body } = callback;
  const value = ts.isBlock(body) ? undefined : ts.isAwaitExpression(body) ? body.expression : body;
  const given = value === undefined ? "..." : `results.push(await ${shortened(value, "...")});`;
  return `Await one after the other: \`for (const ${name} of ${shortened(list, "list")}) { ${given} }\`.`;
}
