/** What authors reach for most often and is not in the language. */
import type { DiagnosticKey } from "../../compiler/diagnostics/catalogue.ts";

/** What is written, what to write instead, and the diagnostic that says so. */
export const refused: readonly (readonly [instead: string, write: string, key: DiagnosticKey])[] = [
  ["`for (... in ...)`", "`for (const key of Object.keys(object))`", "loopKind"],
  ["`while (true)` that nothing leaves", "a test, `break` or `return`", "endlessLoop"],
  [
    "a generator that acts, throws, or has no end",
    "a function that fills a list and returns it",
    "unsupportedSyntax",
  ],
  ["`days(a).next()`, or a generator gone through twice", "`const all = [...days(a)];`", "unsupportedSyntax"],
  ["an error that leaves a callback", "a `for` loop with the call in it", "exceptions"],
  ["a class that extends another than `Error`", "a field that holds the other", "classes"],
  [
    "a class whose type is a type parameter of a function",
    "the type: `drain(queue: Queue<Slot>)`",
    "classes",
  ],
  ["an instance that may change in a list or an object", "what it holds: `{ name: item.name }`", "classes"],
  ["a number of more than 15 digits", "a text", "longNumber"],
  ["`any`", "`JsonValue` and `asText`, `asNumber`, `property`", "anyType"],
  ["`let name!: string`", '`let name = ""`', "nonNullAssertion"],
  ["`if (list)`, `if (object)`", "`list.length > 0`, `object !== null`", "conditionType"],
  ["`==`, `!=`", "`===`, `!==`; `== null` is allowed", "looseEquality"],
  ['`"a" + list`', '`"a" + list.join()`', "plusTypes"],
  ["`date.getHours()`, `date.toLocaleString()`", "`date.getUTCHours()`, `localTime(...)`", "unknownMethod"],
  ["`Date.now()`, `Math.random()`", "`ctx.getDateTime(zone)`", "unknownGlobal"],
  ["`import` of a package or of Node", "functions of the module and the SDK", "unknownFunction"],
  ["a function in an object or a list of a function", "a `const` table at module level", "functionValue"],
  ["`object[name]` where `name` may be a text or a number", "`object[String(name)]`", "dynamicKey"],
  [
    "`[ctx.getMemory(...), await g()]`: `await` beside the platform",
    "`const x = await g();` first",
    "awaitPlace",
  ],
  ["`list.forEach(async ...)`", "a `for` loop with `await` in it, or `Promise.all`", "awaitInCallback"],
  ["`Promise.all` of what acts before its request", "a `for` loop with `await` in it", "gatheredOrder"],
  [
    "changing the input, or a table of the module",
    "`[...list, item]`, `{ ...object, key: value }`",
    "parameterMutation",
  ],
  ["a `Map` or `Set` in an object, a list or JSON", "`Object.fromEntries(map)`, `[...set]`", "classes"],
];
