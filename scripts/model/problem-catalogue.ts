/**
 * Every problem the checks of definitions and model can report: code, name, severity, message and advice.
 *
 * Codes are grouped: 2001 duplicates, 2011 shapes, 2021 names, 2031 references, 2041 values, 2051 module.yaml.
 */
import type { ProblemKind } from "./problem.ts";

/** What is wrong with whom: `subject` is a phrase such as `attribute "sample_token"`. */
export interface PropertyArgs {
  readonly subject: string;
  /** Path of the property inside the subject, `title` or `possibleValues[2]`. */
  readonly property: string;
}

/** A property together with the value found in it, already shortened for display. */
export interface ValueArgs extends PropertyArgs {
  readonly actual: string;
}

/** A value that must be one of a list. */
export interface ChoiceArgs extends ValueArgs {
  readonly allowed: readonly string[];
  /** The allowed value the author most likely meant, or "". */
  readonly nearest: string;
}

/** A name within an owner: an event of a flow, a condition of a tool. */
export interface MemberArgs {
  readonly owner: string;
  readonly idn: string;
}

function error<Args>(
  code: string,
  name: string,
  message: (args: Args) => string,
  advice: string | ((args: Args) => string) = "",
): ProblemKind<Args> {
  const give = typeof advice === "string" ? () => advice : advice;
  return { code, name: `model/${name}`, severity: "error", message, advice: give };
}

function warning<Args>(...given: Parameters<typeof error<Args>>): ProblemKind<Args> {
  return { ...error(...given), severity: "warning" };
}

const quoted = (values: readonly string[]): string => values.map((value) => `"${value}"`).join(", ");

/** The kinds of problem, by the name the checks use for them. */
export const catalogue = {
  duplicateAttribute: error<MemberArgs>(
    "MOD2001",
    "duplicate-attribute",
    ({ idn }) => `The attribute "${idn}" is defined twice.`,
    "Rename or delete one of the two; an account holds one value for an idn.",
  ),
  duplicateFlow: error<MemberArgs>(
    "MOD2002",
    "duplicate-flow",
    ({ idn }) => `The flow "${idn}" is defined twice.`,
    "Rename one of the two or merge their events.",
  ),
  duplicateTool: error<MemberArgs>(
    "MOD2003",
    "duplicate-tool",
    ({ idn }) => `The tool "${idn}" is defined twice.`,
    "Rename or delete one of the two; tools are keys of one JSON object.",
  ),
  duplicateEvent: error<MemberArgs>(
    "MOD2004",
    "duplicate-event",
    ({ owner, idn }) => `The ${owner} subscribes twice to ${idn}.`,
    "Keep one subscription; with two, both skills would run for one event.",
  ),
  duplicateSkill: error<MemberArgs>(
    "MOD2005",
    "duplicate-skill",
    ({ owner, idn }) => `The ${owner} has two skills named "${idn}".`,
    "Rename one of the two; they would be written to the same file.",
  ),
  duplicateCondition: error<MemberArgs>(
    "MOD2006",
    "duplicate-condition",
    ({ owner, idn }) => `The ${owner} has two conditions named "${idn}".`,
    "Rename or delete one of the two.",
  ),
  duplicateParameter: error<MemberArgs>(
    "MOD2007",
    "duplicate-parameter",
    ({ owner, idn }) => `The ${owner} has two parameters named "${idn}".`,
    "Rename one of the two.",
  ),
  duplicatePossibleValue: error<MemberArgs>(
    "MOD2008",
    "duplicate-possible-value",
    ({ owner, idn }) => `The ${owner} lists the possible value "${idn}" twice.`,
    "Delete one of the two.",
  ),
  caseClash: error<MemberArgs & { readonly other: string }>(
    "MOD2009",
    "case-clash",
    ({ owner, idn, other }) =>
      `In the ${owner}, "${idn}" and "${other}" differ only in upper and lower case.`,
    "Rename one of the two; on many disks they are the same file.",
  ),

  missingProperty: error<PropertyArgs>(
    "MOD2011",
    "missing-property",
    ({ subject, property }) => `The ${subject} has no "${property}".`,
    ({ property }) => `Add "${property}".`,
  ),
  unknownProperty: error<ChoiceArgs>(
    "MOD2012",
    "unknown-property",
    ({ subject, property }) => `The ${subject} has a property "${property}" that means nothing.`,
    ({ nearest, allowed }) =>
      nearest === "" ? `Delete it. Known are ${quoted(allowed)}.` : `Did you mean "${nearest}"?`,
  ),
  notText: error<ValueArgs>(
    "MOD2013",
    "not-text",
    ({ subject, property, actual }) => `"${property}" of the ${subject} is ${actual}, which is not text.`,
    ({ actual }) => `Values are text on the platform: write ${textFormOf(actual)}.`,
  ),
  wrongType: error<ValueArgs & { readonly expected: string }>(
    "MOD2014",
    "wrong-type",
    ({ subject, property, actual, expected }) =>
      `"${property}" of the ${subject} is ${actual}, but must be ${expected}.`,
    ({ expected }) => `Write ${expected} there.`,
  ),
  notOneOf: error<ChoiceArgs>(
    "MOD2015",
    "not-one-of",
    ({ subject, property, actual }) => `"${property}" of the ${subject} cannot be ${actual}.`,
    ({ nearest, allowed }) =>
      `${nearest === "" ? "" : `Did you mean "${nearest}"? `}Possible: ${quoted(allowed)}.`,
  ),
  emptyText: error<PropertyArgs>(
    "MOD2016",
    "empty-text",
    ({ subject, property }) => `"${property}" of the ${subject} is empty.`,
    "The Builder shows this text; write one.",
  ),
  longTitle: error<PropertyArgs & { readonly length: number }>(
    "MOD2017",
    "long-title",
    ({ subject, property, length }) =>
      `"${property}" of the ${subject} has ${String(length)} characters; 69 are allowed.`,
    "Shorten it: the platform's client folds longer titles into YAML that it cannot read back.",
  ),
  controlCharacter: error<PropertyArgs & { readonly character: string }>(
    "MOD2018",
    "control-character",
    ({ subject, property, character }) => `"${property}" of the ${subject} contains ${character}.`,
    "Delete it: the platform's files do not carry this character unchanged.",
  ),
  yamlSpecialText: error<ValueArgs>(
    "MOD2019",
    "yaml-special-text",
    ({ subject, property, actual }) => `"${property}" of the ${subject} is ${actual}.`,
    "YAML 1.1 readers give this text a meaning of its own (merge key, default value); write another one.",
  ),
  noConditions: error<PropertyArgs>(
    "MOD2020",
    "no-conditions",
    ({ subject }) => `The ${subject} has no condition.`,
    "Give it at least one; a tool without conditions fires on every answer.",
  ),

  notSnakeCase: error<ValueArgs>(
    "MOD2021",
    "not-snake-case",
    ({ subject, property, actual }) =>
      `"${property}" of the ${subject} is ${actual}, which is not snake_case.`,
    "Use lower-case letters, digits and single underscores, starting with a letter.",
  ),
  notPascalCase: error<ValueArgs>(
    "MOD2022",
    "not-pascal-case",
    ({ subject, property, actual }) =>
      `"${property}" of the ${subject} is ${actual}, which is not PascalCase.`,
    "Use letters and digits only, starting with an upper-case letter.",
  ),
  notIdentifier: error<ValueArgs>(
    "MOD2023",
    "not-identifier",
    ({ subject, property, actual }) => `"${property}" of the ${subject} is ${actual}, which is not a name.`,
    "Use ASCII letters, digits and underscores, not starting with a digit.",
  ),
  badVersion: error<ValueArgs>(
    "MOD2024",
    "bad-version",
    ({ subject, property, actual }) =>
      `"${property}" of the ${subject} is ${actual}, which is not a version.`,
    "Write three whole numbers, such as 1.4.0.",
  ),
  anonymousHandler: error<PropertyArgs>(
    "MOD2025",
    "anonymous-handler",
    ({ subject }) => `The handler of the ${subject} has no usable name.`,
    "Export a named function from skills/ and refer to it; the build finds a handler by its name.",
  ),
  ambiguousHandler: error<MemberArgs>(
    "MOD2026",
    "ambiguous-handler",
    ({ owner, idn }) => `The ${owner} uses two different handlers named "${idn}".`,
    "Rename one of the two functions; the build finds a handler by its name.",
  ),
  notPrefix: error<ValueArgs>(
    "MOD2027",
    "not-prefix",
    ({ subject, property, actual }) => `"${property}" of the ${subject} is ${actual}, which is no prefix.`,
    "Write snake_case with one underscore at the end, such as sample_.",
  ),

  unknownSkill: error<MemberArgs & { readonly skill: string }>(
    "MOD2031",
    "unknown-skill",
    ({ owner, idn, skill }) =>
      `The event ${idn} of the ${owner} starts the skill "${skill}", which is not in it.`,
    "Skills are found inside their own flow only; add the skill to the flow or name another one.",
  ),
  unknownSwitch: error<MemberArgs & { readonly attribute: string; readonly nearest: string }>(
    "MOD2032",
    "unknown-switch",
    ({ owner, attribute }) => `The ${owner} is enabled by "${attribute}", which is not an attribute.`,
    ({ nearest }) => (nearest === "" ? "Name a bool attribute." : `Did you mean "${nearest}"?`),
  ),
  switchNotBool: error<MemberArgs & { readonly attribute: string; readonly valueType: string }>(
    "MOD2033",
    "switch-not-bool",
    ({ owner, attribute, valueType }) =>
      `The ${owner} is enabled by "${attribute}", which is of type ${valueType}.`,
    "Name an attribute of type bool.",
  ),
  toolWithoutEvent: error<MemberArgs>(
    "MOD2034",
    "tool-without-event",
    ({ idn }) => `No flow subscribes to the event "${idn}" that the tool of this name fires.`,
    "Add the event on integration system, connector system, or delete the tool.",
  ),
  flowWithoutEvents: warning<MemberArgs>(
    "MOD2035",
    "flow-without-events",
    ({ idn }) => `The flow "${idn}" has no event, so nothing ever starts it.`,
    "Give it an event or delete it.",
  ),

  secretWithDefault: error<MemberArgs>(
    "MOD2041",
    "secret-with-default",
    ({ idn }) => `The secret attribute "${idn}" has a default value.`,
    'Write defaultValue: "". A credential belongs in the account, not in the sources.',
  ),
  badBoolDefault: error<MemberArgs & { readonly actual: string }>(
    "MOD2042",
    "bad-bool-default",
    ({ idn, actual }) => `The default of the bool attribute "${idn}" is ${actual}.`,
    'Write "True", "False" or "".',
  ),
  badNumberDefault: error<MemberArgs & { readonly actual: string }>(
    "MOD2043",
    "bad-number-default",
    ({ idn, actual }) => `The default of the number attribute "${idn}" is ${actual}.`,
    'Write digits, such as "365", or "".',
  ),
  badJsonDefault: error<MemberArgs>(
    "MOD2044",
    "bad-json-default",
    ({ idn }) => `The default of the json attribute "${idn}" is not JSON.`,
    'Write JSON text, such as "[]", or "".',
  ),
  defaultNotPossible: error<MemberArgs & { readonly actual: string }>(
    "MOD2045",
    "default-not-possible",
    ({ idn, actual }) => `The default ${actual} of the attribute "${idn}" is not among its possible values.`,
    'Add it to possibleValues, or write defaultValue: "".',
  ),
  possibleValuesWithoutEnum: warning<MemberArgs & { readonly valueType: string }>(
    "MOD2046",
    "possible-values-without-enum",
    ({ idn, valueType }) => `The attribute "${idn}" lists possible values but is of type ${valueType}.`,
    'Write valueType: "enum", or possibleValues: [].',
  ),
  requiredOfModule: error<MemberArgs>(
    "MOD2047",
    "required-of-module",
    ({ idn }) => `The attribute "${idn}" is required, but kept by the module itself.`,
    'Write required: false, or owner: "user".',
  ),

  yamlSyntax: error<{ readonly detail: string }>(
    "MOD2051",
    "yaml-syntax",
    ({ detail }) => `This is not valid YAML: ${detail}`,
    "Write each name once, with a colon and a blank behind it; what belongs to a group stands two blanks further in.",
  ),
  identityUnreadable: error<{ readonly detail: string }>(
    "MOD2052",
    "identity-unreadable",
    ({ detail }) => `The file module.yaml cannot be read: ${detail}.`,
    "Every command works on the folder that holds module.yaml.",
  ),
  sandboxFileMissing: error<{ readonly name: string; readonly path: string }>(
    "MOD2053",
    "sandbox-file-missing",
    ({ name, path }) => `The ${name} of the sandbox is "${path}", which is not there.`,
    "Write where it stands, relative to module.yaml, or delete the line.",
  ),
} as const;

/** The name of one kind of problem in the catalogue. */
export type CatalogueName = keyof typeof catalogue;

function textFormOf(actual: string): string {
  if (actual === "true" || actual === "false") {
    return actual === "true" ? '"True"' : '"False"';
  }
  return /^-?[\d.]+$/u.test(actual) ? `"${actual}"` : '"..."';
}
