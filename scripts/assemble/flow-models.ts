/** Puts together what is defined and what is compiled: flows with their skills and all their subscriptions. */
import type { FlowDefinition } from "../sdk/definition.ts";
import { timerConnector, timerIntegration } from "../sdk/contract.ts";
import { overdueEvent } from "../sdk/frames.ts";
import type { CompiledFlow, FlowEvent, FlowModel } from "../model/types.ts";

/** How results of HTTP requests reach a flow. */
export interface ResultRoute {
  readonly events: readonly string[];
  /** The connector, on integration `http`. */
  readonly connectorIdn: string;
}

/**
 * The complete flows, in the order of their definitions. A flow that sends requests also subscribes to the
 * result events of the connector, and to the timer of an answer that does not come; one skill serves them all
 * (docs/platform.md, "HTTP results" and "Timers").
 *
 * @throws Error when a flow was not compiled
 */
export function makeFlowModels(
  definitions: readonly FlowDefinition[],
  compiled: readonly CompiledFlow[],
  route: ResultRoute,
): FlowModel[] {
  return definitions.map(({ idn, title, description, events }) => {
    const flow = compiled.find((candidate) => candidate.idn === idn);
    if (flow === undefined) {
      throw new Error(`The flow ${idn} was not compiled.`);
    }
    const own = events.map((event): FlowEvent => ({
      idn: event.idn,
      skillIdn: flow.entrySkills[event.handler.name] ?? "",
      integrationIdn: event.integration,
      connectorIdn: event.connector,
    }));
    return { idn, title, description, skills: flow.skills, events: [...own, ...resultEvents(flow, route)] };
  });
}

function resultEvents(flow: CompiledFlow, { events, connectorIdn }: ResultRoute): FlowEvent[] {
  const skillIdn = flow.resultSkillIdn;
  return skillIdn === null
    ? []
    : [
        ...events.map((idn) => ({ idn, skillIdn, integrationIdn: "http", connectorIdn })),
        {
          idn: overdueEvent(connectorIdn, flow.idn),
          skillIdn,
          integrationIdn: timerIntegration,
          connectorIdn: timerConnector,
        },
      ];
}
