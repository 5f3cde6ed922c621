/** Problems of what was released: codes begin at REL4001 and are never reused. */
import { nearestName } from "../model/nearest-name.ts";
import type { ProblemKind } from "../model/problem.ts";
import type { PublicKind } from "./public-names.ts";
import { commandCall } from "../toolkit.ts";

/** A released name that is not what it was. */
interface Gone {
  readonly kind: PublicKind;
  readonly idn: string;
  readonly since: string;
  /** The version the next release will have at least. */
  readonly next: string;
  /** Names of the same kind that are there now and were never released. */
  readonly candidates: readonly string[];
}

/** An attribute whose values have another form. */
interface Changed {
  readonly idn: string;
  readonly before: string;
  readonly now: string;
  readonly next: string;
}

/** The kinds of problem, by the name the checks use for them. */
export const releaseCatalogue = {
  releasedNameGone: {
    code: "REL4001",
    name: "release/released-name-gone",
    severity: "error",
    message: ({ kind, idn, since }: Gone) => `The ${kind} "${idn}", public since ${since}, is gone.`,
    advice: goneAdvice,
  } satisfies ProblemKind<Gone>,
  releasedFormChanged: {
    code: "REL4002",
    name: "release/released-form-changed",
    severity: "error",
    message: ({ idn, before, now }: Changed) =>
      `The attribute "${idn}" holds ${before} in accounts and is defined as ${now}.`,
    advice: ({ idn, next }: Changed) =>
      `Keep its valueType, or write the migration { version: "${next}", renamedAttributes: [], rebuiltAttributes: ["${idn}"], retired: [] }, which has the publish hook fill it anew.`,
  } satisfies ProblemKind<Changed>,
  releasedFileUnreadable: {
    code: "REL4003",
    name: "release/released-file-unreadable",
    severity: "error",
    message: ({ detail }: { readonly detail: string }) =>
      `The list of released names cannot be read: ${detail}.`,
    advice: () => "Bring it back as it was released; the verb `release` alone writes it.",
  } satisfies ProblemKind<{ readonly detail: string }>,
  storedShapeChanged: {
    code: "REL4005",
    name: "release/stored-shape-changed",
    severity: "error",
    message: ({ idn, before, now }: Changed) =>
      `What is stored as JSON under "${idn}" has another shape. ${difference(before, now)}`,
    advice: ({ idn, next }: Changed) =>
      `Keep the shape; or have the reader take what earlier versions wrote as well and write the migration { version: "${next}", renamedAttributes: [], rebuiltAttributes: [], reread: ["${idn}"], retired: [] }; or, where the publish hook fills it anew, name it in rebuiltAttributes. The migrations are those that module/index.ts exports.`,
  } satisfies ProblemKind<Changed>,
  versionStale: {
    code: "REL4004",
    name: "release/version-stale",
    severity: "error",
    message: ({ file, version }: { readonly file: string; readonly version: string }) =>
      `${file} does not say ${version}, the version of module.yaml.`,
    advice: () =>
      `Run \`${commandCall} texts\`, which writes it; the version is changed in module.yaml alone.`,
  } satisfies ProblemKind<{ readonly file: string; readonly version: string }>,
} as const;

/** The fields that only one of two shapes has, with their types. */
function difference(before: string, now: string): string {
  const fieldsOf = (shape: string): string[] => shape.match(/[\w?]+:(?:[^,{}[\]]+)?/gu) ?? [];
  const only = (shape: string, other: string): string =>
    fieldsOf(shape)
      .filter((field) => !fieldsOf(other).includes(field))
      .join(", ");
  const [gone, come] = [only(before, now), only(now, before)];
  return [
    ...(gone === "" ? [] : [`Accounts hold ${gone}.`]),
    ...(come === "" ? [] : [`Now it has ${come}.`]),
    ...(gone + come === "" ? [`It was ${before} and is ${now}.`] : []),
  ].join(" ");
}

function goneAdvice({ kind, idn, next, candidates }: Gone): string {
  const migration = (parts: string): string => `{ version: "${next}", ${parts} }`;
  const where = "The migrations are those that module/index.ts exports.";
  const given = migration(`renamedAttributes: [], rebuiltAttributes: [], retired: ["${idn}"]`);
  if (kind !== "attribute") {
    return `Bring it back, or say in a migration that it is given up: ${given}. ${where}`;
  }
  const to = nearestName(idn, candidates) || candidates[0];
  const renamed =
    to === undefined
      ? ""
      : `write the migration ${migration(`renamedAttributes: [{ from: "${idn}", to: "${to}" }], rebuiltAttributes: [], retired: []`)}, which takes the accounts' values along, or `;
  return `Bring it back, ${renamed === "" ? "or " : renamed}say that it is given up: ${given}. ${where}`;
}
