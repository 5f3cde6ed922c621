/** What holds of every call, whatever was asked for and whatever became of the answers. */
import { framePrefix } from "../../../module/constants.ts";
import { naive } from "../../../scripts/simulator/api/index.ts";
import type { Stage } from "../../../scripts/sandbox/conversations/index.ts";
import type { SalonService } from "../../../scripts/simulator/index.ts";
import { answerKinds, momentsIn, type Scene, type StoredEntry } from "../../skills/answer-kinds.ts";
import { judge } from "../../skills/judge.ts";

type RecordData = SalonService["altegio"]["state"]["records"][number];

/** An entry of the list that is kept with a caller, as far as it is compared. */
interface KeptEntry extends StoredEntry {
  readonly full_name: string;
}

/** Something that was said to a caller, or to core. */
export interface Utterance {
  /** Where it was said. */
  readonly place: string;
  readonly text: string;
}

/** A caller in the end: the number, what was asked for in how many places, and what was said, in its order. */
export interface CalledUp {
  readonly phone: string;
  readonly personaId: string;
  readonly asked: ReadonlyMap<string, number>;
  readonly said: readonly Utterance[];
}

const bookedAnew = "The earlier appointment is cancelled, and the one that was booked anew";

/** What is said without having been asked for. */
const news: readonly string[] = [
  "The result of an earlier request has come: ",
  "It could not be confirmed whether this appointment stands: ",
  bookedAnew,
];

/** Kinds of answers after which an appointment is known to be wanted, whether or not it stands. */
const unsettled: readonly string[] = ["submitting", "unconfirmed"];

const momentOf = (entry: KeptEntry): string => entry.datetime.slice(0, 16).replace("T", " ");

/**
 * What is wrong with what a caller was told and with what is kept of it; none when all is well.
 *
 * @param stage after everything has come to rest
 */
export function faultsOf(stage: Stage<SalonService>, caller: CalledUp): readonly string[] {
  const kept = keptOf(stage, caller);
  const records = recordsOf(stage, caller);
  const { zone } = stage.service.location;
  const standing = records.map(({ start }) => naive(zone, start).slice(0, 16));
  return [
    ...answersMissing(caller),
    ...untrue(caller, { standing, stored: kept }, kept),
    ...twoTruths(kept, standing),
    ...twice(kept, records),
    ...leftOver(stage, caller),
  ];
}

function keptOf(stage: Stage<SalonService>, { personaId }: CalledUp): readonly KeptEntry[] {
  const list = stage.sandbox.account.personas.get(personaId)?.attributes.get("altegio_appointments");
  return JSON.parse(list ?? "[]") as KeptEntry[];
}

/** Live appointments on cards with the caller's number. */
function recordsOf({ service }: Stage<SalonService>, { phone }: CalledUp): readonly RecordData[] {
  const { records, clients } = service.altegio.state;
  const own = clients.filter((client) => client.phone === phone).map(({ id }) => id);
  return records.filter(({ deleted, clientId }) => !deleted && clientId !== null && own.includes(clientId));
}

/** One answer for each request, in the place where it was asked. What was booked anew may be one, or news. */
function answersMissing({ asked, said }: CalledUp): readonly string[] {
  return [...new Set([...asked.keys(), ...said.map(({ place }) => place)])].flatMap((place) => {
    const here = said.filter((one) => one.place === place);
    const answers = here.filter(({ text }) => !news.some((words) => text.startsWith(words))).length;
    const either = here.filter(({ text }) => text.startsWith(bookedAnew)).length;
    const wanted = asked.get(place) ?? 0;
    return answers <= wanted && wanted <= answers + either
      ? []
      : [`${place}: asked ${String(wanted)} times, answered ${String(answers)} times`];
  });
}

/** What was said last is true, nothing that was said is unheard of, and each appointment that stands was spoken of. */
function untrue({ said }: CalledUp, scene: Scene, kept: readonly KeptEntry[]): readonly string[] {
  const open = kept.filter(({ status }) => unsettled.includes(status)).map((entry) => momentOf(entry));
  // What may stand is known to be open, and denied by nobody.
  const settled = { ...scene, standing: scene.standing.filter((start) => !open.includes(start)) };
  const people = new Map(kept.map((entry) => [momentOf(entry), entry.full_name]));
  const isShared = kept.some((entry) => people.get(momentOf(entry)) !== entry.full_name);
  const spoken = said.flatMap(({ text }) => momentsIn(text));
  return [
    ...said.flatMap(({ text }) =>
      text
        .split(/(?<=[.!?]) (?=[A-Z])/u)
        .filter((sentence) => !answerKinds.some(({ says }) => says.test(sentence)))
        .map((sentence) => `not of any kind: ${sentence}`),
    ),
    ...said
      .filter(({ text }) => /\d{5,}|https?:|<html|[{}]|demo-|undefined|null|\bNaN\b/u.test(text))
      .map(({ text }) => `nobody's business: ${text}`),
    // Where two people have the same time, its sentences are of either.
    ...(isShared
      ? []
      : judge(
          said.slice(-1).map(({ text }) => text),
          settled,
        ).faults),
    ...scene.standing
      .filter((start) => !spoken.includes(start.slice(5)))
      .map((start) => `never spoken of: ${start}`),
  ];
}

/** What is kept as booked stands, and what stands is kept as booked or as open. */
function twoTruths(kept: readonly KeptEntry[], standing: readonly string[]): readonly string[] {
  const booked = kept.filter(({ status }) => status === "booked").map((entry) => momentOf(entry));
  const possible = kept
    .filter(({ status }) => status === "booked" || unsettled.includes(status))
    .map((entry) => momentOf(entry));
  return [
    ...booked
      .filter((moment) => !standing.includes(moment))
      .map((moment) => `kept, and does not stand: ${moment}`),
    ...standing
      .filter((moment) => !possible.includes(moment))
      .map((moment) => `stands, and is not kept: ${moment}`),
  ];
}

/** Nobody is in two chairs, and no appointment is kept twice. */
function twice(kept: readonly KeptEntry[], records: readonly RecordData[]): readonly string[] {
  const ids = kept.map(({ record_id }) => record_id).filter((id) => id !== "");
  const personOf = ({ id }: RecordData): string | undefined =>
    kept.find(({ record_id }) => record_id === String(id))?.full_name;
  const both = records.flatMap((one, index) =>
    records
      .slice(index + 1)
      .filter(
        (other) =>
          personOf(one) !== undefined &&
          personOf(one) === personOf(other) &&
          one.start < other.start + other.seconds * 1000 &&
          other.start < one.start + one.seconds * 1000,
      )
      .map((other) => `two at once for one person: ${String(one.id)} and ${String(other.id)}`),
  );
  return [...both, ...(new Set(ids).size === ids.length ? [] : [`kept twice: ${ids.join(", ")}`])];
}

/** Of the waits nothing is left but ids of answers that were used. */
function leftOver({ sandbox }: Stage<SalonService>, { personaId }: CalledUp): readonly string[] {
  return [...(sandbox.account.personas.get(personaId)?.attributes ?? [])]
    .filter(([field, lines]) => field.startsWith(framePrefix) && lines.includes(" "))
    .map(([field]) => `left over: ${field}`);
}
