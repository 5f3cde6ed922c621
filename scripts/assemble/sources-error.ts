/** Why a file of a project does not run, with the place in the sources where that is known. */
import { dirname, join, relative } from "node:path";
import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import type { BuildFailure } from "esbuild";
import type { SourceSpan } from "../model/problem.ts";

/** A file of a project that cannot be bundled, or throws when it runs. */
export class SourcesError extends Error {
  override readonly name = "SourcesError";
  /** Relative to the project; null when nothing tells it. */
  readonly span: SourceSpan | null;

  /** @param message one line, without a path of this machine */
  constructor(message: string, span: SourceSpan | null) {
    super(message);
    this.span = span;
  }
}

/** What the bundler complains about first. */
export function bundlerFault(thrown: unknown, root: string): SourcesError {
  const [first] = (thrown as Partial<BuildFailure>).errors ?? [];
  if (first === undefined) {
    return new SourcesError(plainly(thrown, root), null);
  }
  const { location, text } = first;
  const span = location && {
    position: { file: location.file, line: location.line, column: location.column + 1 },
    length: Math.max(1, location.length),
  };
  return new SourcesError(text.replaceAll(root, "."), span);
}

/**
 * What a bundle threw when it ran: the nearest place in the project's own files, not in those of the SDK.
 *
 * @param filename under which the bundle ran
 * @param map the bundle's source map, as JSON text
 */
export function runFault(
  thrown: unknown,
  { root, sdkEntry }: { readonly root: string; readonly sdkEntry: string },
  filename: string,
  map: string,
): SourcesError {
  const traced = new TraceMap(map);
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  const places = stack
    .split("\n")
    .filter((line) => line.includes(`${filename}:`))
    .flatMap((line) => {
      const [, at = "1", column = "1"] = /:(\d+):(\d+)\)?$/u.exec(line) ?? [];
      const {
        source,
        line: from,
        column: start,
      } = originalPositionFor(traced, {
        line: Number(at),
        column: Number(column) - 1,
      });
      return source === null || from === null ? [] : [{ file: source, line: from, column: start + 1 }];
    });
  const sdk = relative(root, dirname(sdkEntry));
  const own = places.find(({ file }) => !join(file).startsWith(sdk)) ?? places[0];
  return new SourcesError(plainly(thrown, root), own === undefined ? null : { position: own, length: 1 });
}

function plainly(thrown: unknown, root: string): string {
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return (text.split("\n")[0] ?? "").replaceAll(`${root}/`, "").replaceAll(root, "");
}
