/** What computing an expression may do to what stands around it. */
import type { Expression } from "../nsl/ast.ts";
import { everyPart } from "./tree.ts";

/** Methods and functions of modules that only compute. */
const COMPUTING: ReadonlySet<string> = new Set(
  `decode dumps encode end endswith find finditer fromisoformat get group groups index isdecimal isoformat items keys loads
   lower lstrip replace rstrip search split start startswith strip sub toordinal upper utcoffset values weekday`.split(
    /\s+/u,
  ),
);

/** Does it do nothing but compute: no action, no skill, no change of a list? */
export function onlyComputes(expression: Expression): boolean {
  return !actsItself(expression) && everyPart(expression, onlyComputes);
}

/** Is it itself, apart from its parts, a call that may do something? */
export function actsItself(expression: Expression): boolean {
  if (expression.kind !== "call") {
    return false;
  }
  const { callee } = expression;
  return callee.kind === "attribute"
    ? !COMPUTING.has(callee.name)
    : !(callee.kind === "name" && callee.name === "range");
}

/** Does it, or a part of it, change a list or a record in place? */
export function changesValues(expression: Expression): boolean {
  const isMethod = expression.kind === "call" && expression.callee.kind === "attribute";
  return (isMethod && actsItself(expression)) || !everyPart(expression, (part) => !changesValues(part));
}
