/** A platform on which Altegio's answers are given by path. */
import type { HttpResult, RuntimeContext } from "#sdk";
import { createNodeContext } from "../../../scripts/sdk/node-context.ts";
import { MemoryHost } from "../memory-host.ts";
import type { HostOptions } from "../memory-host.ts";

/** A success in its envelope. */
export function ok(data: unknown): HttpResult {
  return { status: 200, body: JSON.stringify({ success: true, data }) };
}

/** A context, and the paths it has asked for. */
interface Answering {
  readonly ctx: RuntimeContext;
  readonly asked: readonly string[];
}

/**
 * A platform on which each path is answered as given, and any other with an empty list.
 *
 * @param meanwhile what happens while an answer is on its way
 */
export function altegio(
  answers: Readonly<Record<string, HttpResult>>,
  options: HostOptions = {},
  meanwhile: (ctx: RuntimeContext) => void = () => undefined,
): Answering {
  const asked: string[] = [];
  const ctx = createNodeContext(
    new MemoryHost(options),
    () => "persona-1",
    (_, { url }) => {
      const path = url.replace(/^.*\/api\/v1\//u, "").replace(/[?].*$/u, "");
      asked.push(path);
      meanwhile(ctx);
      return Promise.resolve(answers[path] ?? ok([]));
    },
  );
  return { ctx, asked };
}
