/** How every method, function and action of the language is written. Names come from the compiler's own tables. */

/** One line of a table: a call that compiles, and what it gives. */
export interface Usage {
  readonly name: string;
  /** The call; of `text`, `list`, `record` or `ctx`. */
  readonly write: string;
  readonly gives: string;
}

const usage = (name: string, write: string, gives: string): Usage => ({ name, write, gives });

/** Methods of texts. */
export const textUsages: readonly Usage[] = [
  usage("at", "text.at(-1)", "one unit, counted from the end when negative"),
  usage("charAt", "text.charAt(0)", 'one unit, `""` when there is none'),
  usage("endsWith", 'text.endsWith("!")', "a boolean"),
  usage("includes", 'text.includes("cut")', "a boolean; also from a position on"),
  usage("indexOf", 'text.indexOf("cut", 3)', "the position, -1 when it is not there; from a position on"),
  usage("lastIndexOf", 'text.lastIndexOf("cut", 3)', "the last position, or -1; up to a position"),
  usage("localeCompare", 'text.localeCompare("cut")', "-1, 0 or 1, in the order of English; see Sorting"),
  usage("match", "text.match(/([0-9]+)/u)", "the match and its groups, or null; all matches with `g`"),
  usage(
    "matchAll",
    "for (const match of text.matchAll(/([0-9]+)/gu)) { ctx.log(match[0]); }",
    "all matches with their groups, for a loop or `[...]`",
  ),
  usage(
    "normalize",
    'text.normalize("NFD").replace(/[\\u0300-\\u036f]/g, "")',
    "the letters without their accents; `text.normalize()` of what it leaves as it is",
  ),
  usage("padEnd", 'text.padEnd(8, ".")', "filled up to a length with one character"),
  usage("padStart", 'text.padStart(2, "0")', "filled up to a length with one character"),
  usage("repeat", "text.repeat(3)", "repeated"),
  usage(
    "replace",
    'text.replace("a", "b")',
    "the first one replaced; a text or a regular expression, by a text or a function",
  ),
  usage("replaceAll", 'text.replaceAll("a", "b")', "all replaced"),
  usage("search", "text.search(/[0-9]/u)", "the position of the first match, or -1"),
  usage("slice", "text.slice(0, -1)", "a part, positions as in JavaScript"),
  usage("split", 'text.split(",")', 'a list; `""` gives every unit; a text or a regular expression'),
  usage("startsWith", 'text.startsWith("+")', "a boolean; also from a position on"),
  usage("substring", "text.substring(2, 4)", "a part; negative positions are 0, the smaller comes first"),
  usage("toLowerCase", "text.toLowerCase()", "small letters"),
  usage("toString", "text.toString()", "the text itself"),
  usage("toUpperCase", "text.toUpperCase()", "capital letters"),
  usage("trim", "text.trim()", "without white space around it, as JavaScript counts it"),
  usage("trimEnd", "text.trimEnd()", "without white space after it"),
  usage("trimStart", "text.trimStart()", "without white space before it"),
];

/** Methods of lists. */
export const listUsages: readonly Usage[] = [
  usage("at", "list.at(-1)", "one element, counted from the end when negative"),
  usage("concat", 'list.concat(["x"])', "a longer list; `[...list, ...other]` says the same"),
  usage(
    "entries",
    "for (const [i, item] of list.entries()) { ctx.log(`${i} ${item}`); }",
    "pairs, for a loop",
  ),
  usage("every", 'list.every((item) => item !== "")', "a boolean"),
  usage("filter", 'list.filter((item, index) => item !== "" || index > 0)', "the elements that pass"),
  usage("find", 'list.find((item) => item.startsWith("a"))', "the first that passes, or nothing"),
  usage("findIndex", 'list.findIndex((item) => item === "a")', "its position, or -1"),
  usage(
    "findLastIndex",
    'list.findLastIndex((item) => item === "a")',
    "the position of the last that passes, or -1",
  ),
  usage("findLast", 'list.findLast((item) => item !== "")', "the last that passes, or nothing"),
  usage("flat", '[list, ["x"]].flat()', "the lists of a list as one"),
  usage("flatMap", 'list.flatMap((item) => item.split(","))', "the lists of all turns as one list"),
  usage("forEach", "list.forEach((item) => { ctx.log(item); })", "nothing; a `for` loop reads better"),
  usage("includes", 'list.includes("a")', "a boolean; of texts, numbers or booleans"),
  usage("indexOf", 'list.indexOf("a")', "the position, or -1"),
  usage("lastIndexOf", 'list.lastIndexOf("a")', "the last position, or -1"),
  usage("join", 'list.join(", ")', "a text; of texts or numbers"),
  usage("map", "list.map((item) => item.length)", "a list of what the callback gives"),
  usage("push", 'list.push("x")', "a statement; only on a list that this function has made"),
  usage("reduce", 'list.reduce((all, item) => all + item, "")', "one value; the first value must be given"),
  usage("slice", "list.slice(1, 3)", "a part"),
  usage("some", 'list.some((item) => item === "")', "a boolean"),
  usage("reverse", "list.reverse()", "nothing; a statement, or on a list that was just made"),
  usage("sort", "list.sort()", "nothing; as `reverse`; texts, or with a comparator"),
  usage("toReversed", "list.toReversed()", "a list in reverse order"),
  usage("toSorted", "list.toSorted((a, b) => a.length - b.length)", "a sorted list; see Sorting"),
  usage(
    "toSpliced",
    'list.toSpliced(1, 1, "b")',
    "a list with other entries in the place of some; `splice` is a statement",
  ),
];

/** Functions of the global objects. */
export const globalUsages: readonly Usage[] = [
  usage("Array.from", "Array.from({ length: count }, (_, i) => i)", "a list of what the callback gives"),
  usage("Array.isArray", "Array.isArray(outside)", "a boolean"),
  usage("JSON.stringify", "JSON.stringify(record)", "JSON text, without blanks, as JavaScript writes it"),
  usage("Math.abs", "Math.abs(count)", "without its sign"),
  usage("Math.ceil", "Math.ceil(count / 7)", "a quotient or a decimal, rounded up"),
  usage("Math.floor", "Math.floor(count / 7)", "a quotient or a decimal, rounded down"),
  usage("Math.max", "Math.max(count, 7)", "the greatest"),
  usage("Math.min", "Math.min(count, 7)", "the smallest"),
  usage("Math.sign", "Math.sign(count)", "1, 0 or -1"),
  usage("Math.pow", "Math.pow(2, count)", "2 to the power of `count`; also `2 ** count`"),
  usage("Math.trunc", "Math.trunc(count / 7)", "a quotient or a decimal, rounded towards zero"),
  usage("Object.entries", "Object.entries(record)", "pairs of name and value, in JavaScript's order"),
  usage("Object.fromEntries", "Object.fromEntries(Object.entries(record))", "an object of pairs"),
  usage("Object.freeze", "Object.freeze({ a: 1 })", "the object or list, which is made there"),
  usage("Object.seal", "Object.seal({ a: 1 })", "the object or list, which is made there"),
  usage("Object.hasOwn", 'Object.hasOwn(record, "a")', "a boolean"),
  usage("Object.keys", "Object.keys(record)", "the names, in JavaScript's order"),
  usage("Object.values", "Object.values(record)", "the values, in JavaScript's order"),
  usage("String", "String(count)", "a text; of a text, a number or a boolean"),
  usage(
    "Number",
    'Number("12")',
    "an integer, or a decimal where there are any; NaN may be asked for, and otherwise stops the skill",
  ),
  usage("parseFloat", 'parseFloat("1.5 kg")', "the number a text begins with"),
  usage("Number.parseFloat", 'Number.parseFloat("1.5")', "the same"),
  usage("parseInt", 'parseInt("12 min", 10)', "the integer a text begins with"),
  usage("Number.parseInt", 'Number.parseInt("12", 10)', "the same"),
  usage("isNaN", 'isNaN(Number("x"))', "whether a text was no number"),
  usage("Number.isNaN", 'Number.isNaN(Number("x"))', "the same"),
  usage("isFinite", 'isFinite(Number("1"))', "whether it was one"),
  usage("Number.isFinite", 'Number.isFinite(Number("1"))', "the same"),
  usage("Number.isInteger", 'Number.isInteger(Number("1"))', "whether it was an integer"),
  usage("Number.isSafeInteger", 'Number.isSafeInteger(Number("1"))', "the same"),
  usage(
    "decodeURIComponent",
    'decodeURIComponent("a%20b")',
    "decoded; where JavaScript raises, the skill stops",
  ),
  usage("encodeURIComponent", 'encodeURIComponent("a b")', "percent-encoded, as JavaScript does it"),
  usage("Math.round", "Math.round(count / 4)", "the quotient, half a unit up"),
];

const metadata =
  'title: "T", description: "D", group: "G", value_type: "string", possible_values: [], is_hidden: false';

/** Actions, as methods of `ctx`. */
export const actionCalls: Readonly<Record<string, string>> = {
  getCustomerAttribute: 'ctx.getCustomerAttribute("idn")',
  setCustomerAttribute: 'ctx.setCustomerAttribute("idn", text)',
  setCustomerMetadata: `ctx.setCustomerMetadata("idn", { ${metadata} })`,
  getProjectAttribute: 'ctx.getProjectAttribute("idn")',
  setProjectAttribute: 'ctx.setProjectAttribute("idn", text)',
  getPersonaAttribute: 'ctx.getPersonaAttribute("idn")',
  setPersonaAttribute: 'ctx.setPersonaAttribute("idn", text)',
  getPersonaAttributeOf: 'ctx.getPersonaAttributeOf(text, "idn")',
  setPersonaAttributeOf: 'ctx.setPersonaAttributeOf(text, "idn", text)',
  deletePersonaAttributeOf: 'ctx.deletePersonaAttributeOf(text, "idn")',
  getUser: 'ctx.getUser("name")',
  getActors: 'ctx.getActors("newo_voice")',
  getActorId: "ctx.getActorId()",
  getConnectorStatus: 'ctx.getConnectorStatus("http", text)',
  createConnector: 'ctx.createConnector("http", text, "Title")',
  setConnectorInfo: 'ctx.setConnectorInfo("http", text, "field", "value")',
  getMemory: "ctx.getMemory(10)",
  getDateTime: 'ctx.getDateTime("Europe/Berlin")',
  generate: 'ctx.generate(text, { type: "object" })',
  sendSystemEvent: 'ctx.sendSystemEvent("event", { argument: text })',
  sendSystemEventTo: 'ctx.sendSystemEventTo(text, "event", { argument: text })',
  sleep: 'ctx.sleep("1")',
  log: "ctx.log(text)",
  newId: "ctx.newId()",
  createPersona: "ctx.createPersona(text)",
  getCommandTarget: "ctx.getCommandTarget()",
  getEventArguments: "ctx.getEventArguments()",
  sendRequest:
    'ctx.sendRequest(text, { method: "GET", url: text, headers: "{}", body: "", targetAction: "", userPersonaId: "" })',
  setTimer: 'ctx.setTimer({ name: "name", personaId: text, eventIdn: "event", interval: "90" })',
};
