/** `install`: a project made from a release of a registry. */
import { commandCall } from "../../toolkit.ts";
import { afterwards, findProject } from "../../builder/index.ts";
import type { Implementation } from "../command.ts";
import type { Commands } from "../commands.ts";
import { exitCodes, UserError } from "../exit-codes.ts";
import { askBefore, existingProject, identityOf, onBuilder, publishAll } from "../on-builder.ts";

/** Prints the version that is installed. Exit code 1 when it cannot be. */
export const run: Implementation<Commands["install"]> = async (options, context) => {
  const project = context.project();
  const identity = identityOf(project);
  const { registry, registryItemIdn: item } = identity;
  const idn = options.as === "" ? identity.projectIdn : options.as;
  return onBuilder(project, async (on) => {
    const { api } = on;
    if ((await findProject(api, idn)) !== null) {
      throw new UserError(
        `The account at ${api.origin} has a project ${idn} already. Nothing was changed. Run ${commandCall} force-update to bring it to the newest release.`,
      );
    }
    await refuseUnknown(api, registry, item, options.release);
    await askBefore(on, `install ${item} as ${idn}`, options.yes);
    context.progress(`Installing ${item} as ${idn} ...`);
    await api.createProject({
      idn,
      title: identity.title,
      version: "",
      description: identity.description,
      is_auto_update_enabled: options.release === "",
      registry_idn: registry,
      registry_item_idn: item,
      registry_item_version: options.release === "" ? null : options.release,
    });
    const installed = options.publish
      ? `${item} is installed as ${idn} and not published as a whole. Publish it in the Builder, or with ${commandCall} force-update --publish.`
      : `${item} is installed as ${idn}. Look at it with ${commandCall} status.`;
    const [made, published] = await afterwards(
      () => installed,
      async () => {
        const meta = await existingProject(api, idn);
        return [meta, options.publish ? await publishAll(api, meta, context.progress) : []] as const;
      },
    );
    const result = { project: idn, version: made.version ?? "", published };
    context.terminal.out(
      options.json
        ? `${JSON.stringify(result)}\n`
        : `${item} ${result.version} is installed as ${idn}${options.publish ? " and published" : ". Enter its attributes, then publish it"}.\n`,
    );
    return exitCodes.ok;
  });
};

/** Says what there is, where a Builder would only say that something is not there. */
async function refuseUnknown(
  api: Parameters<typeof findProject>[0],
  registry: string,
  item: string,
  version: string,
): Promise<void> {
  const items = (await api.registryItems(registry))?.filter(({ idn }) => idn === item);
  if (items === undefined) {
    throw new UserError(`The Builder at ${api.origin} has no registry ${registry}. Nothing was changed.`);
  }
  const versions = items.map((one) => one.version);
  if (versions.length === 0) {
    throw new UserError(
      `The registry ${registry} at ${api.origin} holds no ${item}. Release one first: ${commandCall} release.`,
    );
  }
  if (version !== "" && !versions.includes(version)) {
    throw new UserError(`There is no ${item} ${version}. There are: ${versions.join(", ")}.`);
  }
}
