/** The catalogue is loaded by one caller at a time; the others use what there is, or wait. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { catalog, catalogRenewal, setupStatus } from "../../attributes/index.ts";
import { openTheatre, type Stage, type Theatre } from "../../scripts/sandbox/conversations/index.ts";
import type { Conversation, TurnResult } from "../../scripts/sandbox/platform/index.ts";
import { builtArtifact } from "../assemble/built-module.ts";
import { triedModule } from "./tried-module.ts";

const setting = { now: "2026-10-19T08:00:00Z" };
const aDayAndMore = 25 * 60;
const tool = "altegio_check_availability_tool";

const callers = ({ sandbox }: Stage): readonly [Conversation, Conversation] => [
  sandbox.conversation({ externalId: "+4915198765432" }),
  sandbox.conversation({ externalId: "+4915112345678" }),
];
const ask = (caller: Conversation, service = "Pedicure"): Promise<TurnResult> =>
  caller.say({
    ...{ user: "Please.", agent: "One moment.", tool },
    facts: { services: [service], date: "2026-10-22" },
  });
const paths = ({ requests }: TurnResult): string[] => requests.map(({ url }) => url.split("/").at(5) ?? "");
const holdStaff = ({ sandbox }: Stage) => sandbox.holdResults(({ url }) => url.includes("/book_staff/"));

describe.each([
  ["in Node", "node"],
  ["in NSL", "nsl"],
] as const)("a catalogue that is being loaded, %s", (_, runtime) => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre({ ...triedModule, artifact: builtArtifact(), runtime });
  });
  afterAll(() => theatre.close());

  test("serves the next caller as it was, and is not asked for again", async () => {
    const stage = await theatre.open(setting);
    stage.pass(aDayAndMore);
    const held = holdStaff(stage);
    const [first, second] = callers(stage);
    expect((await ask(first)).answers).toEqual([]);
    const meanwhile = await ask(second);
    expect(paths(meanwhile)).toEqual(["book_times"]);
    expect(meanwhile.answers).toHaveLength(1);
    held.release();
    held.stop();
    const after = await first.settle();
    expect(paths(after)).toEqual(["book_services", "book_times"]);
    expect(after.answers).toEqual(meanwhile.answers);
    expect(stage.sandbox.getAttribute(catalogRenewal.idn)).toBe("");
    await stage.close();
  });

  test("is waited for a few seconds by a caller who has none, who hears that it does not answer", async () => {
    const stage = await theatre.open(setting);
    stage.sandbox.setAttribute(catalog.idn, "");
    const held = holdStaff(stage);
    const [first, second] = callers(stage);
    await ask(first);
    const before = stage.now();
    const meanwhile = await ask(second);
    expect(stage.now() - before).toBe(5000);
    expect(paths(meanwhile)).toEqual([]);
    expect(meanwhile.answers).toEqual([expect.stringContaining("cannot be checked right now")]);
    held.release();
    held.stop();
    expect((await first.settle()).answers).toEqual([expect.stringContaining("Pedicure")]);
    expect((await ask(second)).answers).toEqual([expect.stringContaining("Pedicure")]);
    await stage.close();
  });

  test("is not asked for again before a service is denied that may be new", async () => {
    const stage = await theatre.open(setting);
    stage.pass(aDayAndMore);
    const held = holdStaff(stage);
    const [first, second] = callers(stage);
    await ask(first);
    const meanwhile = await ask(second, "Hot stone massage");
    expect(paths(meanwhile)).toEqual([]);
    expect(meanwhile.answers).toHaveLength(1);
    held.release();
    held.stop();
    await first.settle();
    await stage.close();
  });

  test("keeps nobody from loading it when the one who did was lost", async () => {
    const stage = await theatre.open(setting);
    stage.pass(aDayAndMore);
    const [first] = callers(stage);
    const { sandbox, service } = stage;
    const location = service.settings.find(({ idn }) => idn === "altegio_location_id")?.value ?? "";
    sandbox.setAttribute(catalogRenewal.idn, `${new Date(stage.now()).toISOString()} ${location}`);
    expect(paths(await ask(first))).toEqual(["book_times"]);
    stage.pass(3);
    expect(paths(await ask(first))).toEqual(["book_staff", "book_services", "book_times"]);
    await stage.close();
  });

  test("is left to the import that loads it by the publish that comes meanwhile", async () => {
    const stage = await theatre.prepare(setting);
    const { sandbox, service } = stage;
    service.settings.forEach(({ idn, value }) => {
      sandbox.setAttribute(idn, value);
    });
    const from = sandbox.trace.entries.length;
    sandbox.sendEvent("project_import_finish", "system", "customer");
    sandbox.sendEvent("project_publish_finish", "system", "project");
    await sandbox.settle();
    const asked = sandbox.trace.of("http", from).map(({ url }) => url.replace(/^.*[/]v1[/]/u, ""));
    expect(asked.filter((path) => /^book_staff|^book_services/u.test(path))).toHaveLength(7);
    expect(new Set(asked.filter((path) => path.startsWith("book_"))).size).toBe(7);
    expect(sandbox.trace.of("error", from)).toEqual([]);
    expect(sandbox.getAttribute(setupStatus.idn)).toContain("12 services and 5 staff of Lindenhof Studio");
    await stage.close();
  });
});
