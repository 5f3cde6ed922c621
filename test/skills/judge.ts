/** Judges what was said by what is: nothing unheard of, nothing false, nothing that is nobody's business. */
import { months } from "../../skills/text/speak-date.ts";
import { answerKinds, momentsIn, type AnswerKind, type Scene } from "./answer-kinds.ts";

/** What was said, and what is wrong with it. */
export interface Verdict {
  /** The kinds of answer, each once, in the order they were said; instructions to the agent left out. */
  readonly kinds: readonly string[];
  /** Empty when everything that was said is true. */
  readonly faults: readonly string[];
}

/** Ids, addresses, markup and tokens: nothing of the kind is ever said. */
const leak = /\d{5,}|https?:|<html|[{}]|demo-/u;

interface Said {
  readonly sentence: string;
  readonly kind: AnswerKind | undefined;
}

/**
 * The kinds of one answer; fails at a sentence that is of none.
 *
 * @param text as the agent is given it
 */
export function kindsOf(text: string): readonly string[] {
  const said = read(text);
  const unheard = said.find(({ kind }) => kind === undefined);
  if (unheard !== undefined) {
    throw new Error(`not of any kind: ${unheard.sentence}`);
  }
  return namesOf(said);
}

const spokenTime = new RegExp(`(${months.join("|")}) ([0-9]{1,2})|([0-9]{2}:[0-9]{2})`, "gu");

/**
 * The times an answer offers, in its order: `September 21 10:00`, and the time alone where no date stands before it.
 *
 * @param text as the agent is given it
 */
export function offeredIn(text: string): readonly string[] {
  return read(text)
    .filter(({ kind }) => kind?.kind === "offer")
    .flatMap(({ sentence }) => {
      let date = "";
      return [...sentence.matchAll(spokenTime)].flatMap(([, month, day = "", time]) => {
        date = month === undefined ? date : `${month} ${day} `;
        return time === undefined ? [] : [`${date}${time}`];
      });
    });
}

/**
 * Judges answers: each sentence has to be of a kind, each kind true, and each answer has to say how things stand or
 * that nobody knows.
 *
 * @param spoken whole answers
 * @param scene the calendar and the caller's list after they were given
 */
export function judge(spoken: readonly string[], scene: Scene): Verdict {
  const answers = spoken.map((text) => ({ text, said: read(text) }));
  const ids = scene.stored.map((entry) => entry.record_id).filter((id) => id !== "");
  return {
    kinds: namesOf(answers.flatMap(({ said }) => said)),
    faults: [
      ...answers.flatMap(({ text, said }) => faultsOf(text, said, scene)),
      ...(new Set(ids).size === ids.length ? [] : [`stored twice: ${ids.join(", ")}`]),
    ],
  };
}

function faultsOf(text: string, said: readonly Said[], scene: Scene): readonly string[] {
  const settles = said.some(({ kind }) =>
    ["claim", "denial", "unknown", "report"].includes(kind?.sort ?? ""),
  );
  return [
    ...(leak.test(text) ? [`nobody's business: ${text}`] : []),
    ...(settles ? [] : [`says nothing of how things stand: ${text}`]),
    ...said.flatMap(({ sentence, kind }) =>
      kind === undefined
        ? [`not of any kind: ${sentence}`]
        : kind.truth(scene, momentsIn(sentence))
          ? []
          : [`not true (${kind.kind}): ${sentence} ${JSON.stringify(scene)}`],
    ),
  ];
}

function read(text: string): readonly Said[] {
  return text
    .split(/(?<=[.!?]) (?=[A-Z])/u)
    .map((sentence) => ({ sentence, kind: answerKinds.find(({ says }) => says.test(sentence)) }));
}

function namesOf(said: readonly Said[]): readonly string[] {
  const names = said.flatMap(({ kind }) =>
    kind === undefined || kind.sort === "instruction" ? [] : [kind.kind],
  );
  return [...new Set(names)];
}
