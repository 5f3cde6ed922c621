/** Why a `for` is no bounded counter, where its head tells. */
import ts from "typescript";

const USUAL = "Write `for (let i = from; i < to; i += 1)`";

/** The cause, to stand behind "is not a bounded counter", and what to write instead; empty when the head is in order. */
export function loopFault({
  initializer,
  condition,
  incrementor,
}: ts.ForStatement): [cause: string, advice: string] {
  if (initializer === undefined || !ts.isVariableDeclarationList(initializer)) {
    return [": it does not declare its counter", `${USUAL}, with the \`let\` in the loop.`];
  }
  const [first, ...others] = initializer.declarations;
  if (others.length > 0) {
    const names = others.map((declaration) => `\`${declaration.name.getText()}\``).join(", ");
    return [": it declares more than one variable", `Declare ${names} before the loop.`];
  }
  if (first?.initializer === undefined) {
    return [": its counter has no first value", `${USUAL}.`];
  }
  if (condition === undefined) {
    return [": it has no condition", `${USUAL}, with a bound.`];
  }
  if (incrementor === undefined) {
    return [": it has no step", `${USUAL}, with the step in the head.`];
  }
  if (ts.isBinaryExpression(incrementor) && incrementor.operatorToken.kind === ts.SyntaxKind.CommaToken) {
    return [
      ": it has more than one step",
      "Keep the step of the counter and move the others to the end of the body.",
    ];
  }
  return ["", ""];
}
