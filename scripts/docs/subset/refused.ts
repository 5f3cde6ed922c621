/** What authors reach for most often and is not in the language. */
import type { DiagnosticKey } from "../../compiler/diagnostics/catalogue.ts";

/** What is written, what to write instead, and the diagnostic that says so. */
export const refused: readonly (readonly [instead: string, write: string, key: DiagnosticKey])[] = [
  ["`while (...)`, `for (... in ...)`", "`for (const x of list)` or a counter", "loopKind"],
  ["`try`, `throw`", '`return { ok: false, problem: "..." }`', "exceptions"],
  ["`class`, `new`, `this`", "functions and object literals", "classes"],
  ["`enum`", "a union of texts, or a `const` object `as const`", "enums"],
  ["`1.5`, `0.1 + 0.2`", "cents, minutes, or the decimal as text", "decimalLiteral"],
  ["`any`, `x as Type` of outside data", "`JsonValue` and `asText`, `asNumber`, `property`", "anyType"],
  ["`value!`", '`value ?? ""`', "nonNullAssertion"],
  ["`if (list)`, `if (object)`", "`list.length > 0`, `object !== null`", "conditionType"],
  ["`==`, `!=`", "`===`, `!==`; `== null` is allowed", "looseEquality"],
  ["`a / b`, `Math.round`", "`Math.floor(a / 7)`, by a literal", "division"],
  ['`"a" + 1`', "`${a}${b}`", "plusTypes"],
  ["`JSON.parse`, `Number(...)`, `parseInt`", "`parseJson`, `toInteger`", "unknownGlobal"],
  ["`import` of a package or of Node", "functions of the module and the SDK", "unknownFunction"],
  ["recursion", "a loop", "recursion"],
  ["a function in an object, a list or a parameter", "a call of the function that is meant", "functionValue"],
  [
    "`object[name]`, unless the type of `name` is one or several names the object has",
    "`property(object, name)`",
    "dynamicKey",
  ],
  [
    "`[ctx.getMemory(...), await g()]`: `await` beside the platform",
    "`const x = await g();` first",
    "awaitPlace",
  ],
  ["`list.map(async ...)`, `Promise.all`", "a `for` loop with `await` in it", "awaitInCallback"],
  ["changing a parameter", "`[...list, item]`, `{ ...object, key: value }`", "parameterMutation"],
  ["`new Set()`, `new Map()` in a variable", "a list and `includes`, `emptyRecord()` of the SDK", "classes"],
];
