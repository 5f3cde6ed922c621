// @run {"input":[{"command":"book","args":["2026-12-01","10:00"]},{"command":"cancel","args":["12"]},{"command":"dance","args":[]},{"command":"help","args":[]}]}
interface Call {
  command: string;
  args: string[];
}

type Handler = (...args: string[]) => string;

const handlers = new Map<string, Handler>();

handlers.set("book", (date, time) => `Booked ${date} ${time}`);
handlers.set("cancel", (id) => (id ? `Cancelled #${id}` : "Which one?"));
handlers.set("help", () => `I know: ${[...handlers.keys()].join(", ")}`);

function dispatch({ command, args }: Call): string {
  const handler = handlers.get(command);
  if (!handler) {
    return `Unknown command "${command}"`;
  }
  return handler(...args);
}

export function main(calls: Call[]): string[] {
  return calls.map(dispatch);
}
