/** What has been published, in the form that the sandbox runs. */
import type { FlowContent } from "../../../artifact/index.ts";
import type { ArtifactFlow } from "../../platform/index.ts";
import type { AgentRecord, FlowRecord, ProjectRecord } from "../state/records.ts";

/** A flow that runs, and whose it is. */
export interface LiveFlow extends ArtifactFlow {
  readonly project: ProjectRecord;
  /** What of it the sandbox cannot run, a sentence each. */
  readonly left: readonly string[];
}

/** The published flows of all projects. A flow of a name that is taken already runs under the project's name and its own. */
export function liveFlows(projects: readonly ProjectRecord[]): LiveFlow[] {
  const taken = new Set<string>();
  return projects.flatMap((project) =>
    project.agents.flatMap((agent) =>
      agent.flows.flatMap((flow) => {
        if (flow.live === null) {
          return [];
        }
        const idn = taken.has(flow.idn) ? `${project.idn}.${agent.idn}.${flow.idn}` : flow.idn;
        taken.add(idn);
        return [liveFlow(idn, { project, agent, flow, live: flow.live })];
      }),
    ),
  );
}

interface Place {
  readonly project: ProjectRecord;
  readonly agent: AgentRecord;
  readonly flow: FlowRecord;
  readonly live: FlowContent;
}

function liveFlow(idn: string, { project, agent, live }: Place): LiveFlow {
  const skills = live.skills.filter(({ runner_type }) => runner_type === "nsl");
  const known = new Set(skills.map((skill) => skill.idn));
  const events = live.events.filter(({ skill_idn }) => skill_idn !== null && known.has(skill_idn));
  return {
    idn,
    project,
    agentIdn: agent.idn,
    skills: Object.fromEntries(
      skills.map((skill) => [
        skill.idn,
        {
          source: skill.prompt_script,
          parameters: skill.parameters.map(({ name, default_value }) => ({
            name,
            defaultValue: default_value,
          })),
        },
      ]),
    ),
    files: Object.fromEntries(skills.map((skill) => [skill.idn, `${project.idn}/${idn}/${skill.idn}`])),
    subscriptions: events.map((event) => ({
      eventIdn: event.idn,
      integrationIdn: event.integration_idn ?? "",
      connectorIdn: event.connector_idn ?? "",
      flow: idn,
      skill: event.skill_idn ?? "",
    })),
    left: [
      ...live.skills
        .filter(({ runner_type }) => runner_type !== "nsl")
        .map((skill) => `${idn}/${skill.idn} is not NSL and is left out here.`),
      ...live.events
        .filter((event) => !events.includes(event))
        .map(
          (event) =>
            `${idn}: nothing runs on ${event.idn} here: its skill is not there, or comes from a state.`,
        ),
      ...events
        .filter((event) => event.interrupt_mode !== "queue")
        .map((event) => `${idn}: ${event.idn} queues here, it does not ${event.interrupt_mode}.`),
    ],
  };
}
