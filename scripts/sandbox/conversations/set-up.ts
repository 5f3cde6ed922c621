/** Connects the module with the service, as a person does in the Builder. */
import type { Stage } from "./stage.ts";

/** What a person did and saw while setting the module up. */
export interface SetUpReport {
  /** Titles of the attributes that were filled in before the first publish. */
  readonly entered: readonly string[];
  /** What was chosen from lists that the publish had filled. */
  readonly chosen: readonly { readonly title: string; readonly value: string }[];
  /** What the module reports after the last publish, by lines. */
  readonly status: readonly string[];
  /** What stopped a skill, or kept a value from being chosen. */
  readonly faults: readonly string[];
}

/**
 * Enters everything at once and publishes.
 *
 * @param changed values by attribute, beside or instead of those of the service
 * @throws Error when a skill stops
 */
export async function enterAndPublish(
  { sandbox, service }: Stage,
  changed: Readonly<Record<string, string>>,
): Promise<void> {
  const settings = service.settings.map(({ idn, value }) => [idn, value] as const);
  for (const [idn, value] of Object.entries({ ...Object.fromEntries(settings), ...changed })) {
    sandbox.setAttribute(idn, value);
  }
  const from = sandbox.trace.entries.length;
  await sandbox.publish();
  const [stopped] = sandbox.trace.of("error", from);
  if (stopped !== undefined) {
    throw new Error(`the publish stopped in ${stopped.flow}/${stopped.skill}: ${stopped.message}`);
  }
}

/**
 * Does what a set-up guide tells: enters what is known, publishes, chooses from the lists that have appeared,
 * publishes again.
 *
 * @param statusAttribute where the module reports; "" to take what it wrote to the log
 */
export async function setUpAsBuilder(
  { sandbox, service }: Stage,
  statusAttribute: string,
): Promise<SetUpReport> {
  const { customer } = sandbox.account;
  const titleOf = (idn: string): string => {
    const title = customer.find(idn)?.metadata.title ?? "";
    return title === "" ? idn : title;
  };
  const from = sandbox.trace.entries.length;
  const known = service.settings.filter(({ fromList = false }) => !fromList);
  const listed = service.settings.filter(({ fromList = false }) => fromList);
  known.forEach(({ idn, value }) => {
    sandbox.setAttribute(idn, value);
  });
  await sandbox.publish();
  const choices = listed.map(({ idn, value }) => {
    const offered = customer.find(idn)?.metadata.possible_values ?? [];
    return { idn, title: titleOf(idn), value: offered.find((choice) => choice.includes(value)) };
  });
  const chosen = choices.flatMap(({ idn, title, value }) =>
    value === undefined ? [] : [{ idn, title, value }],
  );
  if (chosen.length > 0) {
    chosen.forEach(({ idn, value }) => {
      sandbox.setAttribute(idn, value);
    });
    await sandbox.publish();
  }
  const logged = sandbox.trace.of("log", from).map(({ message }) => message);
  return {
    entered: known.map(({ idn }) => titleOf(idn)),
    chosen: chosen.map(({ title, value }) => ({ title, value })),
    status: statusAttribute === "" ? logged : sandbox.getAttribute(statusAttribute).split("\n"),
    faults: [
      ...sandbox.trace
        .of("error", from)
        .map(({ flow, skill, line, message }) => `${flow}/${skill}:${String(line ?? 0)}: ${message}`),
      ...choices
        .filter(({ value }) => value === undefined)
        .map(({ title }) => `The list of ${title} does not offer what is needed.`),
    ],
  };
}
