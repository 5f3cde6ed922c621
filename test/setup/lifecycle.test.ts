import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { closeAccounts, newAccount, publish, statusOf, theArtifact, type TestAccount } from "./account.ts";

/** One step of a module's life in an account, and what must be true after it. */
interface Step {
  /** The account begins with the module installed. */
  readonly install?: true;
  readonly enter?: Readonly<Record<string, string>>;
  readonly publish?: true;
  readonly forceUpdate?: true;
  /** Texts the status holds. */
  readonly status?: readonly string[];
  /** Values that stand exactly so. */
  readonly values?: Readonly<Record<string, string>>;
  /** The tools of the module that are registered, sorted; core's stand beside them. */
  readonly tools?: readonly string[];
}

const folder = fileURLToPath(new URL("lifecycle/", import.meta.url));
const scenarios = readdirSync(folder)
  .sort()
  .map((file) => parse(readFileSync(`${folder}${file}`, "utf8")) as { name: string; steps: Step[] });

async function take(step: Step, account: TestAccount): Promise<void> {
  Object.entries(step.enter ?? {}).forEach(([idn, value]) => {
    account.sandbox.setAttribute(idn, value);
  });
  if (step.forceUpdate === true) {
    await account.sandbox.forceUpdate(theArtifact());
  }
  if (step.publish === true) {
    await publish(account);
  }
}

function judge(step: Step, account: TestAccount): void {
  for (const text of step.status ?? []) {
    expect(statusOf(account)).toContain(text);
  }
  for (const [idn, value] of Object.entries(step.values ?? {})) {
    expect([idn, account.sandbox.getAttribute(idn)]).toEqual([idn, value]);
  }
  if (step.tools !== undefined) {
    const stored = account.sandbox.getAttribute("project_attributes_settings_newo_tools");
    const { tools } = JSON.parse(stored) as { tools: Record<string, unknown> };
    expect(
      Object.keys(tools)
        .filter((idn) => idn.startsWith("altegio_"))
        .sort(),
    ).toEqual(step.tools);
  }
}

afterAll(closeAccounts);

describe("the life of the module in an account", () => {
  it.each(scenarios.map(({ name, steps }) => [name, steps] as const))("%s", async (_name, steps) => {
    const account = await newAccount({});
    for (const step of steps) {
      await take(step, account);
      judge(step, account);
    }
  });
});
