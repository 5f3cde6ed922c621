/** An update tried on a copy of an account in the sandbox, before the account has it. */
import type { BuilderApi, ProjectMeta } from "../builder/index.ts";
import type { ArtifactTree } from "../model/types.ts";
import type { Project } from "../project/index.ts";
import { UserError } from "./exit-codes.ts";
import { loadTriedModule, onTheatre } from "./tried-module.ts";

/** What a rehearsal has shown. No value of an attribute stands in it. */
export interface Rehearsal {
  /** Why there was none; "" when there was. */
  readonly skipped: string;
  /** What must not happen, a sentence each; none when the update can be made. */
  readonly faults: readonly string[];
  /** Idns of attributes that publishing writes anew. */
  readonly written: readonly string[];
}

/** The form of the platform's ids. */
const idForm = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** The state before and after. */
interface Trees {
  readonly live: ArtifactTree;
  readonly next: ArtifactTree;
}

/**
 * Copies the account's attributes into a sandbox that has the project as it is, updates and publishes there. Secrets are
 * not copied: what connects the module is that of the simulated service, and nothing else is ever asked.
 *
 * @throws UserError without a usable Python, BuilderError when the attributes cannot be read
 */
export async function rehearseUpdate(
  project: Project,
  api: BuilderApi,
  meta: ProjectMeta,
  { live, next }: Trees,
): Promise<Rehearsal> {
  if (project.sandbox.simulator === "") {
    return { skipped: "module.yaml names no simulator to rehearse it with.", faults: [], written: [] };
  }
  const tried = await loadTriedModule(project);
  const { attributes } = tried.module.definition;
  const secret = new Set(attributes.filter((attribute) => attribute.secret).map(({ idn }) => idn));
  const own = new Set(attributes.filter(({ owner }) => owner === "module").map(({ idn }) => idn));
  const copied = async (read: Promise<Awaited<ReturnType<BuilderApi["customerAttributes"]>>>) =>
    (await read).filter(({ idn }) => !secret.has(idn));
  const customer = await copied(api.customerAttributes());
  const ofProject = await copied(api.projectAttributes(meta.id));
  try {
    return await onTheatre(tried, live, "nsl", async (theatre) => {
      const stage = await theatre.prepare({ now: new Date().toISOString() });
      try {
        const { account } = stage.sandbox;
        for (const [store, entries] of [
          [account.customer, customer],
          [account.project, ofProject],
        ] as const) {
          for (const { idn, value, title, description, group, ...kind } of entries) {
            const { is_hidden, possible_values, value_type } = kind;
            store.setValue(idn, value);
            // Whom the module works for at publish: no Builder tells of its personas, and actions on an unknown one fail.
            if (own.has(idn) && idForm.test(value.trim())) {
              account.createPersona(value.trim(), idn);
            }
            store.setMetadata(idn, { title, description, group, is_hidden, possible_values, value_type });
          }
        }
        stage.service.settings.forEach(({ idn, value }) => {
          stage.sandbox.setAttribute(idn, value);
        });
        const before = new Map(account.customer.idns.map((idn) => [idn, account.customer.value(idn)]));
        await stage.sandbox.forceUpdate(next);
        await stage.sandbox.publish();
        const written = [...before.keys()]
          .filter((idn) => account.customer.value(idn) !== before.get(idn))
          .sort();
        const declared = new Set(attributes.map(({ idn }) => idn));
        const overwritten = written.filter(
          (idn) => declared.has(idn) && !own.has(idn) && before.get(idn) !== "",
        );
        return {
          skipped: "",
          faults: [
            ...stage.sandbox.trace
              .of("error")
              .map(({ flow, skill, line, type }) => `${flow}/${skill}:${String(line ?? 0)} stops: ${type}.`),
            ...overwritten.map((idn) => `The setting ${idn} is written over.`),
          ],
          written,
        };
      } finally {
        await stage.close();
      }
    });
  } catch (thrown) {
    if (thrown instanceof UserError) {
      return { skipped: "", faults: [thrown.message], written: [] };
    }
    throw thrown;
  }
}
