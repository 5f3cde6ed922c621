/** The steps of the publish hook, one by one: what they say of settings, token, catalogue and locations. */
import { describe, expect, it } from "vitest";
import {
  applicationId,
  bookingEnabled,
  existingAppointmentsEnabled,
  existingAppointmentsSearchDays,
  locationId,
  partnerToken,
  rescheduleEnabled,
  servicesText,
  userToken,
} from "../../../attributes/index.ts";
import { checkSettings } from "../../../skills/setup/check-settings.ts";
import { checkUserToken } from "../../../skills/setup/check-user-token.ts";
import { discoverLocations } from "../../../skills/setup/discover-locations.ts";
import { refreshCatalog } from "../../../skills/setup/refresh-catalog.ts";
import { company } from "../altegio-shapes.ts";
import { MemoryHost } from "../memory-host.ts";
import { catalogue, no, scripted, silence, yes } from "../scripted.ts";
import type { Step } from "../scripted.ts";
import { inOrder } from "./settings-in-order.ts";

const settings = (more: Record<string, string> = {}): string =>
  checkSettings(new MemoryHost({ customer: { ...inOrder, ...more } }).context());

describe("the settings", () => {
  it("are in order where all are set and can be read", () => {
    expect(settings()).toBe("Settings: all in order");
    expect(settings({ [existingAppointmentsSearchDays.idn]: "1" })).toBe("Settings: all in order");
    expect(settings({ [existingAppointmentsSearchDays.idn]: "3650" })).toBe("Settings: all in order");
  });

  it.each<[string, Record<string, string>, readonly RegExp[]]>([
    ["a token is missing", { [partnerToken.idn]: "" }, [/^Missing: altegio_partner_token$/u]],
    [
      "all is missing",
      { [partnerToken.idn]: "", [applicationId.idn]: "", [locationId.idn]: "" },
      [/^Missing: altegio_partner_token, altegio_application_id, altegio_location_id$/u],
    ],
    ["the user token is not set", { [userToken.idn]: "" }, [/^Not set: altegio_user_token/u]],
    [
      "the days are none",
      { [existingAppointmentsSearchDays.idn]: "0" },
      [/^Wrong: altegio_existing_appointments_search_days /u],
    ],
    [
      "the days are too many",
      { [existingAppointmentsSearchDays.idn]: "3651" },
      [/^Wrong: altegio_existing_appointments_search_days /u],
    ],
    [
      "several are wrong",
      {
        [applicationId.idn]: "x",
        [locationId.idn]: "y",
        [bookingEnabled.idn]: "perhaps",
        [partnerToken.idn]: "Bearer x",
      },
      [
        /altegio_booking_enabled /u,
        /altegio_partner_token /u,
        /altegio_application_id /u,
        /altegio_location_id /u,
      ],
    ],
  ])("are named where %s, one a line", (_, more, lines) => {
    const text = settings(more).split("\n");
    expect(text).toHaveLength(lines.length);
    for (const line of lines) {
      expect(text.some((one) => line.test(one))).toBe(true);
    }
  });
});

describe("the user token", () => {
  const rights = "GET /user/permissions/4564";
  const all = {
    timetable: { timetable_access: 1 },
    clients: { clients_access: 1 },
    record_form: { edit_records_access: 1, records_edit_date_and_master_access: 1 },
  };
  const checked = async (
    answer: Step,
    more: Record<string, string> = {},
  ): Promise<{ line: string; asked: number }> => {
    const played = scripted({ [rights]: answer }, { customer: { ...inOrder, ...more } });
    return { line: await checkUserToken(played.ctx, "4564"), asked: played.sent.length };
  };

  it.each<[string, Step, Record<string, string>, RegExp, number]>([
    ["is not set", yes(all), { [userToken.idn]: "" }, /not set/u, 0],
    [
      "is of no use",
      yes(all),
      { [existingAppointmentsEnabled.idn]: "off", [rescheduleEnabled.idn]: "off" },
      /switched off/u,
      0,
    ],
    ["serves one", yes(all), { [existingAppointmentsEnabled.idn]: "off" }, /accepted$/u, 1],
    ["serves the other", yes(all), { [rescheduleEnabled.idn]: "off" }, /accepted$/u, 1],
    ["is refused", no(401), {}, /refused by Altegio/u, 1],
    ["is of another location", no(403), {}, /refused by Altegio/u, 1],
    ["cannot be checked", no(402), {}, /not checked\. ./u, 1],
    ["is accepted", yes(all), {}, /accepted$/u, 1],
    [
      "lacks a right",
      yes({ ...all, clients: { clients_access: 0 } }),
      {},
      /lacks the rights clients_access in/u,
      1,
    ],
    [
      "lacks two",
      yes({ timetable: {}, clients: {} }),
      {},
      /lacks the rights timetable_access, clients_access in/u,
      1,
    ],
  ])("%s", async (_, answer, more, line, asked) => {
    const result = await checked(answer, more);
    expect(result.line).toMatch(line);
    expect(result.asked).toBe(asked);
  });
});

describe("the catalogue", () => {
  const refreshed = async (
    answers: Readonly<Record<string, Step>>,
    customer: Record<string, string> = inOrder,
  ) => {
    const played = scripted({ ...catalogue, ...answers }, { customer });
    return { ...(await refreshCatalog(played.ctx, "4564", false)), played };
  };

  it("is told with its numbers, its location and its zone", async () => {
    const { line, textsChanged } = await refreshed({});
    expect(line).toMatch(
      /^Catalogue: 4 services and 2 staff of Business Example \(America\/New_York\) loaded$/u,
    );
    expect(textsChanged).toBe(true);
    const bare = await refreshed({ "GET /company/4564": yes({ ...company, timezone_name: null }) });
    expect(bare.line).toMatch(/\(time zone not given\)/u);
  });

  it.each<[string, Record<string, Step>, boolean, boolean]>([
    [
      "no services",
      { "GET /book_services/4564": yes({ services: [], category: [], events: [] }) },
      true,
      false,
    ],
    ["no staff", { "GET /book_staff/4564": yes([]) }, true, false],
    [
      "not known who does what",
      {
        "GET /book_services/4564": (host, request) =>
          request.url.includes("staff_id")
            ? silence
            : typeof catalogue["GET /book_services/4564"] === "function"
              ? catalogue["GET /book_services/4564"](host, request)
              : silence,
      },
      false,
      true,
    ],
  ])("says what follows where there is: %s", async (_, answers, isEmpty, isUnknown) => {
    const { line } = await refreshed(answers);
    expect(line.includes("nothing can be booked")).toBe(isEmpty);
    expect(line.includes("who does which service")).toBe(isUnknown);
  });

  it("that goes with its location changes the texts, where there were any", async () => {
    const failing = { "GET /company/4564": silence };
    const none = await refreshed(failing);
    expect([none.textsChanged, none.line.startsWith("Catalogue: the location could not")]).toEqual([
      false,
      true,
    ]);
    const other = await refreshed(failing, { ...inOrder, [servicesText.idn]: "Haircut" });
    expect(other.textsChanged).toBe(true);
    expect(other.played.host.customer.get(servicesText.idn)).toBe("");
    const { played } = await refreshed({});
    const kept = await refreshed(failing, Object.fromEntries(played.host.customer));
    expect([kept.textsChanged, /stay in use/u.test(kept.line)]).toEqual([false, true]);
  });
});

describe("the locations", () => {
  const salons = (...ids: readonly number[]) =>
    ids.map((id) => ({ id, title: `Salon ${String(id)}`, city: "Rome" }));
  const discovered = async (answer: Step | readonly Step[], chosen = "") => {
    const script = scripted(
      { "GET https://app.alteg.io/marketplace/application/77/salons": answer },
      { customer: { ...inOrder, [locationId.idn]: chosen } },
    );
    return { line: await discoverLocations(script.ctx, "77"), script };
  };
  const offered = (script: { host: MemoryHost }): unknown =>
    script.host.metadata.get(locationId.idn)?.["possible_values"];

  it("are offered, and the only one is chosen", async () => {
    const one = await discovered(yes(salons(4564)));
    expect(one.line).toMatch(/only one was chosen, Salon 4564/u);
    expect(one.script.host.customer.get(locationId.idn)).toMatch(/\(4564\)$/u);
    const two = await discovered(yes(salons(1, 2)));
    expect(two.line).toMatch(/2 found, choose one/u);
    expect(offered(two.script)).toHaveLength(2);
    const chosen = await discovered(yes(salons(1)), "1");
    expect(chosen.line).toMatch(/1 found, one is chosen/u);
    const other = await discovered(yes(salons(1)), "Other (9)");
    expect(other.line).toMatch(/\(9\) is not among them/u);
    expect(offered(other.script)).toEqual([expect.stringContaining("(1)"), "Other (9)"]);
    const unread = await discovered(yes(salons(1, 2)), "Salon");
    expect(unread.line).toMatch(/choose one/u);
    expect(offered(unread.script)).toHaveLength(2);
    expect((await discovered(yes([]))).line).toMatch(/not connected to any location/u);
    expect((await discovered(yes(salons(1)), "Salon")).script.host.customer.get(locationId.idn)).toBe(
      "Salon",
    );
  });

  it.each<[string, Step, RegExp]>([
    ["another's application", no(403), /does not know this application/u],
    ["no application", no(404), /does not know this application/u],
    ["a wrong token", no(401), /refused the partner token/u],
  ])("are not offered for %s", async (_, answer, line) => {
    const { line: text, script } = await discovered(answer);
    expect(text).toMatch(line);
    expect(text).toMatch(/stays as it is$/u);
    expect(offered(script)).toBeUndefined();
  });

  it("come in pages, until one is not full or brings nothing new", async () => {
    const full = salons(...Array.from({ length: 200 }, (_, index) => index + 1));
    const pages = async (...answers: readonly Step[]) => await discovered(answers);
    const last = await pages(yes(full), yes(salons(201, 201)));
    expect([last.script.sent.length, offered(last.script)]).toEqual([
      2,
      expect.objectContaining({ length: 201 }),
    ]);
    const same = await pages(yes(full), yes(full));
    expect([same.script.sent.length, offered(same.script)]).toEqual([
      2,
      expect.objectContaining({ length: 200 }),
    ]);
    const failed = await pages(yes(full), silence);
    expect(failed.line).toMatch(/not loaded \(page 2\)/u);
    let page = 0;
    const endless: Step = () => {
      page += 1;
      return yes(salons(...Array.from({ length: 200 }, () => page)));
    };
    const many = await pages(endless);
    expect(many.script.sent).toHaveLength(100);
  });
});
