/** Everything the page shows, as one value. */
import { agentTools, isRegisteredTool } from "../platform/index.ts";
import type { Releases } from "./releases.ts";
import type { PlayedStep, Session } from "./session.ts";
import { shownAttributes } from "./shown-attributes.ts";
import { scenariosOf, type Scenarios } from "./scenarios.ts";
import type { CalendarShown, StepShown, WorkbenchState } from "./protocol.ts";
import type { WorkbenchOptions } from "./workbench.ts";

/** What has to be published to have an effect. */
const changing: ReadonlySet<string> = new Set(["set", "install", "edit"]);

/** The state now, without secrets. @param revision counts upwards */
export function shownState(
  session: Session,
  { module, simulator, title, version, model, scripts }: WorkbenchOptions,
  releases: Releases,
  revision: number,
): WorkbenchState {
  const { stage, played, script } = session;
  const { sandbox, service } = stage;
  const scenarios = scenariosOf(sandbox);
  const attributes = shownAttributes(sandbox, module.definition.attributes);
  const promised = new Set(module.definition.tools.map(({ idn }) => idn));
  const lastSet = played.findLastIndex(({ step }) => changing.has(step.kind));
  const lastPublish = played.findLastIndex(({ step }) => step.kind === "publish" || step.kind === "update");
  const status = simulator.statusAttribute === "" ? "" : sandbox.getAttribute(simulator.statusAttribute);
  const state: WorkbenchState = {
    revision,
    module: title,
    version,
    service: simulator.name,
    business: service.title,
    now: new Date(stage.now()).toISOString(),
    progress: session.progress,
    saying: session.saying,
    question: session.brain.question,
    attributes,
    status: status.split("\n").filter((line) => line.trim() !== ""),
    isUnpublished: (lastPublish === -1 && script === null) || lastSet > lastPublish,
    canConnect: service.settings.some(
      ({ idn, fromList = false }) => !fromList && sandbox.getAttribute(idn) === "",
    ),
    steps: played.map((one): StepShown => ({
      step: one.step,
      title: titleOf(one, attributes, scenarios),
      said: one.said,
      heard: one.heard,
      requests: one.requests,
      problems: one.problems,
      traceFrom: one.traceFrom,
    })),
    tools: agentTools(sandbox.account)
      .filter(({ idn }) => promised.has(idn) && isRegisteredTool(sandbox.account, idn))
      .map(({ idn, description, conditions }) => ({
        ...{ idn, description },
        conditions: Object.values(conditions),
      })),
    calendar: shownCalendar(session),
    lines: service.calendar().map(({ line }) => line),
    disturbances: (service.disturbances ?? []).map(({ name, title: text }) => ({ name, title: text })),
    requestsSeen: [...new Set(sandbox.trace.of("http").map(({ method, url }) => `${method} ${pathOf(url)}`))],
    disturbing: service.pendingDisturbances?.() ?? [],
    model: model?.name ?? "",
    scripts: scripts.map(({ script: { name } }) => name),
    script:
      script === null
        ? null
        : {
            name: script.name,
            turns: script.turns.length,
            played: session.nextTurn ?? script.turns.length,
          },
    updates: {
      registry: releases.registry,
      item: releases.item,
      versions: releases.versions,
      installed: session.account.installed,
      running: session.account.running,
      sources: releases.sources,
      scenarios: [...scenarios].map(([idn, { title: name, text }]) => ({
        ...{ idn, name, text },
        isEdited: session.edited.has(idn),
      })),
      report: played.findLast(({ report }) => report !== null)?.report ?? null,
    },
  };
  // Values of attributes are part of it: what is no secret stays as it is.
  return sandbox.account.secrets.redact(state) as WorkbenchState;
}

function titleOf(
  { step, said, report }: PlayedStep,
  attributes: WorkbenchState["attributes"],
  scenarios: Scenarios,
): string {
  switch (step.kind) {
    case "set":
      return `Saved ${Object.keys(step.values)
        .map((idn) => attributes.find((one) => one.idn === idn)?.title ?? idn)
        .join(", ")}`;
    case "publish":
      return "Published";
    case "say":
    case "turn":
      return said === null || said.message === "" ? "The agent goes on" : said.message;
    case "team":
    case "fault":
      return step.title;
    case "calm":
      return step.name === "" ? "No more disturbances" : "One disturbance less";
    case "pass":
      return `${String(step.minutes)} minutes pass`;
    case "install":
      return `Installed ${step.version}`;
    case "edit":
      return `Edited ${scenarios.get(step.idn)?.title ?? step.idn}`;
    case "update":
      return `Force Update to ${report?.to ?? "the newest version"}`;
  }
}

function shownCalendar({ stage }: Session): CalendarShown | null {
  const planner = stage.service.planner?.();
  if (planner === undefined) {
    return null;
  }
  const { zone, columns, entries } = planner;
  const form = {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  } as const;
  const parts = new Intl.DateTimeFormat("en-CA", { ...form, hourCycle: "h23", timeZone: zone }).formatToParts(
    stage.now(),
  );
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? "";
  return {
    ...{ zone, columns },
    today: `${part("year")}-${part("month")}-${part("day")}`,
    minute: Number(part("hour")) * 60 + Number(part("minute")),
    entries: entries.map(({ line, day, start, column, minutes, title, who }) => ({
      ...{ line, day, start, column, minutes, title, who },
    })),
  };
}

function pathOf(url: string): string {
  return new URL(url).pathname;
}
