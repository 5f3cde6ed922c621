/** `text.replace(pattern, (match) => ...)`: the callback becomes the body of a loop over the matches. */
import ts from "typescript";
import type { FunctionContext } from "../../context/function-context.ts";
import type { Expression } from "../../nsl/ast.ts";
import * as nsl from "../../nsl/factory.ts";
import { callbackValue } from "../../transform/arrow-body.ts";
import { bindPattern } from "../../transform/patterns.ts";
import { matchStart } from "./matches.ts";
import type { PythonPattern } from "./translate.ts";

/** What is replaced by a callback. */
type Replaced = Pick<PythonPattern, "pattern" | "global" | "groups" | "settled">;

/** A text that is searched for as it stands, as a pattern of Python. */
export function literalPattern(wanted: string, global: boolean): Replaced {
  const pattern = wanted.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  return { pattern, global, groups: 0, settled: new Set() };
}

/** Every match, or the first one, is replaced by what the callback gives. */
export function replaceByCallback(
  target: Expression,
  regex: Replaced,
  callback: ts.ArrowFunction,
  context: FunctionContext,
): Expression {
  const fault = parameterFault(callback, regex, context);
  if (fault !== null) {
    return context.refuse(fault.node, "methodArguments", "replace", fault.advice);
  }
  const subject = context.stable(target, "text");
  const pieces = context.unhinted(() => context.spill(nsl.list([]), "pieces"));
  const end = context.temporaries.box("end", nsl.number(0));
  const all = nsl.method(nsl.name("re"), "finditer", nsl.text(regex.pattern), subject);
  const matches = regex.global ? all : nsl.slice(nsl.filter(all, "list"), null, nsl.number(1));
  context.names.inLoop(() => {
    const variable = context.names.helper("found");
    const found = nsl.name(variable);
    const turn = context.collect(() => {
      callback.parameters.forEach((parameter, index) => {
        bindPattern(parameter.name, argument(index, found, subject, regex), context);
      });
      const between = nsl.slice(subject, nsl.held(end), nsl.method(found, "start"));
      const value = context.unhinted(() => callbackValue(callback, context));
      context.emit(nsl.effect(nsl.method(pieces, "append", nsl.binary("~", between, value))));
      context.emit(nsl.put(end, nsl.method(found, "end")));
    });
    context.emit({ ...nsl.forEach([variable], matches, turn), origin: callback });
  });
  return nsl.binary("~", nsl.filter(pieces, "join"), nsl.slice(subject, nsl.held(end), null));
}

/** What JavaScript gives as the argument: the match, its groups, its position, the whole text. */
function argument(index: number, found: Expression, subject: Expression, { groups }: Replaced): Expression {
  return index <= groups
    ? nsl.method(found, "group", nsl.number(index))
    : index === groups + 1
      ? matchStart(found, subject)
      : subject;
}

/** A parameter that claims what its argument need not be. */
function parameterFault(
  callback: ts.ArrowFunction,
  { groups, settled }: Replaced,
  { checker }: FunctionContext,
): { readonly node: ts.Node; readonly advice: string } | null {
  for (const [index, parameter] of callback.parameters.entries()) {
    const isGroup = index >= 1 && index <= groups;
    const isLeftOut = isGroup && !settled.has(index);
    const given = [
      index === groups + 1 ? checker.getNumberType() : checker.getStringType(),
      ...(isLeftOut ? [checker.getUndefinedType()] : []),
    ];
    const type = checker.getTypeAtLocation(parameter);
    const isTrue =
      (type.flags & ts.TypeFlags.Any) === 0 && given.every((kind) => checker.isTypeAssignableTo(kind, type));
    const named = parameter.name.getText();
    if (index > groups + 2 || !ts.isIdentifier(parameter.name) || parameter.dotDotDotToken !== undefined) {
      return {
        node: parameter,
        advice: "Take the match, its groups, its position and the text, each by a name.",
      };
    }
    if (!isTrue) {
      const typed = given.map((kind) => checker.typeToString(kind)).join(" | ");
      return { node: parameter, advice: `Give it the type it has: \`${named}: ${typed}\`.` };
    }
  }
  return null;
}
