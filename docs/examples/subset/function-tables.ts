/**
 * Tables of functions
 *
 * A function may be an entry of a table, an object or a list at module level, and be taken out and called: a text says
 * which it is. It is no value for `JSON.stringify`. The last parameter may take all further arguments, `...names`. A table
 * may be filled by the statements right behind it, `handlers.set("book", book);`, and `handler(...args)` hands on a list.
 *
 * @run {"input": {"kind": "book", "names": ["Ann", "Bob"]}}
 * @run {"input": {"kind": "dance", "names": []}}
 */
type Handler = (name: string) => string;

const handlers: Record<string, Handler> = {
  book: (name) => `Booked for ${name}`,
  cancel: (name) => `Cancelled for ${name}`,
};

function joined(...names: string[]): string {
  return names.join(" and ");
}

export function main(input: { kind: string; names: string[] }): string {
  const handler = handlers[input.kind];
  if (!handler) {
    return "What shall I do?";
  }
  return handler(joined(...input.names, "you"));
}
