/** What the statements of generated programs use that stands before them: of it a program has only what it names. */
import { absentPrelude } from "./absent-parts.ts";
import { changingPrelude } from "./changed-parameters.ts";
import { classesPrelude } from "./classes.ts";
import { generatorsPrelude } from "./generators.ts";
import { naturalPrelude } from "./natural.ts";
import { throwsPrelude } from "./throws.ts";
import { usualPrelude } from "./usual-forms.ts";

const imports = `import { asList, asText, emptyRecord, encodeQuery, parseJson, property, toInteger } from "#sdk";
import type { HttpResult, JsonValue, SkillContext } from "#sdk";`;

const values = `interface Rec { readonly a: number; readonly b: string; readonly c: string | null }
interface Given { readonly yes: boolean; readonly no: boolean; readonly none: string | null; readonly ints: readonly number[]; readonly texts: readonly string[]; readonly rec: Rec; readonly recs: readonly Rec[] }
const given: Given = { yes: true, no: false, none: null, ints: [3, 0, -2], texts: ["a", "", "жb"], rec: { a: 1, b: "r", c: null }, recs: [{ a: 5, b: "x", c: "c" }, { a: -1, b: "", c: null }] };
const wordPattern = /[a-zж]+/i;
const marksPattern = /[,"']/g;
function orNull(text: string | null): string | null { return text; }`;

/** The name of each declaration and its text: each begins at the start of a line. */
const declarations: readonly (readonly [name: string, text: string])[] = [
  values,
  naturalPrelude,
  changingPrelude,
  throwsPrelude,
  classesPrelude,
  absentPrelude,
  generatorsPrelude,
  usualPrelude,
]
  .join("\n")
  .split(/^(?=(?:async function|function\*?|class|interface|enum|const) )/mu)
  .map((text) => [/^(?:async )?\w+\*? (\w+)/u.exec(text)?.[1] ?? "", text.trimEnd()]);

/** The imports and the declarations a program names, also by way of others. */
export function preludeFor(program: string): string {
  const wanted = new Set<string>();
  const want = (text: string): void => {
    const named = new Set(text.match(/\w+/gu));
    for (const [name, declaration] of declarations) {
      if (named.has(name) && !wanted.has(name)) {
        wanted.add(name);
        want(declaration);
      }
    }
  };
  want(program);
  return [imports, ...declarations.flatMap(([name, text]) => (wanted.has(name) ? [text] : []))].join("\n");
}
