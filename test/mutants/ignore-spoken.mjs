/** Leaves words that are spoken as they are: what is asserted of an answer is its kind, not its wording. */
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/** Two words beside each other: no name of a field, an action or a kind looks like that. */
const sentence = /[A-Za-z]{2,}[,.:;]? [a-z]{2,}/u;

/** What decides between words is changed all the same. */
const decides = ["ConditionalExpression", "LogicalExpression", "BinaryExpression", "ArrowFunctionExpression"];

const isSpoken = (path) =>
  (path.isStringLiteral() && sentence.test(path.node.value)) ||
  (path.isTemplateLiteral() &&
    sentence.test(path.node.quasis.map(({ value }) => value.raw).join(" x ")) &&
    !path.node.expressions.some((_, index) => contains(path.get(`expressions.${String(index)}`))));

function contains(path) {
  let found = decides.includes(path.node.type);
  path.traverse({
    enter(inner) {
      found ||= decides.includes(inner.node.type);
    },
  });
  return found;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, "spoken", {
    shouldIgnore: (path) => (isSpoken(path) ? "words that are spoken" : undefined),
  }),
];
