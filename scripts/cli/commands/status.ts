/** `status`: what an account holds. */
import { rcompare, valid } from "semver";
import type { BuilderApi, ProjectMeta } from "../../builder/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes } from "../exit-codes.ts";
import { identityOf, onBuilder } from "../on-builder.ts";

/** A project, for people and programs. */
interface ProjectStatus {
  readonly idn: string;
  readonly version: string;
  /** The newest in its registry; "" when it comes from none, or that is not known here. */
  readonly newest: string;
  readonly autoUpdate: boolean;
  /** `Agent/Flow` of flows that were never published. */
  readonly unpublished: readonly string[];
}

/** Prints one line a project, and what the module itself reports. */
export const run: Implementation<Commands["status"]> = async ({ as, json }, context) => {
  const project = context.project();
  const identity = identityOf(project);
  const own = as === "" ? identity.projectIdn : as;
  return onBuilder(project, async ({ api }) => {
    context.progress(`Asking ${api.origin} ...`);
    const customer = await api.profile();
    const projects: ProjectStatus[] = [];
    for (const meta of await api.projects()) {
      projects.push(await statusOf(api, meta));
    }
    const reported = (await api.customerAttributes()).find(
      ({ idn }) => idn === `${identity.attributePrefix}setup_status`,
    );
    const setUp = reported?.value ?? "";
    const installed = projects.some(({ idn }) => idn === own);
    context.terminal.out(
      json
        ? `${JSON.stringify({ builder: api.origin, customer: customer.idn, projects, setUp }, null, 2)}\n`
        : `${[
            `${customer.organization_name} (${customer.idn}) at ${api.origin}`,
            ...projects.map(lineOf),
            ...(installed ? [] : [`There is no project ${own}.`]),
            ...(setUp === "" ? [] : ["", setUp]),
          ].join("\n")}\n`,
    );
    return exitCodes.ok;
  });
};

async function statusOf(api: BuilderApi, meta: ProjectMeta): Promise<ProjectStatus> {
  const items = meta.registry_idn === null ? null : await api.registryItems(meta.registry_idn);
  const versions = (items ?? [])
    .filter(({ idn, version }) => idn === meta.registry_item_idn && valid(version) !== null)
    .map(({ version }) => version)
    .sort(rcompare);
  const unpublished: string[] = [];
  for (const agent of await api.agents(meta.id)) {
    for (const flow of agent.flows) {
      if ((await api.flow(flow.id)).publication_datetime === null) {
        unpublished.push(`${agent.idn}/${flow.idn}`);
      }
    }
  }
  const { idn, version, is_auto_update_enabled: autoUpdate } = meta;
  return { idn, version: version ?? "", newest: versions[0] ?? "", autoUpdate, unpublished };
}

function lineOf({ idn, version, newest, autoUpdate, unpublished }: ProjectStatus): string {
  const notes = [
    newest !== "" && newest !== version ? `the registry has ${newest}` : "",
    autoUpdate ? "auto update" : "",
    unpublished.length === 0 ? "" : `never published: ${unpublished.join(", ")}`,
  ].filter((note) => note !== "");
  return `  ${idn} ${version}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
}
