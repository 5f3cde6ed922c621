/**
 * Pieces of NSL by which the probe tells what the platform gives. They are written by hand: a compiled handler would show
 * what its readers have made of a value, and the values themselves are asked about. Only what production scripts use is in
 * them (docs/platform.md, "The dialect").
 */

/** What the attributes of the probe begin with. */
export const answerPrefix = "module_probe_";

/** An expression that gives the form of a value in a word: `object`, `list`, `text`, `number`, `boolean`, `nothing`, `other`. */
export function formOf(value: string): string {
  return [
    `"nothing" if ${value} is not defined or ${value} is none`,
    `"text" if ${value} is string`,
    `"boolean" if ${value} is sameas true or ${value} is sameas false`,
    `"number" if ${value} is integer`,
    `"object" if ${value} is mapping`,
    `"list" if ${value} is iterable`,
    `"other"`,
  ].join(" else ");
}

/**
 * Statements that put the names and the forms of an object's fields into a list of pairs. No value of a field is kept:
 * callers' data never gets into a report.
 *
 * @param list name of the list
 * @param value an expression without effects
 */
export function fieldsOf(list: string, value: string): string {
  return `{% set ${list} = [] %}
{% if ${value} is mapping %}
{% for name in ${value} %}
{% set field = ${value}[name] %}
{% set _ = ${list}.append([name | string, ${formOf("field")}]) %}
{% endfor %}
{% endif %}`;
}

/** A statement that keeps an answer. @param key text as an expression; @param value an expression that JSON can hold */
export function keep(key: string, value: string): string {
  return `{% set _ = SetCustomerAttribute(field="${answerPrefix}" ~ ${key}, value=json.dumps(${value})) %}`;
}

/** Statements for what is tried: when the skill stops on the way, the answer says that it was begun and no more. */
export function trying(key: string, statements: string): string {
  return `{% set answer = {"ended": false} %}
${keep(`"${key}"`, "answer")}
${statements}`;
}
