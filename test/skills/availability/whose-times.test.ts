import { beforeEach, describe, expect, it } from "vitest";
import { commonPhonesAttribute } from "#sdk";
import type { JsonObject } from "#sdk";
import { checkAvailability } from "../../../skills/availability/check-availability.ts";
import { slots } from "../altegio-shapes.ts";
import { kindsOf, offeredIn } from "../judge.ts";
import type { HostOptions } from "../memory-host.ts";
import { coloring, haircut, kept } from "../own-appointments.ts";
import { catalogue, salon, scripted, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

const system = { integrationIdn: "system", connectorIdn: "system" };
const tool = { idn: "altegio_check_availability_tool", ...system, arguments: {} };
const fromCore = (payload: JsonObject) => ({ idn: "get_available_slots", ...system, arguments: { payload } });

const anybodys = "GET /book_times/4564/0/2026-09-21";
const james = "GET /book_times/4564/16/2026-09-21";
const anna = "GET /book_times/4564/48/2026-09-21";
const free = (...times: readonly string[]) => yes(slots("2026-09-21", times));
const script: Record<string, Step> = {
  [anybodys]: free("09:00"),
  [james]: free("10:00", "12:00"),
  [anna]: free("11:00", "12:00"),
};
const monday = { services: ["Haircut"], date: "2026-09-21" };

let customer: Record<string, string> = {};
beforeEach(async () => {
  customer = await salon();
});

async function asked(
  generated: JsonObject,
  options: HostOptions = {},
  answers: Readonly<Record<string, Step>> = script,
): Promise<Scripted> {
  const played = scripted(answers, { customer, generated, ...options });
  await checkAvailability(played.ctx, tool);
  return played;
}

describe("the times are those of", () => {
  it.each<[string, JsonObject, readonly string[], readonly string[]]>([
    ["anybody", {}, [anybodys], ["September 21 09:00"]],
    ["the one who is named", { staff: "James" }, [james], ["September 21 10:00", "September 21 12:00"]],
    [
      "one of a list of one",
      { staff_options: ["James"] },
      [james],
      ["September 21 10:00", "September 21 12:00"],
    ],
    ["whoever is left", { staff_excluded: ["James"] }, [anna], ["September 21 11:00", "September 21 12:00"]],
    ["all where nobody is left out", { staff_excluded: ["Peter"] }, [anybodys], ["September 21 09:00"]],
    [
      "anybody where two are all there are",
      { staff_options: ["James", "Anna"] },
      [anybodys],
      ["September 21 09:00"],
    ],
    [
      "the named one beside one who is not wanted",
      { staff: "James", staff_excluded: ["Anna"] },
      [james],
      ["September 21 10:00", "September 21 12:00"],
    ],
  ])("%s", async (_, said, paths, offered) => {
    const played = await asked({ ...monday, ...said });
    expect(played.paths()).toEqual(paths);
    expect(offeredIn(played.host.answer())).toEqual(offered);
  });

  it("each of several, one by one, with their names", async () => {
    const more = [...(JSON.parse(JSON.stringify(staffOfThree)) as object[])];
    customer = await salonOf(more);
    const played = await asked({ ...monday, staff_options: ["James", "Anna"] });
    expect(played.paths()).toEqual([james, anna]);
    expect(played.host.answer()).toMatch(/10:00 with James; 11:00 with Anna; 12:00 with whoever is free/u);
    const none = await asked({ ...monday, staff_options: ["James", "Zoe"] });
    expect(kindsOf(none.host.answer())).toContain("no such entry");
    expect(none.sent).toEqual([]);
  });

  it("nobody where the plan has a question", async () => {
    const played = await asked({ ...monday, services: ["hair"], staff_excluded: ["James"] });
    expect(kindsOf(played.host.answer())).toContain("which entry");
    expect(played.sent).toEqual([]);
  });
});

const staffOfThree = [
  { id: 16, name: "James", bookable: true },
  { id: 48, name: "Anna", bookable: true },
  { id: 64, name: "Mila", bookable: true },
];

/** All of them do all services. */
async function salonOf(members: readonly object[]): Promise<Record<string, string>> {
  const services: Step = (host, { url, ...request }) => {
    const all = catalogue["GET /book_services/4564"];
    const one = url.includes("staff_id=") ? url.replace(/staff_id=[0-9]+/u, "staff_id=16") : url;
    return typeof all === "function" ? all(host, { ...request, url: one }) : yes([]);
  };
  return await salon(
    false,
    {},
    { "GET /book_staff/4564": yes(members), "GET /book_services/4564": services },
  );
}

describe("an appointment that is to be moved", () => {
  const own: HostOptions = { persona: kept(haircut, coloring) };
  const moving = { services: [], appointment_to_move: "haircut", date: "2026-09-21" };

  it("keeps its services and its member", async () => {
    const played = await asked(moving, own);
    expect(played.paths()).toEqual([james]);
    expect(played.sent[0]?.url).toContain("=331");
    expect(String(played.host.calls("Gen")[0]?.["prompt"])).toContain("1. Haircut with James");
    const other = await asked({ ...moving, staff: "Anna" }, own);
    expect(other.paths()).toEqual([anna]);
    const inside = await asked({ ...moving, time: "12:30" }, own);
    expect(kindsOf(inside.host.answer())).toContain("own place");
    const several = await asked({ ...moving, staff_excluded: ["James"], time: "12:30" }, own);
    expect(kindsOf(several.host.answer())).not.toContain("own place");
  });

  it("is not known on a line that several people share", async () => {
    const line = "+1 315 555 0175";
    const shared = {
      ...own,
      actors: { newo_voice: [line] },
      customer: { ...customer, [commonPhonesAttribute]: line },
    };
    const played = await asked(moving, shared);
    expect(played.sent).toEqual([]);
    expect(String(played.host.calls("Gen")[0]?.["prompt"])).not.toContain("with James on");
  });
});

describe("core's words", () => {
  it.each<[string, JsonObject, boolean]>([
    ["a service and a date", monday, false],
    ["an appointment to move", { appointment_to_move: "haircut", date: "2026-09-21" }, false],
    ["no service", { date: "2026-09-21" }, true],
    ["a date in words", { ...monday, date: "tomorrow" }, true],
    ["a time in words", { ...monday, time: "later" }, true],
    ["an empty time", { ...monday, time: "" }, false],
  ])("are enough unless something cannot be read: %s", async (_, payload, hears) => {
    const played = scripted(script, { customer, generated: monday, persona: kept(haircut) });
    await checkAvailability(played.ctx, fromCore(payload));
    expect(played.host.calls("Gen")).toHaveLength(hears ? 1 : 0);
    expect(played.host.answers()).toMatchObject([{ eventIdn: "receive_available_slots" }]);
    expect(played.sent).toHaveLength(1);
  });

  it("of another event are not core's", async () => {
    const played = scripted(script, { customer, generated: { ...monday, staff: "Anna" } });
    await checkAvailability(played.ctx, { ...tool, arguments: { payload: monday } });
    expect(played.paths()).toEqual([anna]);
  });

  it("that name what there is not have the catalogue looked at once more", async () => {
    const now = "2026-09-18T15:30:00-05:00";
    const added = { id: 64, name: "Mila", bookable: true };
    const renewed: Record<string, Step> = {
      ...catalogue,
      ...script,
      "GET /book_staff/4564": yes([added]),
      "GET /book_times/4564/64/2026-09-21": free("13:00"),
    };
    const played = await asked({ ...monday, staff_options: ["Mila", "Zoe"] }, { now }, renewed);
    expect(played.paths()).toContain("GET /book_staff/4564");
    expect(played.host.answers()).toHaveLength(1);
    const failed = await asked(
      { ...monday, staff: "Mila" },
      { now },
      { ...renewed, "GET /book_staff/4564": { status: 500, body: "" } },
    );
    expect(kindsOf(failed.host.answer())).toContain("no such entry");
  });
});
