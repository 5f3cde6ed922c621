/** Every problem the scenario linter can report: code, name, message and advice. Codes are never reused. */
import type { ProblemKind } from "../model/problem.ts";

/** What is wrong where: `subject` is a phrase such as `scenario "sample_scenario_book", step 4`. */
export interface Place {
  readonly subject: string;
}

/** With the thing that was found, or is missing. */
export interface Named extends Place {
  readonly name: string;
}

/** With a number and its limit. */
export interface Measured extends Place {
  readonly actual: number;
  readonly most: number;
}

function error<Args>(
  code: number,
  name: string,
  message: (args: Args) => string,
  advice: string,
): ProblemKind<Args> {
  return {
    code: `SCN${code}`,
    name: `scenarios/${name}`,
    severity: "error",
    message,
    advice: () => advice,
  };
}

/** 3001 names and numbers, 3011 steps, 3021 references, 3031 tools and their phrases, 3041 the course of a conversation. */
export const catalogue = {
  duplicateIdn: error<Place>(
    3001,
    "duplicate-idn",
    ({ subject }) => `The idn of ${subject} is used twice.`,
    "Rename one of the two; an item of the canvas is found by its idn.",
  ),
  foreignIdn: error<Named>(
    3002,
    "foreign-idn",
    ({ subject, name }) => `The idn of ${subject} does not begin with "${name}".`,
    "Begin it so, with small letters, digits and underscores behind: then it never meets an item of the user.",
  ),
  badTitle: error<Named>(
    3003,
    "bad-title",
    ({ subject, name }) => `The title of ${subject} ${name}.`,
    'Write one line of 1 to 69 characters without * # " [ ] { }; the markup is added.',
  ),
  duplicateTitle: error<Named>(
    3004,
    "duplicate-title",
    ({ subject, name }) => `${subject} has the title "${name}" of another one.`,
    "Rename one; items refer to each other by title.",
  ),
  badNumber: error<Named>(
    3005,
    "bad-number",
    ({ subject, name }) => `The number of ${subject} ${name}.`,
    "Give every scenario a whole number above 0 of its own.",
  ),
  noSteps: error<Place>(
    3011,
    "no-steps",
    ({ subject }) => `${subject} has no step that is always there.`,
    "Leave `needs` of at least one step empty.",
  ),
  ownNumbering: error<Named>(
    3012,
    "own-numbering",
    ({ subject, name }) => `${subject} spells a number or a heading itself: "${name}".`,
    "Leave numbers and headings to the renderer: steps that are switched off shift them.",
  ),
  tooLong: error<Measured>(
    3013,
    "too-long",
    ({ subject, actual, most }) => `${subject} has ${actual} characters, more than ${most}.`,
    "Split it, or move a part into a procedure.",
  ),
  severalActions: error<Measured>(
    3014,
    "several-actions",
    ({ subject, actual }) => `${subject} asks for ${actual} actions at once.`,
    "Make each code-phrase, procedure, scenario and spoken question a step of its own.",
  ),
  noStart: error<Place>(
    3015,
    "no-start",
    ({ subject }) => `${subject} does not say when it starts and what it collects.`,
    'Write its `start`: "Starts when ... Collects ...", one line without brackets, quotes and markup.',
  ),
  noWayOut: error<Place>(
    3016,
    "no-way-out",
    ({ subject }) => `${subject} does not end with a way out.`,
    'Let the last step, always there, begin with "If" and follow a procedure.',
  ),
  noInvocation: error<Place>(
    3017,
    "no-invocation",
    ({ subject }) => `${subject} does not say when it is invoked.`,
    'Write its `start`: "Invoked when ...", one line without brackets, quotes and markup.',
  ),
  unknownAttribute: error<Named>(
    3021,
    "unknown-attribute",
    ({ subject, name }) => `${subject} refers to the unknown attribute [[${name}]].`,
    "Write [[${attribute.idn}]] with an attribute of attributes/.",
  ),
  secretAttribute: error<Named>(
    3022,
    "secret-attribute",
    ({ subject, name }) => `${subject} would show the secret ${name} to the agent.`,
    "Remove the reference.",
  ),
  unknownReference: error<Named>(
    3023,
    "unknown-reference",
    ({ subject, name }) => `${subject} refers to ${name}, which does not exist.`,
    "Use the title of a scenario or procedure of the module.",
  ),
  absentReference: error<Named>(
    3024,
    "absent-reference",
    ({ subject, name }) => `${subject} can be there while ${name} is switched off.`,
    "Give it the `needs` of what it refers to.",
  ),
  unknownTool: error<Named>(
    3031,
    "unknown-tool",
    ({ subject, name }) => `${subject} names the unknown tool ${name}.`,
    "Write the `idn` of a tool of the module.",
  ),
  noPhrase: error<Named>(
    3032,
    "no-phrase",
    ({ subject, name }) => `The phrase of the tool ${name} is said in ${subject}.`,
    "Add a step that says it: without its phrase a tool never fires.",
  ),
  phraseWithoutTool: error<Named>(
    3033,
    "phrase-without-tool",
    ({ subject, name }) => `${subject} says the phrase of ${name}, but can be there while the tool is off.`,
    "Give the step, or the scenario, the tool's idn in `needs`.",
  ),
  phraseUnknownToTool: error<Named>(
    3034,
    "phrase-unknown-to-tool",
    ({ name }) => `No condition of the tool ${name} quotes its phrase.`,
    "Quote the phrase as the example in the tool's condition.",
  ),
  noConsent: error<Named>(
    3035,
    "no-consent",
    ({ subject, name }) => `${subject} promises ${name} without the caller's yes to what was read back.`,
    'Begin it with "CRITICAL STEP: Only after a clear yes" and read back in a step before.',
  ),
  noSharedTag: error<Named>(
    3036,
    "no-shared-tag",
    ({ name }) => `${name} changes something, but has another conflict tag than others that do.`,
    "Give all tools whose phrases need consent one conflict tag: of those with one tag one fires a turn.",
  ),
  rivalsAllowed: error<Named>(
    3037,
    "rivals-allowed",
    ({ name }) => `No condition of ${name} is false when the same message promises another change.`,
    'Say in a condition: "also false if the same message promises" the others.',
  ),
  noCheckAfterCorrection: error<Place>(
    3041,
    "no-check-after-correction",
    ({ subject }) => `${subject} checks something, but does not check again when the caller corrects it.`,
    'Add a step after the read-back: "If the caller corrects ..., follow the **...** procedure again ...".',
  ),
  repeatedSteps: error<Named>(
    3042,
    "repeated-steps",
    ({ subject, name }) => `${subject} says what ${name} says, word for word.`,
    "Make one procedure of it.",
  ),
};
