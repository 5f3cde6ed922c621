/** Judges one exchange: whether it went as it is written, and said nothing that must not be said. */
import { extendSessionEvent, type TurnResult, userDataEvent, waitingModeEvent } from "../platform/index.ts";
import { findDeviations, findLeaks } from "./find-deviations.ts";
import type { Placeholders } from "./placeholders.ts";
import type { WrittenTurn } from "./script.ts";
import type { SimulatedService } from "./service.ts";

/** One sentence for each fault; none when the exchange went as written. */
export function faultsOf(
  service: SimulatedService,
  turn: WrittenTurn,
  result: TurnResult,
  values: Placeholders,
): string[] {
  const { answers, errors, requests, problem } = result;
  if (turn.unavailable === true) {
    return problem === "" ? [`The tool ${turn.tool ?? ""} is registered.`] : [];
  }
  if (problem !== "") {
    return [`${problem}.`];
  }
  const wanted = turn.silent === true || (turn.event !== undefined && turn.expect === undefined) ? 0 : 1;
  return [
    ...errors.map(
      ({ flow, skill, line, message }) => `${flow}/${skill}:${String(line)} stopped: ${message}.`,
    ),
    // Silence leaves the caller waiting, two answers have the agent speak twice.
    ...(answers.length === wanted
      ? []
      : [`The agent got ${String(answers.length)} instructions instead of ${String(wanted)}.`]),
    ...answers.flatMap((text) => findDeviations(text, turn.expect ?? {}, values)),
    ...eventFaults(service, turn, result, values),
    ...(turn.requests === undefined || turn.requests === requests.length
      ? []
      : [`It took ${String(requests.length)} requests instead of ${String(turn.requests)}.`]),
    ...(service.unmetFaults?.() ?? []).map((name) => `The fault for ${name} was not met.`),
  ];
}

/** What leaks in whatever is spoken, and every event that is missing, not as written or not wanted. */
function eventFaults(
  service: SimulatedService,
  turn: WrittenTurn,
  { answers, events }: TurnResult,
  values: Placeholders,
): string[] {
  const own = events.filter(
    ({ integrationIdn, idn }) => integrationIdn === "system" && idn !== "urgent_message",
  );
  const spoken = own
    .filter((event) => event.idn !== turn.event)
    .flatMap(({ arguments: args }) => [args["output"], args["sectionValue"]])
    .filter((text) => typeof text === "string");
  const expected = Object.entries(turn.events ?? {}).flatMap(([idn, expectation]) => {
    const sent = own.filter((event) => event.idn === idn);
    const text = sent.map((event) => Object.values(event.arguments).join(" ")).join(" ");
    return sent.length === 1
      ? findDeviations(text, expectation, values).map((fault) => `${idn}: ${fault}`)
      : [`${String(sent.length)} events ${idn} instead of one.`];
  });
  // Where nothing is answered, nothing would release a conversation that was parked.
  const beside = [extendSessionEvent, ...(turn.silent === true ? [] : [userDataEvent, waitingModeEvent])];
  const strays = own
    .map((event) => event.idn)
    .filter((idn) => ![turn.tool, turn.event, ...beside].includes(idn))
    .filter((idn) => !Object.hasOwn(turn.events ?? {}, idn));
  return [
    ...[...answers, ...spoken].flatMap((text) => findLeaks(text, service.secrets)),
    ...expected,
    ...strays.map((idn) => `There is an event ${idn}.`),
  ];
}
