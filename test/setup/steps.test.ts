/**
 * Every step of the publish hook in every situation, on the built artifact: first publish, second publish,
 * after a user's edit, after a failure that was repaired, after a Force Update.
 */
import { afterAll, describe, expect, it } from "vitest";
import { canvasAttribute, toolsAttribute } from "#sdk";
import { DEMO_HAMBURG_ID } from "../../scripts/simulator/api/index.ts";
import {
  closeAccounts,
  connected,
  newAccount,
  publish,
  statusOf,
  theArtifact,
  valuesOf,
  type TestAccount,
} from "./account.ts";
import { userContent } from "./user-content.ts";
import { definitionsVersion } from "../../attributes/version.ts";

interface Step {
  readonly name: string;
  /** What holds whenever the step has done its work. */
  check(account: TestAccount): void;
  /** What a person changes, and what must be found afterwards. */
  edit(account: TestAccount): void;
  checkEdited(account: TestAccount): void;
  /** Makes the step fail; the status line it then writes; and the repair. */
  fail(account: TestAccount): void;
  readonly failure: RegExp;
  repair(account: TestAccount): void;
}

const bookTool = "altegio_book_appointment_tool";
const hamburg = `Hamburg (${DEMO_HAMBURG_ID})`;
const get = ({ sandbox }: TestAccount, idn: string): string => sandbox.getAttribute(idn);
const connector = ({ sandbox }: TestAccount) => sandbox.account.connector("http", "altegio_connector");
const choices = ({ sandbox }: TestAccount): readonly string[] =>
  sandbox.account.customer.find("altegio_location_id")?.metadata.possible_values ?? [];
type Tools = Record<string, Record<string, unknown>>;
const toolsOf = (account: TestAccount): Tools =>
  (JSON.parse(get(account, toolsAttribute)) as { tools: Tools }).tools;
const change = (account: TestAccount, idn: string, from: string | RegExp, to: string): void => {
  const before = get(account, idn);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  account.sandbox.setAttribute(idn, after);
};

const steps: readonly Step[] = [
  {
    name: "attributes",
    check: (account) => {
      expect(get(account, "altegio_booking_enabled")).toBe("True");
      expect(get(account, "altegio_existing_appointments_search_days").trim()).toBe("30");
      const stored = account.sandbox.account.customer.find("altegio_booking_enabled");
      expect(stored?.metadata).toMatchObject({ group: "Module - AltegioIntegration", value_type: "bool" });
    },
    edit: ({ sandbox }) => sandbox.setAttribute("altegio_reschedule_enabled", "  yes"),
    checkEdited: (account) => expect(get(account, "altegio_reschedule_enabled")).toBe("  yes"),
    fail: ({ sandbox }) => sandbox.setAttribute("altegio_booking_enabled", "perhaps"),
    failure: /^Wrong: altegio_booking_enabled is neither True nor False/mu,
    repair: ({ sandbox }) => sandbox.setAttribute("altegio_booking_enabled", "True"),
  },
  {
    name: "connector",
    check: (account) => {
      expect(connector(account)?.status).toBe("running");
      expect(account.sandbox.account.connectors.size).toBe(1);
    },
    edit: (account) => {
      const own = connector(account);
      if (own !== undefined) {
        own.status = "stopped";
        own.title = "My title";
      }
    },
    checkEdited: (account) =>
      expect(connector(account)).toMatchObject({ status: "running", title: "My title" }),
    fail: ({ sandbox }) => void sandbox.account.connectors.delete("http/altegio_connector"),
    failure: /^Connector: altegio_connector was missing, so it is created$/mu,
    repair: () => undefined,
  },
  {
    name: "locations",
    check: (account) => {
      expect(choices(account)).toHaveLength(3);
      expect(get(account, "altegio_location_id")).toMatch(/720441|720442/u);
    },
    edit: (account) => account.sandbox.setAttribute("altegio_location_id", hamburg),
    checkEdited: (account) => expect(get(account, "altegio_location_id")).toBe(hamburg),
    fail: ({ sandbox }) => sandbox.setAttribute("altegio_application_id", "4711"),
    failure: /^Locations: not loaded.*does not know this application.*altegio_application_id/mu,
    repair: ({ sandbox }) => sandbox.setAttribute("altegio_application_id", " 1193 "),
  },
  {
    name: "catalogue",
    check: (account) => {
      expect(get(account, "altegio_catalog")).toContain('"linksKnown":true');
      expect(get(account, "altegio_services_text")).toMatch(/haircut/iu);
      expect(get(account, "altegio_staff_text")).not.toBe("");
    },
    edit: ({ sandbox }) => sandbox.setAttribute("altegio_services_text", "My own text"),
    checkEdited: (account) =>
      expect(get(account, "altegio_services_text")).toBe("Hair: Haircut (45 €, 60 min)"),
    fail: ({ altegio }) =>
      altegio.faults.add({ method: "GET", path: "/book_staff/*", fault: { kind: "html-403" }, times: 2 }),
    failure: /^Catalogue: the staff could not be loaded\. Altegio could not be reached/mu,
    repair: () => undefined,
  },
  {
    name: "tools",
    check: (account) => {
      expect(Object.keys(toolsOf(account))).toContain("my_tool");
      expect(Object.keys(toolsOf(account)).filter((idn) => idn.startsWith("altegio_"))).toHaveLength(5);
    },
    edit: (account) => change(account, toolsAttribute, "Books a new appointment", "My own words"),
    checkEdited: (account) => expect(toolsOf(account)[bookTool]?.["description"]).toMatch(/^My own words/u),
    fail: (account) => account.sandbox.setAttribute(toolsAttribute, `${userContent[toolsAttribute] ?? ""}}`),
    failure: /^Tools: not registered, because project_attributes_settings_newo_tools/mu,
    repair: (account) => account.sandbox.setAttribute(toolsAttribute, userContent[toolsAttribute] ?? ""),
  },
  {
    name: "scenarios",
    check: (account) => {
      expect(get(account, canvasAttribute)).toContain('"idn":"altegio_scenario_cancel"');
      expect(get(account, canvasAttribute)).toContain('{"idn":"s1","title"');
    },
    edit: (account) => change(account, canvasAttribute, "Shall I book it?", "Is that fine?"),
    checkEdited: (account) => expect(get(account, canvasAttribute)).toContain("Is that fine?"),
    fail: (account) => account.sandbox.setAttribute(canvasAttribute, "{ broken"),
    // Without tools, which fail as well, there is nothing to write.
    failure: /^Scenarios: none, because no tool is registered/mu,
    repair: (account) => account.sandbox.setAttribute(canvasAttribute, userContent[canvasAttribute] ?? ""),
  },
  {
    name: "version",
    check: (account) => {
      expect(get(account, "altegio_module_version")).toBe(definitionsVersion);
      expect(statusOf(account)).toContain(
        `AltegioIntegration ${definitionsVersion}, last publish 2026-10-19`,
      );
    },
    edit: ({ sandbox }) => sandbox.setAttribute("altegio_module_version", "mine"),
    checkEdited: (account) => {
      expect(get(account, "altegio_module_version")).toBe(definitionsVersion);
      expect(statusOf(account)).toContain("altegio_module_version held no version");
    },
    fail: ({ sandbox }) => sandbox.setAttribute("altegio_module_version", ""),
    failure: new RegExp(`^Version: ${definitionsVersion}`, "mu"),
    repair: () => undefined,
  },
];

/** The account of each situation, brought there once and looked at step by step. */
const situations = {
  first: once(async (account) => {
    await publish(account);
  }),
  second: once(async (account) => {
    await publish(account);
    const before = valuesOf(account);
    await publish(account);
    const after = valuesOf(account);
    expect({ ...after, altegio_setup_status: "" }).toEqual({ ...before, altegio_setup_status: "" });
  }),
  edited: once(async (account) => {
    await publish(account);
    for (const step of steps) {
      step.edit(account);
    }
    await publish(account);
  }),
  failed: once(async (account) => {
    for (const step of steps) {
      step.fail(account);
    }
    await publish(account);
  }),
  repaired: once(async (account) => {
    for (const step of steps) {
      step.fail(account);
    }
    await publish(account);
    for (const step of steps) {
      step.repair(account);
    }
    await publish(account);
  }),
  updated: once(async (account) => {
    await publish(account);
    for (const step of steps) {
      step.edit(account);
    }
    await publish(account);
    const before = valuesOf(account);
    await account.sandbox.forceUpdate(theArtifact());
    expect(valuesOf(account)).toEqual(before);
    await publish(account);
  }),
};

function once(bring: (account: TestAccount) => Promise<void>): () => Promise<TestAccount> {
  let found: Promise<TestAccount> | null = null;
  return () => {
    found ??= newAccount({ ...userContent, ...connected }).then(async (account) => {
      await bring(account);
      return account;
    });
    return found;
  };
}

afterAll(closeAccounts);

describe.each(steps)("the step $name", ({ check, checkEdited, failure }) => {
  it("is done by the first publish", async () => {
    check(await situations.first());
  });

  it("is as it was after the second", async () => {
    check(await situations.second());
  });

  it("keeps what a person has changed", async () => {
    const account = await situations.edited();
    check(account);
    checkEdited(account);
  });

  it("names its failure, and is completed after the repair", async () => {
    expect(statusOf(await situations.failed())).toMatch(failure);
    check(await situations.repaired());
  });

  it("survives a Force Update", async () => {
    check(await situations.updated());
  });
});

it("an account without trouble says so in one status of few lines", async () => {
  const lines = statusOf(await situations.repaired()).split("\n");
  expect(lines.map((line) => line.split(/[: ]/u)[0])).toEqual([
    "AltegioIntegration",
    "Attributes",
    "Connector",
    "Locations",
    "Catalogue",
    "User",
    "Tools",
    "Core",
    "Scenarios",
    "Version",
    "Settings",
  ]);
});
