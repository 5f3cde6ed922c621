import { beforeEach, describe, expect, it } from "vitest";
import { expireCatalog, isStale } from "../../../skills/domain/catalog-age.ts";
import {
  beginRenewal,
  endRenewal,
  isRenewing,
  markImported,
  renewalOf,
} from "../../../skills/domain/catalog-renewal.ts";
import { readCatalog } from "../../../skills/domain/catalog.ts";
import type { Service, StaffMember } from "../../../skills/domain/catalog.ts";
import { minutesAt, readClock } from "../../../skills/domain/clock.ts";
import { joinLinks, linksLine } from "../../../skills/domain/link-terms.ts";
import { connectedLocation, hasUserToken, readLocationFacts } from "../../../skills/domain/location-facts.ts";
import { termsWith } from "../../../skills/domain/terms.ts";
import { MemoryHost } from "../memory-host.ts";

const location = {
  id: "4564",
  title: "Salon",
  city: "Rome",
  countryId: "7",
  zone: "Europe/Rome",
  currency: "€",
  phone: { code: "39", own: ["390212345678"] },
  smsCodeRequired: true,
  emailRequired: true,
  commentRequired: true,
};
const haircut: Service = {
  id: "331",
  name: "Haircut",
  label: "Haircut (Hair)",
  category: "Hair",
  priceMin: "40",
  priceMax: "60",
  seconds: 1800,
  longest: 3600,
  usual: "3600:40:60",
  prepaid: true,
  parts: ["331", "333"],
};
const james: StaffMember = {
  id: "16",
  name: "James",
  label: "James (Barber)",
  specialization: "Barber",
  services: ["331", "333"],
  terms: "33:1:2:3 331:1800:20:25",
};
const catalog = {
  location,
  loadedAt: "2026-09-18T10:00:00Z",
  services: [haircut],
  staff: [james],
  linksKnown: true,
};

let host: MemoryHost;
beforeEach(() => {
  host = new MemoryHost({ customer: { altegio_catalog: JSON.stringify(catalog) } });
});

describe("the stored catalogue", () => {
  it("is read as it was stored, and only for its own location", () => {
    expect(readCatalog(host.context(), "4564")).toEqual(catalog);
    expect(readCatalog(host.context(), "456")).toBeNull();
    expect(readCatalog(new MemoryHost().context(), "")).toBeNull();
  });

  it("lends its location's facts, and none to another location", () => {
    const { zone, phone } = location;
    expect(readLocationFacts(host.context(), "4564")).toEqual({ id: "4564", zone, phone });
    const nothing = { zone: "", phone: { code: "", own: [] } };
    expect(readLocationFacts(host.context(), "9")).toEqual({ id: "9", ...nothing });
  });

  it("is expired without a change to anything else, once", () => {
    expireCatalog(host.context());
    expect(readCatalog(host.context(), "4564")).toEqual({ ...catalog, loadedAt: "" });
    expireCatalog(host.context());
    expect(host.calls("SetCustomerAttribute")).toHaveLength(1);
  });
});

describe("its age", () => {
  const now = "2026-09-18T10:00:00Z";
  it.each([
    ["2026-09-17T10:00:00Z", now, true],
    ["2026-09-17T10:01:00Z", now, false],
    ["2026-09-17T09:59:00Z", now, true],
    ["2026-09-18T23:00:00Z", now, false],
    ["2026-09-16T23:59:00Z", now, true],
    ["", now, true],
    ["2026-09-18", now, true],
    ["2026-09-31T10:00:00Z", now, true],
    ["2026-09-10T10:00:00Z", "", false],
    ["2026-09-10T10:00:00Z", "2026-09-18", false],
    ["2026-09-17T22:30:00+00:00", "2026-09-19T03:59:00+05:30", false],
    ["2026-09-17T22:30:00+00:00", "2026-09-19T04:00:00+05:30", true],
  ])("loaded at %j, asked at %j: %j", (loadedAt, at, stale) => {
    expect(isStale(loadedAt, at)).toBe(stale);
  });
});

describe("terms", () => {
  it("are a member's own, else the usual ones", () => {
    expect(termsWith(haircut, james)).toEqual({ seconds: 1800, priceMin: "20", priceMax: "25" });
    const usual = { seconds: 3600, priceMin: "40", priceMax: "60" };
    expect(termsWith(haircut, { ...james, terms: "33:1:2:3" })).toEqual(usual);
    expect(termsWith({ ...haircut, usual: "" }, { ...james, terms: "" })).toEqual({
      seconds: 0,
      priceMin: "",
      priceMax: "",
    });
  });

  it("are the usual ones where the first member who does a service has them", () => {
    const first = [
      { id: "331", terms: "3600:40:60" },
      { id: "333", terms: ":20:20" },
    ];
    const second = [
      { id: "331", terms: "1800:20:25" },
      { id: "333", terms: ":20:20" },
      { id: "400", terms: "60::" },
    ];
    const third = [
      { id: "331", terms: ":1:1" },
      { id: "333", terms: "1200:1:1" },
    ];
    expect(joinLinks([first, second, [], third].map((done) => `${linksLine(done)}\n`).join(""))).toEqual({
      known: true,
      services: [["331", "333"], ["331", "333", "400"], [], ["331", "333"]],
      terms: ["", "331:1800:20:25", "", "331::1:1 333:1200:1:1"],
      usual: { "331": "3600:40:60", "333": ":20:20", "400": "60::" },
      shortest: { "331": 1800, "333": 1200, "400": 60 },
      longest: { "331": 3600, "333": 1200, "400": 60 },
    });
    expect(joinLinks("")).toMatchObject({ known: true, services: [], terms: [], usual: {} });
  });
});

describe("a load of the catalogue", () => {
  const at = (now: string, renewal: string) =>
    new MemoryHost({ now, customer: { altegio_catalog_renewal: renewal } }).context();
  const now = "2026-09-18T10:00:00+00:00";

  it.each([
    ["2026-09-18T09:58:30+00:00 4564", true],
    ["2026-09-18T09:57:00+00:00 4564", false],
    ["2026-09-18T09:59:00+00:00 564", false],
    ["imported 2026-09-18T09:59:00+00:00 4564", false],
    ["", false],
    ["yes 4564", false],
  ])("that is marked %j is under way: %j", (mark, isUnderWay) => {
    expect(isRenewing(at(now, mark), "4564")).toBe(isUnderWay);
  });

  it.each([
    ["imported 2026-09-18T09:58:30+00:00 4564", true],
    ["imported 2026-09-18T09:57:00+00:00 4564", false],
    ["imported 2026-09-18T09:59:00+00:00 564", false],
    ["2026-09-18T09:59:00+00:00 4564", false],
  ])("that is marked %j was an import's: %j", (mark, isImported) => {
    expect(renewalOf(at(now, mark), "4564") === "imported").toBe(isImported);
  });

  it("is under way from its beginning to its end", () => {
    const ctx = at(now, "");
    beginRenewal(ctx, "4564");
    expect(isRenewing(ctx, "4564")).toBe(true);
    markImported(ctx, "4564");
    expect(renewalOf(ctx, "4564")).toBe("imported");
    endRenewal(ctx);
    expect(renewalOf(ctx, "4564")).toBe("none");
  });
});

describe("the connection", () => {
  const account = (more: Record<string, string>) =>
    new MemoryHost({
      customer: { altegio_partner_token: "t", altegio_location_id: "Salon (4564)", ...more },
    }).context();

  it("is there with a token and a location", () => {
    expect(connectedLocation(account({}))).toBe("4564");
    expect(connectedLocation(account({ altegio_partner_token: " " }))).toBe("");
    expect(connectedLocation(account({ altegio_location_id: "Salon" }))).toBe("");
    expect([{ altegio_user_token: "u" }, {}].map((more) => hasUserToken(account(more)))).toEqual([
      true,
      false,
    ]);
  });
});

describe("the clock", () => {
  it.each([
    ["Europe/Rome", "Europe/Rome"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
    ["Etc/GMT+3", "Etc/GMT+3"],
    ["UTC", "UTC"],
    ["Rome", ""],
    ["UTC+3", ""],
    ["/Rome", ""],
    ["Europe/", ""],
    ["Europe/Rome ", ""],
    [" Europe/Rome", ""],
    ["", ""],
  ])("is that of %j only where it is shaped like a zone", (zone, asked) => {
    const clocked = new MemoryHost({ now: "2026-09-18T15:04:05-05:00" });
    expect(readClock(clocked.context(), zone)).toEqual({ today: "2026-09-18", now: "15:04" });
    expect(clocked.calls("GetDateTime").map(({ timezone }) => timezone ?? "")).toEqual([asked]);
  });

  it("counts minutes, and none for what is no moment", () => {
    const moment = minutesAt("2026-09-18T15:04:05-05:00");
    expect(minutesAt("2026-09-18T15:03") - moment).toBe(-1);
    expect(minutesAt("2026-09-19T00:04") - moment).toBe(9 * 60);
    expect(moment).toBe(Date.UTC(2026, 8, 18, 15, 4) / 60_000);
    expect(["", "2026-09-31T10:00", "soon"].map((text) => minutesAt(text))).toEqual([0, 0, 0]);
  });
});
