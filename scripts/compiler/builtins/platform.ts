/**
 * The platform's actions as NSL calls: names and keyword arguments (docs/platform.md, "Actions").
 * What an action gives is made plain here: absent values become "", ids become text.
 */
import type ts from "typescript";
import { timerConnector, timerIntegration } from "../../sdk/contract.ts";
import type { FunctionContext } from "../context/function-context.ts";
import { promiseAdvice } from "../diagnostics/advice.ts";
import type { Expression, Keyword } from "../nsl/ast.ts";
import { acts } from "../nsl/effects.ts";
import * as nsl from "../nsl/factory.ts";
import { literalKeywords } from "./literal-keywords.ts";
import { actArguments, commandTarget, plainText, triggeredAct } from "../transform/command-target.ts";
import { actors, generate, storedText } from "./platform-values.ts";
import { isKnownZone } from "./zones.ts";

/** An action: what the arguments become; `node` for places and literal arguments. */
interface Action {
  /** The skill must know whose operation it is. */
  readonly needsPersona?: boolean;
  build(args: readonly Expression[], node: ts.CallExpression, context: FunctionContext): Expression;
}

/** Pairs parameter names with the arguments given. */
const keywords = (names: readonly string[], args: readonly Expression[]): Keyword[] =>
  names.map((keyword, index) => [keyword, args[index] ?? nsl.none]);

function perform(callExpression: Expression, node: ts.CallExpression, context: FunctionContext): Expression {
  context.emit({ ...nsl.output(callExpression), origin: node });
  return nsl.none;
}

const read = (action: string, names: readonly string[]): Action => ({
  build: (args, _node, context) => storedText(nsl.invoke(action, keywords(names, args)), context),
});

const write = (action: string, names: readonly string[], fixed: readonly Keyword[] = []): Action => ({
  build: (args, node, context) =>
    perform(nsl.invoke(action, [...keywords(names, args), ...fixed]), node, context),
});

const ofPersona = (action: string, names: readonly string[], writes: boolean): Action => ({
  needsPersona: true,
  build: (args, node, context) => {
    const expression = nsl.invoke(action, [["id", context.personaId], ...keywords(names, args)]);
    return writes ? perform(expression, node, context) : storedText(expression, context);
  },
});

const actions: Readonly<Record<string, Action>> = {
  getCustomerAttribute: read("GetCustomerAttribute", ["field"]),
  setCustomerAttribute: write("SetCustomerAttribute", ["field", "value"]),
  setCustomerMetadata: {
    build: ([idn = nsl.none, metadata = nsl.none], node, context) =>
      perform(
        nsl.invoke("SetCustomerMetadataAttribute", [
          ["idn", idn],
          ["field", nsl.text("multiple_fields")],
          ["value", metadata],
        ]),
        node,
        context,
      ),
  },
  getProjectAttribute: read("GetProjectAttribute", ["field"]),
  setProjectAttribute: write("SetProjectAttribute", ["field", "value"]),
  getPersonaAttribute: ofPersona("GetPersonaAttribute", ["field"], false),
  setPersonaAttribute: ofPersona("SetPersonaAttribute", ["field", "value"], true),
  getPersonaAttributeOf: read("GetPersonaAttribute", ["id", "field"]),
  setPersonaAttributeOf: write("SetPersonaAttribute", ["id", "field", "value"]),
  deletePersonaAttributeOf: write("DeletePersonaAttribute", ["id", "field"]),
  getUser: { build: (args) => plainText(nsl.invoke("GetUser", keywords(["field"], args))) },
  getActorId: { build: () => plainText(nsl.invoke("GetActor", [["field", nsl.text("id")]])) },
  getActors: {
    needsPersona: true,
    build: ([integration = nsl.none], node, context) => actors(integration, node, context),
  },
  getConnectorStatus: {
    build: (args, _node, context) => {
      const info = context.spill(
        nsl.invoke("GetConnectorInfo", keywords(["integrationIdn", "connectorIdn"], args)),
        "connector",
      );
      return nsl.conditional(info, plainText(nsl.item(info, nsl.text("status"))), nsl.none);
    },
  },
  createConnector: write(
    "CreateConnector",
    ["integrationIdn", "connectorIdn", "title"],
    [
      ["settings", nsl.dict([])],
      ["start", nsl.text("True")],
    ],
  ),
  setConnectorInfo: write("SetConnectorInfo", ["integrationIdn", "connectorIdn", "field", "value"]),
  getMemory: {
    build: ([count = nsl.none]) =>
      plainText(nsl.invoke("GetMemory", [["count", nsl.filter(count, "string")]])),
  },
  getDateTime: {
    build: ([timezone = nsl.none], _node, context) => {
      const here = nsl.invoke("GetDateTime", [["format", nsl.text("datetime")]]);
      const there = (zone: Expression): Expression =>
        nsl.invoke("GetDateTime", [
          ["format", nsl.text("datetime")],
          ["timezone", zone],
        ]);
      if (timezone.kind === "text" && ["", "UTC"].includes(timezone.value)) {
        return plainText(timezone.value === "" ? here : there(timezone));
      }
      const zone = context.stable(timezone, "timezone");
      // An unknown zone would raise.
      return plainText(nsl.conditional(isKnownZone(zone), there(zone), here));
    },
  },
  generate: {
    build: ([instruction = nsl.none, schema = nsl.none], _node, context) =>
      generate(instruction, schema, context),
  },
  sendSystemEvent: {
    build: ([event = nsl.none], node, context) => {
      const fixed: readonly Keyword[] = [
        ["eventIdn", event],
        ["connectorIdn", nsl.text("system")],
      ];
      const given = literalKeywords(node.arguments[1], "sendSystemEvent", fixed, context);
      return perform(nsl.invoke("SendSystemEvent", [...fixed, ...given]), node, context);
    },
  },
  sendSystemEventTo: {
    build: ([actor = nsl.none, event = nsl.none], node, context) => {
      const fixed: readonly Keyword[] = [
        ["eventIdn", event],
        ["connectorIdn", nsl.text("system")],
        ["actorIds", nsl.list([actor])],
      ];
      const given = literalKeywords(node.arguments[2], "sendSystemEventTo", fixed, context);
      return perform(nsl.invoke("SendSystemEvent", [...fixed, ...given]), node, context);
    },
  },
  sleep: write("Sleep", ["duration"], [["interruptible", nsl.text("False")]]),
  log: write("DUMMY", ["message"]),
  newId: { build: () => nsl.filter(nsl.method(nsl.name("uuid"), "uuid4"), "string") },
  createPersona: { build: (args) => plainText(nsl.invoke("CreatePersona", keywords(["name"], args))) },
  getCommandTarget: { build: (_args, _node, context) => commandTarget(triggeredAct(context), context) },
  getEventArguments: { build: (_args, _node, context) => actArguments(triggeredAct(context)) },
  sendRequest: {
    build: ([connector = nsl.none], node, context) => {
      const fixed: readonly Keyword[] = [
        ["commandIdn", nsl.text("send_request")],
        ["integrationIdn", nsl.text("http")],
        ["connectorIdn", connector],
      ];
      const given = literalKeywords(node.arguments[1], "sendRequest", fixed, context);
      return perform(nsl.invoke("SendCommand", [...fixed, ...given]), node, context);
    },
  },
  setTimer: {
    build: (_args, node, context) => {
      const fixed: readonly Keyword[] = [
        ["commandIdn", nsl.text("set_timer")],
        ["integrationIdn", nsl.text(timerIntegration)],
        ["connectorIdn", nsl.text(timerConnector)],
      ];
      const given = literalKeywords(node.arguments[0], "setTimer", fixed, context).map(
        ([keyword, value]): Keyword => [keyword === "name" ? "timerName" : keyword, value],
      );
      return perform(nsl.invoke("SendCommand", [...fixed, ...given]), node, context);
    },
  },
};

/** Where the argument stands that is read from the literal in the source, not computed before. It is the last. */
const LITERAL_ARGUMENT: Readonly<Record<string, number>> = {
  sendSystemEvent: 1,
  sendSystemEventTo: 2,
  sendRequest: 1,
  setTimer: 0,
};

/** Members of the context that make a skill need to know the persona. */
export const personaMembers: ReadonlySet<string> = new Set([
  "personaId",
  "send",
  ...Object.keys(actions).filter((action) => actions[action]?.needsPersona === true),
]);

/** Names of the actions, for the documentation of the language. */
export const actionNames: readonly string[] = Object.keys(actions);

/** `ctx.action(...)`. */
export function callAction(
  node: ts.CallExpression,
  actionName: string,
  context: FunctionContext,
): Expression {
  const action = Object.hasOwn(actions, actionName) ? actions[actionName] : undefined;
  if (actionName === "send") {
    return context.refuse(node, "missingAwait", promiseAdvice(node));
  }
  if (action === undefined) {
    return context.refuse(node, "unknownAction", actionName);
  }
  const literal = LITERAL_ARGUMENT[actionName];
  const computed = node.arguments.slice(0, literal);
  return context.unhinted(() => {
    const args = context
      .ordered(
        computed.map((argument) => () => context.expression(argument)),
        "argument",
      )
      .map((value) => (literal !== undefined && acts(value) ? context.spill(value, "argument") : value));
    return action.build(args, node, context);
  });
}
