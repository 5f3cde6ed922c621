/** Verbs that work on a Builder: where it is, whether it may be written to, and its errors as those of a user. */
import { join } from "node:path";
import { createInterface } from "node:readline/promises";
import {
  BuilderError,
  connect,
  findProject,
  isLocalAddress,
  noProject,
  type BuilderApi,
  type ProjectMeta,
} from "../builder/index.ts";
import type { ModuleIdentity } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import { commandCall } from "../toolkit.ts";
import { envPlaces, sandboxFolder } from "./env-values.ts";
import { exitCodes, UserError } from "./exit-codes.ts";

/** What a verb on a Builder works with. */
export interface OnBuilder {
  readonly api: BuilderApi;
  /** Its address. */
  readonly url: string;
  readonly isLocal: boolean;
}

/**
 * Runs work on the Builder of the settings: NEWO_BASE_URL and NEWO_API_KEY of the environment, else of the project's
 * `.env`, else of a local Builder that `sandbox start` has left. The address alone is by default the vendor's.
 *
 * @throws UserError for what the Builder refuses, and for missing settings
 */
export async function onBuilder<T>(project: Project, work: (on: OnBuilder) => Promise<T>): Promise<T> {
  const { url, apiKey } = settingsOf(project);
  try {
    const { api, close } = connect({ baseUrl: url, apiKey });
    try {
      return await work({ api, url, isLocal: isLocalAddress(url) });
    } finally {
      await close();
    }
  } catch (thrown) {
    if (thrown instanceof BuilderError) {
      throw new UserError(thrown.message, thrown.kind === "settings" ? exitCodes.usage : exitCodes.failed);
    }
    throw thrown;
  }
}

/**
 * Asks before something is written to a Builder, or a service, that is not on this machine.
 *
 * @param what is about to happen: `push to the project x`
 * @throws UserError when it is not wanted, or nobody can be asked
 */
export async function askBefore(
  { url, isLocal }: Pick<OnBuilder, "url" | "isLocal">,
  what: string,
  yes: boolean,
): Promise<void> {
  if (isLocal || yes) {
    return;
  }
  if (!process.stdin.isTTY) {
    throw new UserError(
      `This would ${what} at ${new URL(url).origin}, which is not on this machine. Nothing was sent. Say --yes if that is meant.`,
      exitCodes.usage,
    );
  }
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const answer = await asking.question(`This will ${what} at ${new URL(url).origin}. Go on? [y/N] `);
    if (!/^y(?:es)?$/iu.test(answer.trim())) {
      throw new UserError("Nothing was sent.");
    }
  } finally {
    asking.close();
  }
}

/** The identity of a module whose `module.yaml` can be read. @throws UserError */
export function identityOf({ identity, problems }: Project): ModuleIdentity {
  if (identity === null) {
    throw new UserError(
      `module.yaml cannot be read: ${problems[0]?.message ?? ""}. Run ${commandCall} check to see where.`,
    );
  }
  return identity;
}

/** The project of a name in the account. @throws UserError when there is none */
export async function existingProject(api: BuilderApi, idn: string): Promise<ProjectMeta> {
  const meta = await findProject(api, idn);
  if (meta === null) {
    throw new UserError(noProject(api, idn).message);
  }
  return meta;
}

/** Publishes every flow of a project, which runs its hook once. @returns `Agent/Flow` */
export async function publishAll(
  api: BuilderApi,
  meta: Pick<ProjectMeta, "id">,
  progress: (text: string) => void,
): Promise<string[]> {
  const published: string[] = [];
  for (const agent of await api.agents(meta.id)) {
    for (const flow of agent.flows) {
      progress(`publish ${agent.idn}/${flow.idn}`);
      await api.publishFlow(flow.id);
      published.push(`${agent.idn}/${flow.idn}`);
    }
  }
  return published;
}

interface Settings {
  readonly url: string;
  readonly apiKey: string;
}

function settingsOf(project: Project): Settings {
  const places = envPlaces(project, [".env", join(sandboxFolder, ".env")]);
  // The key and the address of one place: a key is never sent to an address it does not belong to.
  const found = places.find((place) => (place["NEWO_API_KEY"] ?? "") !== "");
  if (found === undefined) {
    throw new UserError(
      `There is no NEWO_API_KEY. Set it with NEWO_BASE_URL in the environment or in .env, or start a Builder on this machine: ${commandCall} sandbox start.`,
      exitCodes.usage,
    );
  }
  const url = found["NEWO_BASE_URL"] ?? "";
  return { url: url === "" ? "https://app.newo.ai" : url, apiKey: found["NEWO_API_KEY"] ?? "" };
}
