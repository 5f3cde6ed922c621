/**
 * Every diagnostic of the compiler: fixed code, symbolic name, message and what to write instead.
 *
 * Codes never change and are never used again. 10xx syntax, 11xx types and operators, 12xx functions and
 * modules, 13xx suspension, 14xx library, 15xx values that two runtimes would share differently.
 */

/** One entry of the catalogue. `{0}`, `{1|usual}` in the texts stand for the details of the place. */
export interface DiagnosticEntry {
  readonly code: number;
  readonly name: string;
  readonly message: string;
  readonly advice: string;
}

const entry = (code: number, name: string, message: string, advice: string): DiagnosticEntry => ({
  code,
  name,
  message,
  advice,
});

/** The catalogue, by the key the visitors use. */
export const catalogue = {
  typescript: entry(1000, "typescript/error", "{0}", "{1|Fix the TypeScript error first.}"),

  unsupportedSyntax: entry(
    1001,
    "syntax/unsupported",
    "{0} is not in the language of skills.",
    "{1|Use the constructs of docs/subset.md.}",
  ),
  varDeclaration: entry(
    1002,
    "syntax/no-var",
    "`var` is not in the language of skills.",
    "Use `let` or `const`.",
  ),
  loopKind: entry(
    1003,
    "syntax/no-unbounded-loop",
    "`{0}` is not in the language of skills.",
    "Use `for (const x of list)`, `for (const [key, value] of Object.entries(object))` or `for (let i = 0; i < limit; i += 1)`.",
  ),
  endlessLoop: entry(
    1021,
    "syntax/endless-loop",
    "Nothing ends this loop.",
    "Give it a test, `while (tries < 5)`, or leave it with `break` or `return`.",
  ),
  exceptions: entry(
    1005,
    "syntax/no-exceptions",
    "NSL has no exceptions, and the compiler cannot follow this error: `{0}`.",
    "{1|Return a result instead, such as an object with `ok: false` and a `problem`.}",
  ),
  classes: entry(
    1006,
    "syntax/no-classes",
    "`{0}` is not in the language of skills.",
    "{1|Use plain functions and object literals.}",
  ),
  enums: entry(
    1007,
    "syntax/no-enum",
    "`enum` is not in the language of skills.",
    "Use a `const` object with `as const` and a union of its values.",
  ),
  longNumber: entry(
    1008,
    "syntax/long-number",
    "Numbers have at most 15 digits before the point; `{0}` has more.",
    "Keep a long number, such as an id, as text.",
  ),
  anyType: entry(
    1009,
    "syntax/no-any",
    "A value of type `any` cannot be compiled: its meaning is unknown.",
    "{0|Type it as `JsonValue` and read it with `asText`, `asNumber`, `asObject` and `property` of the SDK.}",
  ),
  suppression: entry(
    1010,
    "syntax/no-suppression",
    "`{0}` hides type errors the compiler relies on.",
    "Remove the comment and fix the error.",
  ),
  switchFallThrough: entry(
    1011,
    "syntax/no-fall-through",
    "A `case` with statements must end with `break`, `continue` or `return`.",
    'End the case, or list the labels together: `case "a": case "b":`.',
  ),
  assignmentExpression: entry(
    1012,
    "syntax/assignment-is-a-statement",
    "{0|An assignment} cannot stand inside an expression.",
    "{1|Make the assignment a statement of its own.}",
  ),
  destructuring: entry(
    1013,
    "syntax/destructuring",
    "This destructuring pattern is not in the language of skills.",
    "Name plain properties or elements: `const { a, b } = value;` `const [x, y] = pair;`.",
  ),
  uninitialisedConstant: entry(
    1014,
    "syntax/table-initialiser",
    "A module-level `{0}` must be a `const` of literals.",
    "Make it a `const`, and keep what must last from event to event in an attribute.",
  ),
  nonNullAssertion: entry(
    1015,
    "syntax/no-non-null-assertion",
    "`!` claims what NSL cannot check.",
    "Use `??` with a fallback, or test for null first.",
  ),
  narrowingCast: entry(
    1016,
    "syntax/no-narrowing-cast",
    "`as` turns `{0}` into `{1}`, which nothing has proven.",
    "{2|Read outside data with `asText`, `asNumber`, `asObject` and `property` of the SDK, or test with `typeof`.}",
  ),
  moduleStatement: entry(
    1017,
    "syntax/declarations-only",
    "Only declarations may stand at module level: this would run once in JavaScript and never in NSL.",
    "Move it into a function, or write the finished value as a `const`.",
  ),
  tooDeep: entry(
    1018,
    "syntax/too-deep",
    "This is nested too deeply for the platform's templates: {0}.",
    "Split a long expression over several variables, or move the inner part into a function of its own (one that is only a `return` is written in place and does not help).",
  ),
  loopTooLong: entry(
    1020,
    "syntax/loop-too-long",
    "This loop may take more than 100,000 turns, and the platform's `range` has no more.",
    "Count to a smaller limit, or loop over the list itself: `for (const item of list)`.",
  ),

  conditionType: entry(
    1101,
    "types/condition",
    "A condition of type `{0}` means different things in JavaScript and NSL: an empty list or object is true here and false there.",
    "{1|Test what you mean: `list.length > 0`, `value !== null`.}",
  ),
  equalityTypes: entry(
    1102,
    "types/equality",
    "`{0}` compares `{1}` with `{2}`, which JavaScript and NSL do differently.",
    "{3|Compare texts with texts, numbers with numbers, booleans with booleans; narrow with `typeof` first.}",
  ),
  looseEquality: entry(
    1103,
    "types/no-loose-equality",
    "`{0}` converts its operands.",
    "{1|Use `===` or `!==`}; `== null` is allowed.",
  ),
  plusTypes: entry(
    1104,
    "types/plus",
    "`+` needs two texts or two numbers, not `{0}` and `{1}`.",
    '{2|Make texts of both, and put `?? ""` behind what may be absent.}',
  ),
  arithmeticTypes: entry(
    1105,
    "types/arithmetic",
    "`{0}` needs numbers, not {1}.",
    "Type the operands as `number`; read a number from text with `toInteger` first.",
  ),
  orderTypes: entry(
    1108,
    "types/ordering",
    "`{0}` needs two numbers or two texts, not `{1}` and `{2}`.",
    "Convert both sides to numbers or to texts.",
  ),
  templateType: entry(
    1109,
    "types/template",
    "A value of type `{0}` looks different as text in JavaScript and NSL.",
    "{1|Put in texts, numbers and booleans only; use `JSON.stringify` for objects.}",
  ),
  bothAbsent: entry(
    1110,
    "types/null-and-undefined",
    "`{0}` may be null and undefined; NSL has one absent value, so `===` cannot tell them apart.",
    "{1|Test with `== null`, or make the value only one of the two with `?? null`.}",
  ),
  undefinedProperty: entry(
    1111,
    "types/undefined-property",
    "`{0}` may be null and undefined here; JavaScript writes the one as JSON and leaves the other out, and NSL has one absent value.",
    "{1|Make it only one of the two where it gets its value: `?? null`, or `?? undefined`.}",
  ),
  logicalType: entry(
    1112,
    "types/logical",
    "`{0}` asks whether a value of type `{1}` is empty, which JavaScript and NSL judge differently.",
    "Use a condition: `test ? a : b`, or `??`.",
  ),
  spreadType: entry(
    1113,
    "types/spread",
    "A value of type `{0}` cannot be spread here.",
    "{1|Spread lists into lists and objects into objects; put `??` and an empty one behind what may be absent.}",
  ),
  forgottenUndefined: entry(
    1114,
    "types/forgotten-undefined",
    "A property of `{0}` may be undefined, and what it becomes here has a value under every name.",
    "Let the type have it: `Record<string, string | undefined>`; or leave the property out: `...(note !== undefined && { note })`.",
  ),

  unknownFunction: entry(
    1201,
    "functions/unknown",
    "`{0}` is not a function the compiler can compile.",
    "{1|Call what is declared with `function` in skills/, module/ or the SDK; packages and Node modules are not there.}",
  ),
  recursion: entry(
    1202,
    "functions/no-recursion",
    "`{0}` calls itself ({1}), and is a handler or would be written in place of its calls.",
    "Declare what calls itself at module level, `function {0}(...) { ... }`, without functions among its parameters: hand it what it reads, and return what it finds.",
  ),
  functionValue: entry(
    1203,
    "functions/no-function-values",
    "A function can be called, or given to an array method; it is not a value in NSL.",
    "{0|Call it, or write the arrow function in place.}",
  ),
  callbackShape: entry(
    1204,
    "functions/callback-shape",
    "The callback of `{0}` must be a function, in place or by its name, that takes the item and, if need be, its index and the list.",
    "{1|Write `list.map((item) => ...)` or `list.map((item, index) => ...)`.}",
  ),
  externalValue: entry(
    1205,
    "functions/external-value",
    "`{0}` is not known to the compiler.",
    "Use parameters, local variables and module-level constants.",
  ),
  contextEscapes: entry(
    1206,
    "functions/context-escapes",
    "`ctx` stands for the platform; it can only be called or handed on as a parameter.",
    "Pass `ctx` to a function whose parameter is a SkillContext. `ctx.operation` is known to handlers and async functions: hand its value on.",
  ),
  unknownAction: entry(
    1207,
    "functions/unknown-action",
    "`ctx.{0}` is not an action of the SDK.",
    "Use the methods of SkillContext.",
  ),
  literalArguments: entry(
    1208,
    "functions/literal-arguments",
    "The arguments of `{0}` must be an object literal with plain names: they become keyword arguments.",
    "Write `{ name: text, other: text }` in place.",
  ),
  duplicateSkill: entry(
    1209,
    "functions/duplicate-name",
    "`{0}` would be the name of two skills of one flow.",
    "Rename this function, or the other one that becomes the same skill.",
  ),
  restParameter: entry(
    1210,
    "functions/spread-argument",
    "`...` among arguments needs a rest parameter.",
    "Hand on each argument by itself, or let the function take `...items`.",
  ),
  missingExport: entry(
    1211,
    "functions/missing-export",
    "No exported function `{0}` was found.",
    "Write `export function {0}(...)` or `export async function {0}(...)`.",
  ),
  nullDefault: entry(
    1212,
    "functions/nullable-default",
    "What has a default cannot also be null: NSL has one absent value.",
    "Drop `null` from the type or drop the default.",
  ),
  capturedChange: entry(
    1213,
    "functions/no-captured-change",
    "`{0}` lies outside of `{1}`, which changes it.",
    "Return what is new and use it where `{1}` is called, or write the arrow function in place.",
  ),

  awaitPlace: entry(
    1301,
    "suspension/await-place",
    "`await` cannot stand here.",
    "Give it a statement of its own, before this one: `const answer = await ctx.send(request);`.",
  ),
  awaitTarget: entry(
    1302,
    "suspension/await-target",
    "Only `ctx.send(...)` and async functions of the module can be awaited.",
    "{0|Await one after the other, each in a statement of its own: `const answer = await ctx.send(request);`.}",
  ),
  missingAwait: entry(
    1303,
    "suspension/missing-await",
    "The result of an async function must be awaited.",
    "{0|Write `await` before the call.}",
  ),
  awaitInCallback: entry(
    1304,
    "suspension/no-async-callback",
    "A callback cannot be async.",
    "Use a `for` loop with `await` in it, or `await Promise.all(list.map(async ...))`.",
  ),
  gatheredOrder: entry(
    1305,
    "suspension/gathered-order",
    "In JavaScript this is done before the request of the one before is answered, in NSL after that.",
    "{0}",
  ),

  unknownMethod: entry(
    1401,
    "library/unknown-method",
    "`{0}` of {1} is not in the language of skills.",
    "{2}See the list of methods in docs/subset.md.",
  ),
  unknownGlobal: entry(1402, "library/unknown-global", "`{0}` is not in the language of skills.", "{1}"),
  literalNeeded: entry(
    1403,
    "library/literal-needed",
    "`{0}` needs one text here{1|}.",
    "{2|Give the separator as a text.}",
  ),
  regexUnsupported: entry(
    1404,
    "library/regex",
    "This regular expression cannot be carried over to NSL: {0}.",
    "{1|Use literals, classes, groups, alternatives, quantifiers, anchors and looking around.}",
  ),
  methodArguments: entry(1405, "library/arguments", "`{0}` is not supported with these arguments.", "{1}"),
  sortComparator: entry(
    1406,
    "library/sort-comparator",
    "The comparator must {0|only compute}.",
    "{1|Write `(a, b) => a.key - b.key` for numbers or `(a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)` for texts.}",
  ),
  stringifyArguments: entry(
    1407,
    "library/stringify",
    "JSON.stringify takes one value here.",
    "{0|Drop the other arguments.}",
  ),
  dynamicKey: entry(
    1408,
    "library/dynamic-key",
    "A computed property name {0|finds inherited members in JavaScript and nothing in NSL}.",
    "{1|Read with `property(value, name)` of the SDK, or where `Object.hasOwn(value, name)` has been asked; keep texts, numbers and booleans under computed names.}",
  ),

  parameterMutation: entry(
    1501,
    "values/no-parameter-mutation",
    "`{0}` was not made in this function; changing it would change the caller's value in JavaScript and only a copy in NSL.",
    "{1|}Make a new value: `[...list, item]`, `{ ...object, key: value }`.",
  ),
  sharedMutation: entry(
    1502,
    "values/no-shared-mutation",
    "`{0}` is changed after another value took hold of it, across a call or an `await`: JavaScript would change both, NSL only one.",
    "{1|Finish building the value before you hand it on, or make a new one: `[...list, item]`.}",
  ),
  iteratedMutation: entry(
    1503,
    "values/no-mutation-while-iterated",
    "`{0}` is changed while a loop runs over it; JavaScript and NSL would visit different items.",
    "Collect into another list.",
  ),
} as const satisfies Record<string, DiagnosticEntry>;

/** The key of a catalogue entry. */
export type DiagnosticKey = keyof typeof catalogue;
