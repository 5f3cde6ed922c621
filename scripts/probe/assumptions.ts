/** Everything that is compared with a report, in the order of docs/platform.md. */
import {
  canvasShape,
  connectorRunning,
  connectorStatusField,
  coreBookingIdNames,
  coreEvents,
  corePayloadArgument,
  coreTools,
  httpErrorEvent,
  httpResultArguments,
  httpResultEvents,
  schemaForm,
  setsFollowUp,
  timerEvent,
  urgentMessageEvent,
  userDataEvent,
} from "../sdk/contract.ts";
import {
  confirmed,
  contractFile,
  contradicted,
  formIn,
  holds,
  listed,
  namesOf,
  onAnswer,
  open,
  pairsOf,
  told,
  type Assumption,
  type Verdict,
} from "./assumption.ts";
import { followUpEvent, libraries, longText } from "./experiments.ts";
import type { ProbeReport } from "./report.ts";
import { commandCall } from "../toolkit.ts";

const again = "Publish the probe, wait two minutes and read again.";
const speak = "Talk to the agent once, by phone if you can, and read again.";

/** An assumption of the contract. */
function inContract(heading: string, symbol: string, judge: Assumption["judge"]): Assumption {
  return { heading, symbol, file: contractFile, judge };
}

/** Held by no constant: the page says what is done meanwhile. */
const onPage = { symbol: "", file: "docs/platform.md" } as const;

interface Result {
  readonly target: string;
  readonly event: string;
  readonly answer: ProbeReport["answers"][string];
}

function resultsOf({ answers }: ProbeReport): Result[] {
  return Object.entries(answers).flatMap(([key, answer]) => {
    const [, target = "", event = ""] = /^result_(answered|refused|lost|unnamed)_(\w+)$/u.exec(key) ?? [];
    return event === "" || answer["ended"] !== true ? [] : [{ target, event, answer }];
  });
}

/** Judges the results of requests that were sent to a service; there must be one. */
function onResults(report: ProbeReport, judge: (results: readonly Result[]) => Verdict): Verdict {
  const results = resultsOf(report).filter(({ target }) => target !== "lost");
  return results.length === 0 ? open(`No result of a request has come. ${again}`) : judge(results);
}

/** Of each list of candidates one must be among the arguments of every result. */
function judgeArguments(report: ProbeReport): Verdict {
  return onResults(report, (results) => {
    // Where no answer came there is no status to be read.
    const lists = results
      .filter(({ event }) => event !== httpErrorEvent)
      .map(({ answer }) => namesOf(answer["names"]));
    if (lists.length === 0) {
      return open(`The service has not answered. Name an address that does with ${commandCall} probe --url.`);
    }
    const lacking = Object.entries(httpResultArguments)
      .filter(([, candidates]) => !lists.every((names) => candidates.some((name) => names.includes(name))))
      .map(([part]) => part);
    const says = `Results have ${listed([...new Set(lists.flat())])}.`;
    return lacking.length === 0
      ? confirmed(says)
      : contradicted(`${says} None of them is read as ${listed(lacking)}.`);
  });
}

/** What was seen of one of core's events. */
function onEvent(
  idn: string,
  judge: (names: readonly string[], report: ProbeReport) => Verdict,
): Assumption["judge"] {
  return (report) =>
    onAnswer(
      report,
      `event_${idn}`,
      `The event ${idn} was not seen yet. Have the agent do what it stands for, and read again.`,
      (answer) => judge(namesOf(answer["names"]), report),
    );
}

function needs(idn: string, wanted: readonly string[]): Assumption["judge"] {
  return onEvent(idn, (names) =>
    holds(
      wanted.every((name) => names.includes(name)),
      `${idn} has ${listed(names)}.`,
    ),
  );
}

function judgeTargets(report: ProbeReport): Verdict {
  return onEvent(coreEvents.result, () => {
    const target = String(report.answers[`event_${coreEvents.result}`]?.["target"] ?? "");
    return target === ""
      ? open(`A ${coreEvents.result} of core's was seen, and names no command.`)
      : holds(["book_slot", "cancel_booking"].includes(target), `${coreEvents.result} names ${target}.`);
  })(report);
}

function judgeIds(report: ProbeReport): Verdict {
  return onEvent(coreEvents.cancellation, () => {
    const fields = namesOf(report.answers[`event_${coreEvents.cancellation}`]?.["fields"]);
    return fields.length === 0
      ? open(`The payload of ${coreEvents.cancellation} came as text, whose names are not told.`)
      : holds(
          fields.some((name) => (coreBookingIdNames as readonly string[]).includes(name)),
          `Its payload has ${listed(fields)}.`,
        );
  })(report);
}

/** Any of core's events that carry data. */
function judgePayload(report: ProbeReport): Verdict {
  const carriers = [
    coreEvents.availability,
    coreEvents.booking,
    coreEvents.cancellation,
    coreEvents.reschedule,
  ];
  const seen = carriers.filter((idn) => report.answers[`event_${idn}`]?.["ended"] === true);
  if (seen.length === 0) {
    return open(`None of ${listed(carriers)} was seen yet. ${speak}`);
  }
  const lacking = seen.filter(
    (idn) => formIn(report.answers[`event_${idn}`]?.["names"], corePayloadArgument) === "",
  );
  const forms = seen.map((idn) => `${idn}: ${String(report.answers[`event_${idn}`]?.["payload"])}`);
  return lacking.length === 0
    ? confirmed(`The payload is there (${forms.join(", ")}).`)
    : contradicted(`${listed(lacking)} have no ${corePayloadArgument}.`);
}

function judgeToolEvents({ answers }: ProbeReport): Verdict {
  const seen = Object.values(coreTools).filter((idn) => answers[`event_${idn}`]?.["ended"] === true);
  return seen.length === 0
    ? open(`No tool of core's has fired yet. ${speak}`)
    : told(
        seen.map((idn) => `${idn} has ${listed(namesOf(answers[`event_${idn}`]?.["names"]))}`).join("; ") +
          ".",
      );
}

function judgeCanvas(report: ProbeReport): Verdict {
  return onAnswer(report, "canvas", again, (answer) => {
    if (answer["is_there"] !== true) {
      return open(
        "The account has no canvas yet. Open its page in the Builder and save it, then publish the probe.",
      );
    }
    const names = namesOf(answer["names"]);
    const columns = (Array.isArray(answer["columns"]) ? answer["columns"] : []) as Readonly<
      Record<string, unknown>
    >[];
    const types = columns.filter(({ list }) => list === canvasShape.types);
    const lists = [...new Set(types.flatMap(({ items }) => namesOf(items)))];
    const idns = types.map(({ idn }) => String(idn));
    const wanted = [canvasShape.intents, canvasShape.scenarios, canvasShape.procedures];
    const missing = wanted.filter((spellings) => !spellings.some((one) => idns.includes(one)));
    const says = `The canvas has ${listed(names)}; its types are ${listed(idns)}, with lists ${listed(lists)}.`;
    return holds(
      names.includes(canvasShape.types) &&
        missing.length === 0 &&
        (lists.length === 0 || lists.some((name) => (canvasShape.items as readonly string[]).includes(name))),
      missing.length === 0 ? says : `${says} There is none of ${missing.map(([first]) => first).join(", ")}.`,
    );
  });
}

function judgeCore(report: ProbeReport): Verdict {
  return onAnswer(report, "core", again, (answer) => {
    const rows = pairsOf(answer["found"]);
    const missing = rows.filter(([, form]) => form !== "object").map(([idn = ""]) => idn);
    const types = rows
      .filter(([idn = "", form]) => idn.endsWith("_type") && form === "object")
      .map(
        ([idn = "", , values = "", value = ""]) =>
          `${idn} is "${value}" of ${values === "" ? "any" : values}`,
      );
    return missing.length === rows.length
      ? open("The account has none of core's booking attributes: core is not installed in it.")
      : missing.length > 0
        ? contradicted(`There is no attribute ${listed(missing)}.`)
        : confirmed(`All are there: ${types.join("; ")}.`);
  });
}

function judgeSecondTimer(report: ProbeReport): Verdict {
  const { answers } = report;
  const first = answers["fired_timer_first"] !== undefined;
  const second = answers["fired_timer_second"] !== undefined;
  return first
    ? contradicted("The first of two timers of one name has fired although the second had replaced it.")
    : second
      ? confirmed("Only the second of two timers of one name has fired.")
      : open(`No timer has fired. ${again}`);
}

function judgeSchema(report: ProbeReport): Verdict {
  const state = (form: string): boolean | null => {
    const answer = report.answers[`generate_${form}`];
    return answer === undefined ? null : answer["ended"] === true && answer["has_word"] === true;
  };
  const own = state(schemaForm);
  const other = state(schemaForm === "object" ? "text" : "object");
  const says = `A schema as an object is ${state("object") === true ? "taken" : "refused"}, as text ${state("text") === true ? "taken" : "refused"}.`;
  return own === null || other === null ? open(again) : own || !other ? holds(own, says) : contradicted(says);
}

function judgeActors(report: ProbeReport): Verdict {
  return onAnswer(report, "session", speak, (answer) => {
    const fields = namesOf(answer["fields"]);
    const form = String(answer["actor"]);
    const says = `GetActors gives ${String(answer["actors"])} of ${form}${fields.length === 0 ? "" : ` with ${listed(fields)}`}.`;
    return form === "object"
      ? holds(
          ["integrationIdn", "connectorIdn", "externalId"].every((name) => fields.includes(name)),
          says,
        )
      : holds(["text", "other"].includes(form), says);
  });
}

function judgeLibraries(report: ProbeReport): Verdict {
  return onAnswer(report, "libraries", again, (answer) => {
    const there = pairsOf(answer["found"])
      .filter(([, is]) => is === "true")
      .map(([name = ""]) => name);
    const needed = libraries.slice(0, 5);
    return holds(
      needed.every((name) => there.includes(name)),
      `A script finds ${listed(there)}.`,
    );
  });
}

function judgeNamespace(report: ProbeReport): Verdict {
  return onAnswer(report, "namespace", again, (answer) => {
    const kept = pairsOf(answer["settings"]).map(([idn = "", customer = "", project = ""]) => ({
      idn,
      customer,
      project,
    }));
    const ofProject = kept.filter(({ customer, project }) => customer === "empty" && project === "set");
    const ofCustomer = kept.filter(({ customer }) => customer === "set");
    return holds(
      answer["customer_reads_customer"] === true,
      `What is written to the customer is read there${answer["project_reads_customer"] === true ? " and from the project" : ""}; of the settings ${String(ofCustomer.length)} are kept with the customer, ${String(ofProject.length)} with the project alone.`,
    );
  });
}

function judgeConnector(report: ProbeReport): Verdict {
  return onAnswer(report, "connector", again, (answer) => {
    const status = String(answer["status"]);
    return answer["form"] !== "object"
      ? contradicted(`GetConnectorInfo gives ${String(answer["form"])}, not an object.`)
      : status === ""
        ? told(`GetConnectorInfo has ${listed(namesOf(answer["names"]))} and no status.`)
        : holds(status === connectorRunning, `A connector that was just made is "${status}".`);
  });
}

function judgeAct(report: ProbeReport): Verdict {
  return onResults(report, (results) => {
    const found = results.find(({ target }) => target !== "unnamed");
    return found === undefined
      ? contradicted("GetAct has given no targetAction for the command of a result.")
      : confirmed(`Asked for one field, GetAct gives ${String(found.answer["command"])}.`);
  });
}

function judgeErrors(report: ProbeReport): Verdict {
  const events = resultsOf(report)
    .filter(({ target }) => target === "lost")
    .map(({ event }) => event);
  return events.length === 0
    ? open(`The request that cannot be answered has no result yet. ${again}`)
    : holds(
        events.every((event) => event === httpErrorEvent),
        `A request without an answer ends in ${listed(events)}.`,
      );
}

function judgeRefusals(report: ProbeReport): Verdict {
  const refused = resultsOf(report).filter(({ target }) => target === "refused");
  return refused.length === 0
    ? open(again)
    : told(
        `A refusal (${refused.flatMap(({ answer }) => pairsOf(answer["statuses"]).map(([name = "", value = ""]) => `${name} ${value}`)).join(", ")}) comes as ${listed(refused.map(({ event }) => event))}.`,
      );
}

/** The assumptions. */
export const assumptions: readonly Assumption[] = [
  inContract("Arguments of an HTTP result", "httpResultArguments", judgeArguments),
  inContract("HTTP results", "httpResultEvents", (report) =>
    onResults(report, (results) =>
      confirmed(
        `Results come as ${listed([...new Set(results.map(({ event }) => event))])}; ${listed(httpResultEvents)} are served.`,
      ),
    ),
  ),
  inContract("HTTP results", "httpErrorEvent", judgeErrors),
  inContract("Arguments of an HTTP result", "httpResultEvents", judgeRefusals),
  inContract("Argument of free times", "sendAvailableSlots", needs(coreEvents.freeTimes, ["output"])),
  inContract("Which result is meant", "sendBookingResult", judgeTargets),
  inContract("Form of a payload", "corePayloadArgument", judgePayload),
  inContract("Fields of a booking", "coreBookingIdNames", judgeIds),
  inContract("Arguments of a tool's event", "coreTools", judgeToolEvents),
  {
    heading: "Where settings are kept",
    ...onPage,
    judge: judgeNamespace,
  },
  inContract("Form of the canvas", "canvasShape", judgeCanvas),
  inContract("Core's own tools", "coreBookingSettings", judgeCore),
  inContract("Arguments of the follow-up timer", "setsFollowUp", (report) => {
    const verdict = needs(followUpEvent, ["interval"])(report);
    return setsFollowUp || verdict.state === "open"
      ? verdict
      : told(`${verdict.says} Nothing is sent while setsFollowUp is false.`);
  }),
  {
    heading: "The model of a skill",
    symbol: "noModel",
    file: "scripts/artifact/flow-file.ts",
    judge: (report) =>
      onAnswer(report, "publish", again, () => confirmed("Skills that name no model have run.")),
  },
  inContract(
    "Arguments of a section",
    "userDataEvent",
    needs(userDataEvent, ["sectionName", "sectionValue"]),
  ),
  inContract("Speaking to the caller", "urgentMessageEvent", needs(urgentMessageEvent, ["baseInstruction"])),
  {
    heading: "What a publish brings",
    ...onPage,
    judge: (report) =>
      onAnswer(report, "publish", again, (answer) =>
        told(
          `A publish brings ${listed(namesOf(answer["names"]))} and ${answer["has_user"] === true ? "a user" : "no user"}; it has run ${String(answer["runs"])} times.`,
        ),
      ),
  },
  inContract("A second timer of one name", "timerIntegration", judgeSecondTimer),
  inContract("Timers", "timerEvent", (report) =>
    onAnswer(report, `fired_${timerEvent}`, `The timer that names no event has not fired. ${again}`, () =>
      confirmed(`A timer that names no event fires ${timerEvent}.`),
    ),
  ),
  inContract("An existing connector", "connectorRunning", judgeConnector),
  inContract("An existing connector", "connectorStatusField", (report) =>
    onAnswer(report, "status", again, ({ status }) =>
      status === ""
        ? told(`Nothing is told of a connector whose ${connectorStatusField} was set.`)
        : holds(
            status === connectorRunning,
            `A stopped connector whose ${connectorStatusField} was set is "${String(status)}".`,
          ),
    ),
  ),
  {
    heading: "An existing connector",
    ...onPage,
    judge: ({ answers }) =>
      answers["second_connector"] === undefined
        ? open(again)
        : told(
            answers["second_connector"]["ended"] === true
              ? "Making a connector a second time is taken."
              : "Making a connector a second time stops the skill.",
          ),
  },
  {
    heading: "Metadata without an attribute",
    ...onPage,
    judge: (report) =>
      onAnswer(report, "metadata", again, ({ kept }) =>
        told(kept === true ? "Metadata are kept without a value." : "Metadata without a value are lost."),
      ),
  },
  inContract("One field of an act", "httpResultEvents", judgeAct),
  inContract("Form of an actor", "phoneIntegrations", judgeActors),
  inContract("The answer of the model", "schemaForm", judgeSchema),
  {
    heading: "The dialect",
    symbol: "fixedAssumptions",
    file: "scripts/compiler/nsl/dialect.ts",
    judge: judgeLibraries,
  },
  {
    heading: "The dialect",
    symbol: "conservativeDialect",
    file: "scripts/compiler/nsl/dialect.ts",
    judge: ({ answers }) =>
      answers["macro"] === undefined
        ? open(again)
        : told(
            answers["macro"]["works"] === true
              ? "Macros work; none is written."
              : "Macros do not work; none is written.",
          ),
  },
  {
    heading: "Version and limits of NSL",
    ...onPage,
    judge: (report) =>
      onAnswer(report, "limits", again, ({ length }) =>
        holds(
          length === longText,
          `Of a text of ${String(longText)} characters ${String(length)} come back.`,
        ),
      ),
  },
];
