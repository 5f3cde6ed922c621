/** `!x`, `-x`. */
import ts from "typescript";
import { isNumber, strictly, typeName } from "../../analysis/types.ts";
import type { FunctionContext } from "../../context/function-context.ts";
import { operatorAdvice, statementAdvice } from "../../diagnostics/advice.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { countedValue } from "../statements/increment.ts";

const K = ts.SyntaxKind;

/** `!x`, `-x`; `++` and `--` are statements. */
export function transformPrefix(node: ts.PrefixUnaryExpression, context: FunctionContext): Expression {
  switch (node.operator) {
    case K.ExclamationToken: {
      const test = context.condition(node.operand);
      // `!!text` is a boolean; taking both away would leave the text.
      return test.kind === "unary" && test.operator === "not" ? nsl.unary("not", test) : nsl.not(test);
    }
    case K.MinusToken: {
      const type = context.checker.getTypeAtLocation(node.operand);
      if (!strictly(isNumber, type)) {
        return context.refuse(node, "arithmeticTypes", "-", `\`${typeName(context.checker, type)}\``);
      }
      const operand = context.expression(node.operand);
      return operand.kind === "number" ? nsl.number(-operand.value) : nsl.unary("-", operand);
    }
    case K.PlusPlusToken:
    case K.MinusMinusToken:
      return (
        countedValue(node, context) ?? context.refuse(node, "assignmentExpression", "", statementAdvice(node))
      );
    case K.PlusToken: {
      return context.library.number(node.operand, node, context);
    }
    default:
      return context.refuse(
        node,
        "unsupportedSyntax",
        `\`${ts.tokenToString(node.operator) ?? ""}\``,
        operatorAdvice(node.operator),
      );
  }
}
