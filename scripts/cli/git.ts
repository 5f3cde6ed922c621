/** The few things a release needs of git. */
import { spawnSync } from "node:child_process";
import { UserError } from "./exit-codes.ts";

/** Git in the folder of a project. */
export interface Git {
  /** Files that are not committed, as git lists them. */
  changes(): readonly string[];
  /** The commit a tag points to, or null when there is no such tag. */
  tagged(tag: string): string | null;
  /** The commit that is checked out. */
  head(): string;
  /** Day of the commit that is checked out, `YYYY-MM-DD`. */
  day(): string;
  /** Commits these files, which lie in the project; nothing is staged when that does not work. */
  commit(files: readonly string[], message: string): void;
  tag(tag: string, message: string): void;
}

/** Every method throws a UserError with git's own words when git refuses. */
export function gitIn(root: string): Git {
  const ask = (
    ...args: string[]
  ): { readonly status: number | null; readonly text: string; readonly fault: string } => {
    const { status, stdout, stderr, error } = spawnSync("git", ["-C", root, ...args], { encoding: "utf8" });
    return { status, text: (stdout ?? "").trimEnd(), fault: error?.message ?? (stderr ?? "").trim() };
  };
  const run = (...args: string[]): string => {
    const { status, text, fault } = ask(...args);
    if (status !== 0) {
      throw new UserError(`git ${args[0] ?? ""} does not work here: ${fault}`);
    }
    return text;
  };
  return {
    changes: () =>
      run("status", "--porcelain", "--", ".")
        .split("\n")
        .filter((line) => line !== ""),
    tagged: (tag) => {
      const { status, text } = ask("rev-parse", "--verify", "--quiet", `refs/tags/${tag}^{commit}`);
      return status === 0 ? text : null;
    },
    head: () => run("rev-parse", "HEAD"),
    day: () => run("log", "-1", "--format=%cs"),
    commit: (files, message) => {
      run("add", "--", ...files);
      try {
        run("commit", "--quiet", "--message", message, "--", ...files);
      } catch (thrown) {
        ask("reset", "--quiet", "--", ...files);
        throw thrown;
      }
    },
    tag: (tag, message) => {
      run("tag", "--annotate", "--message", message, tag);
    },
  };
}
