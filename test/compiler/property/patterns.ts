/** Random regular expressions, and what JavaScript and Python find with them. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { translateRegex } from "../../../scripts/compiler/builtins/regex/translate.ts";

/** A pattern that JavaScript knows, and texts to look for it in. */
export interface PatternCase {
  readonly source: string;
  readonly flags: string;
  readonly texts: readonly string[];
}

/** Where each match begins, its text and its groups. */
type Found = readonly (readonly (number | string | null)[])[];

const characters = [
  ..."abksßяЖ😀x1 -#]{}",
  ...["\\d", "\\w", "\\s", "\\D", "\\W", "\\S", ".", "\\-", "\\.", "\\u0061", "\\ud83d\\ude00", "\\n"],
  ...["[ab]", "[^a]", "[a-z]", "[^\\s,]", "[\\s\\S]", "[\\w-.]", "[а-я]", "[k-]", "[^]", "[😀😃]", "[A-Z_]"],
];
const quantifiers = ["", "", "*", "+", "?", "{2}", "{1,2}", "{1,}", "+?", "*?"];
const brackets = ["(?:", "(?:", "(", "(", "(?=", "(?!", "(?<=", "(?<!"];
const bits = [..."abkKsSßẞяЯЖ12 -.,_]{}x#éÉ", "\u212a", "\u017f", "😀", "😃", "\ud83d", "\ude00", "\n", "\r"];

const { choice } = fc.letrec<Record<"choice" | "part", string>>((tie) => ({
  choice: fc
    .array(fc.array(tie("part"), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
    .map((alternatives) => alternatives.map((parts) => parts.join("")).join("|")),
  part: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc
      .tuple(fc.constantFrom(...characters), fc.constantFrom(...quantifiers))
      .map(([character, quantifier]) => `${character}${quantifier}`),
    fc.constantFrom("^", "$", "\\b", "\\B"),
    fc
      .tuple(fc.constantFrom(...brackets), tie("choice"), fc.constantFrom(...quantifiers))
      .map(([open, body, quantifier]) => `${open}${body})${/[=!]/.test(open) ? "" : quantifier}`),
  ),
}));

/** Patterns of which JavaScript may refuse some. */
export const patternCases: fc.Arbitrary<PatternCase> = fc.record({
  source: choice,
  flags: fc.subarray(["g", "i", "m", "s", "u"]).map((flags) => flags.join("")),
  texts: fc.array(
    fc.array(fc.constantFrom(...bits), { maxLength: 7 }).map((parts) => parts.join("")),
    {
      minLength: 8,
      maxLength: 8,
    },
  ),
});

/** The pattern for Python; null when one of the languages does not take it. */
export function pythonOf({ source, flags }: PatternCase): string | null {
  try {
    new RegExp(source, flags);
  } catch {
    return null;
  }
  const translation = translateRegex(`/${source}/${flags}`, "match");
  return translation.ok ? translation.pattern : null;
}

/** What JavaScript finds in each text. */
export function foundByJavaScript({ source, flags, texts }: PatternCase): readonly Found[] {
  const every = flags.includes("g");
  const pattern = new RegExp(source, every ? flags : `${flags}g`);
  return texts.map((text) => {
    const matches = [...text.matchAll(pattern)].slice(0, every ? undefined : 1);
    return matches.map((match) => [match.index, ...Array.from(match, (group) => group ?? null)]);
  });
}

/** What Python finds. @throws Error when it cannot read a pattern */
export function foundByPython(
  python: string,
  cases: readonly (readonly [pattern: string, of: PatternCase])[],
): readonly (readonly Found[])[] {
  const answer = spawnSync(python, ["-B", fileURLToPath(new URL("./patterns.py", import.meta.url))], {
    input: JSON.stringify(
      cases.map(([pattern, { flags, texts }]) => ({ pattern, every: flags.includes("g"), texts })),
    ),
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  if (answer.status !== 0) {
    throw new Error(answer.stderr);
  }
  return JSON.parse(answer.stdout) as (readonly Found[])[];
}
