/** The language: every visitor and every table of the library, put together in the one place above them all. */
import { library } from "./builtins/library.ts";
import type { Language } from "./context/language.ts";
import { transformCondition } from "./transform/condition.ts";
import { visitExpression, visitStatement } from "./transform/dispatch.ts";
import { transformStatements } from "./transform/statements/list.ts";
import { expressionVisitors, statementVisitors } from "./transform/visitors.ts";

/** What a skill may be written in. */
export const language: Language = {
  expression: (node, context) => visitExpression(expressionVisitors, node, context),
  condition: transformCondition,
  statement: (node, context) => {
    visitStatement(statementVisitors, node, context);
  },
  statements: transformStatements,
  library,
};
