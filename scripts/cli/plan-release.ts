/** What a release will be, and every reason why it cannot be; nothing is written here. */
import { gt, inc } from "semver";
import type { ModuleIdentity } from "../model/types.ts";
import type { Bump } from "../diff/index.ts";
import { UserError } from "./exit-codes.ts";
import { commandCall } from "../toolkit.ts";

/** What the plan is made from. */
export interface ReleaseState {
  readonly identity: Pick<ModuleIdentity, "version" | "registry" | "registryItemIdn">;
  /** Versions in the registry, newest first. */
  readonly versions: readonly string[];
  /** What the changes since the newest release ask for; null when there are none. */
  readonly proposed: Bump | null;
  /** `--bump`: "" for none, `auto`, or a part. */
  readonly bump: string;
}

const order: readonly Bump[] = ["patch", "minor", "major"];

/**
 * The version that is to be released.
 *
 * @throws UserError when it exists, is not higher, says less than the changes ask for, or nothing has changed
 */
export function planVersion({ identity, versions, proposed, bump }: ReleaseState): string {
  const [newest] = versions;
  if (newest !== undefined && proposed === null) {
    throw new UserError(`Nothing has changed since ${newest}: there is nothing to release.`);
  }
  const wanted = proposed ?? "patch";
  const version =
    bump === ""
      ? identity.version
      : (inc(newest ?? identity.version, bump === "auto" ? wanted : (bump as Bump)) ?? "");
  if (versions.includes(version)) {
    throw new UserError(
      `${identity.registryItemIdn} ${version} is released already. What has changed asks for a ${wanted} version, ${inc(version, wanted) ?? ""}: run ${commandCall} release --bump.`,
    );
  }
  if (newest !== undefined && !gt(version, newest)) {
    throw new UserError(
      `${version} is not higher than ${newest}, the newest release. Run ${commandCall} release --bump.`,
    );
  }
  const part = newest === undefined ? "major" : partBetween(newest, version);
  if (order.indexOf(part) < order.indexOf(wanted) && newest !== undefined) {
    throw new UserError(
      `What has changed since ${newest} asks for a ${wanted} version, ${inc(newest, wanted) ?? ""}; ${version} is only a ${part} one.`,
    );
  }
  return version;
}

function partBetween(before: string, after: string): Bump {
  const [old = [], young = []] = [before, after].map((version) => version.split(".").map(Number));
  return young[0] !== old[0] ? "major" : young[1] !== old[1] ? "minor" : "patch";
}
