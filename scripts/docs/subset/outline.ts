/** The order of the language page: its groups and the examples in them. */

/** A group of examples under one heading. */
export interface Group {
  readonly heading: string;
  /** Markdown under the heading; "" for none. */
  readonly text: string;
  readonly examples: readonly string[];
  /** A table that follows the examples, by its name in `tables.ts`. */
  readonly table?: "texts" | "lists" | "globals" | "sdk" | "actions";
}

/** The example the page begins with. */
export const firstExample = "first-handler";

/** Every group, in the order of the page. */
export const outline: readonly Group[] = [
  {
    heading: "Values and types",
    text: [
      "Text, numbers of at most 15 digits before the point, `true`, `false`, `null`, lists and object literals.",
      "`undefined` and `null` are one absent value in NSL: a property that may be undefined is left out of JSON by its type, and where it may be null as well it is refused, or the skill stops. Every value needs a type: `any` is refused. What a type only claims (`x as Type`, `value!`, `list[0]`",
      "where a value is needed, `JSON.parse`) is checked at run time where it is not proven, and a skill for which it does",
      "not hold stops with an error that says why.",
    ].join(" "),
    examples: ["values"],
  },
  { heading: "Variables and tables", text: "", examples: ["variables", "patterns", "tables"] },
  { heading: "Conditions", text: "", examples: ["conditions", "truth", "absent", "left-out"] },
  { heading: "Operators", text: "", examples: ["arithmetic", "averages", "comparison"] },
  {
    heading: "Decimals",
    text: [
      "A program has decimals as soon as a file of it makes one: by a literal such as `0.19`, a `/` that is not rounded at",
      "once, `parseFloat`, `toFixed`, `Math.round` of anything but a quotient, `Number(text)`, or `JSON.parse` of what may",
      "hold numbers. Then every number of that file, of those that import it and of all these import may be a decimal, those",
      "of the input as well; whatever is surely an integer (a count, a length, a rounded number) stays as light as it is",
      "elsewhere. In all other files numbers are integers. `Number` makes none of digits that a pattern has found, `/^(\\d+)/`,",
      "of what is only asked whether it is an integer, and of what a text was split by `:`, `-`, `/` or `.` into, as times and",
      "dates are: where such a part is a decimal after all, and the file has no others, the skill stops.",
      "Functions of the SDK count in integers, and `parseJson` gives a decimal as the text that stood",
      'there: read it with `Number(asText(property(row, "price")))`.',
      "Results are those of JavaScript to the last digit. Where NSL has no such result the skill stops with an error that",
      "says why: at a division by zero, beyond 2^53, and where a decimal nearer to 0 than 0.0001 becomes text (in JSON text",
      "0.00001 and its like); computing and comparing such small ones is free. `toFixed` takes up to 10 places.",
      "`Infinity` and `-Infinity` are numbers to begin with, to be compared with and to stand in tables; JSON writes null for",
      "them. Where one would become NaN, or is rounded, the skill stops.",
    ].join(" "),
    examples: ["decimals", "infinity"],
  },
  {
    heading: "Texts",
    text: "",
    examples: ["templates", "text-methods", "text-positions"],
    table: "texts",
  },
  {
    heading: "Lists",
    text: [
      "A callback is an arrow function or the name of a function; it becomes the body of a loop. The input, and a list",
      "of the module, is never changed: make a new one. `pop`, `shift` and `unshift` are statements,",
      "`const next = queue.shift();`, of a list that was made in the function, or handed to it, and has no other name.",
    ].join(" "),
    examples: ["list-callbacks", "list-building", "elements", "sorting"],
    table: "lists",
  },
  {
    heading: "Objects",
    text: "",
    examples: ["objects", "object-keys", "records", "counting"],
    table: "globals",
  },
  {
    heading: "Functions",
    text: "Functions of the module are bundled into every flow that calls them; what is not called is not emitted.",
    examples: [
      "inlined",
      "private-skills",
      "changed-parameters",
      "classes",
      "default-parameters",
      "named-functions",
      "functions-inside",
      "any-type-helpers",
      "function-tables",
      "recursion",
      "generators",
    ],
  },
  {
    heading: "Loops",
    text: "Over a list, counting up to a bound, or as long as a test holds: then over a list that grows by an entry a turn.",
    examples: ["loop-over-list", "counter-loop", "counter-with-test", "leaving-loops", "labels"],
  },
  { heading: "Switch", text: "", examples: ["switch", "leaving-switch"] },
  {
    heading: "Errors",
    text: [
      '`try`, `catch` and `finally` catch what the program throws and what `JSON.parse` does. Thrown are errors, `new Error("...")`',
      "or one of a class that extends it and only keeps what it is given; `instanceof`, `name`, `message`, `String(error)` and what",
      "the class adds can be read. The message of `JSON.parse` is the engine's own: reading it stops the skill. So does everything",
      "else for which a skill stops (a value that is not there or not of the type that is claimed, a division by zero): no `catch` is",
      "reached by it, and no `finally`. `ctx.send` never throws. A function that throws is called in a statement of the block, also on",
      "one way of a choice that is all its statement gives, and in a callback of `map`, `filter`, `forEach`, `find`, `some`, `every`,",
      "`flatMap` or `reduce`. It is also given to a function of the same file that calls it or hands it on, such as one that tries again:",
      "by its name, or in an arrow function that changes nothing around it.",
      "A caught error may be kept and handed on: as what its type says (`error as Error`, not where `JSON.parse` may have",
      "thrown it), in a variable of the type `unknown` that keeps errors alone, and to a helper that takes `unknown` and is given errors alone.",
      "To throw such a variable when it holds none yet stops the skill. Nothing looks at an error as at any object: no JSON, no spread, no names",
      "of it. Methods and getters of a class of errors are functions of the error. What nobody catches stops the skill.",
    ].join(" "),
    examples: ["errors", "tried-again"],
  },
  {
    heading: "JSON and outside data",
    text: [
      "Nothing that comes from outside (a body, an attribute, an argument of an event) can stop a skill that reads it with the SDK:",
      "what could fail gives a result instead.",
    ].join(" "),
    examples: ["outside-data", "told-types", "json-text", "query-parameters"],
    table: "sdk",
  },
  { heading: "Regular expressions", text: "", examples: ["regular-expressions", "all-matches"] },
  { heading: "Time and zones", text: "", examples: ["time", "date-objects"] },
  { heading: "Platform actions", text: "", examples: ["actions", "language-model"], table: "actions" },
  {
    heading: "Waiting for an answer",
    text: [
      "`await ctx.send(request)` may stand anywhere in an expression, a condition or a declaration, after nothing that",
      "itself asks the platform; not in a callback. The skill ends there. When the answer comes, `ResultSkill` finds the frame that was stored",
      "under the id of the request and starts the segment it names, with the variables that are still needed. An answer",
      "that belongs to nobody, or comes twice, is ignored. A status of 0 means that no answer came.",
    ].join(" "),
    examples: [
      "waiting",
      "waiting-in-expressions",
      "waiting-in-branches",
      "waiting-in-loops",
      "waiting-helpers",
      "gathering",
      "given-functions",
    ],
  },
];

/** Names of all examples. */
export const exampleNames: readonly string[] = [firstExample, ...outline.flatMap((group) => group.examples)];
