/** Rules about flows, their subscriptions, handlers and skills. */
import type { FlowDefinition } from "../../sdk/definition.ts";
import { catalogue } from "../problem-catalogue.ts";
import type { CompiledSkill, FlowModel } from "../types.ts";
import { caseClashes, placed, repeated, type Placed, type RuleContext } from "./rule-context.ts";

/** Checks flows as they are defined: names, subscriptions, handlers. */
export function checkFlowDefinitions(list: readonly Placed<FlowDefinition>[], context: RuleContext): void {
  checkFlowNames(list, context);
  for (const { value, path } of list) {
    const owner = `flow "${value.idn}"`;
    const events = placed(value.events, [...path, "events"], () => true);
    const subscriptions = events.map((event) => ({
      path: event.path,
      value: subscription(event.value.idn, event.value.integration, event.value.connector),
    }));
    checkSubscriptions(owner, subscriptions, context);
    const handlers = new Map<string, unknown>();
    for (const event of events) {
      const { handler } = event.value;
      const known = handlers.get(handler.name);
      handlers.set(handler.name, known ?? handler);
      if (known !== undefined && known !== handler) {
        context.report(catalogue.ambiguousHandler, [...event.path, "handler"], { owner, idn: handler.name });
      }
    }
    if (events.length === 0) {
      context.report(catalogue.flowWithoutEvents, [...path, "events"], { owner: "module", idn: value.idn });
    }
  }
}

/** Checks complete flows: names, subscriptions, and that every event starts a skill of its own flow. */
export function checkFlowModels(list: readonly Placed<FlowModel>[], context: RuleContext): void {
  checkFlowNames(list, context);
  for (const { value, path } of list) {
    const owner = `flow "${value.idn}"`;
    const events = placed(value.events, [...path, "events"], () => true);
    const subscriptions = events.map((event) => ({
      path: event.path,
      value: subscription(event.value.idn, event.value.integrationIdn, event.value.connectorIdn),
    }));
    checkSubscriptions(owner, subscriptions, context);
    const skills = new Set(value.skills.map(({ idn }) => idn));
    for (const event of events) {
      const { idn, skillIdn } = event.value;
      if (!skills.has(skillIdn)) {
        context.report(catalogue.unknownSkill, [...event.path, "skillIdn"], { owner, idn, skill: skillIdn });
      }
    }
    checkSkills(
      owner,
      placed(value.skills, [...path, "skills"], () => true),
      context,
    );
  }
}

function checkFlowNames(list: readonly Placed<{ readonly idn: string }>[], context: RuleContext): void {
  for (const { value, path } of repeated(list, ({ idn }) => idn)) {
    context.report(catalogue.duplicateFlow, [...path, "idn"], { owner: "module", idn: value.idn });
  }
  for (const { element, other } of caseClashes(list, ({ idn }) => idn)) {
    const args = { owner: "module", idn: element.value.idn, other };
    context.report(catalogue.caseClash, [...element.path, "idn"], args);
  }
}

/** Real flows repeat an event idn with another integration or connector, so all three make the key. */
function checkSubscriptions(owner: string, list: readonly Placed<string>[], context: RuleContext): void {
  for (const { value, path } of repeated(list, (key) => key)) {
    context.report(catalogue.duplicateEvent, [...path, "idn"], { owner, idn: value });
  }
}

function checkSkills(owner: string, list: readonly Placed<CompiledSkill>[], context: RuleContext): void {
  for (const { value, path } of repeated(list, ({ idn }) => idn)) {
    context.report(catalogue.duplicateSkill, [...path, "idn"], { owner, idn: value.idn });
  }
  for (const { element, other } of caseClashes(list, ({ idn }) => idn)) {
    context.report(catalogue.caseClash, [...element.path, "idn"], { owner, idn: element.value.idn, other });
  }
  for (const { value, path } of list) {
    const parameters = placed(value.parameters, [...path, "parameters"], () => true);
    for (const twice of repeated(parameters, ({ name }) => name)) {
      const args = { owner: `skill "${value.idn}"`, idn: twice.value.name };
      context.report(catalogue.duplicateParameter, [...twice.path, "name"], args);
    }
  }
}

function subscription(idn: string, integration: string, connector: string): string {
  return `"${idn}" (${integration}/${connector})`;
}
