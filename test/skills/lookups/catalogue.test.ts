import { describe, expect, it } from "vitest";
import {
  catalog as catalogAttribute,
  servicesText,
  setupStatus,
  staffText,
} from "../../../attributes/index.ts";
import { readCatalog } from "../../../skills/domain/catalog.ts";
import type { Catalog } from "../../../skills/domain/catalog.ts";
import type { ProblemKind } from "../../../skills/domain/problem.ts";
import { currentCatalog } from "../../../skills/lookups/current-catalog.ts";
import { loadCatalog, renewCatalog } from "../../../skills/lookups/load-catalog.ts";
import { noteProblem } from "../../../skills/lookups/note-problem.ts";
import { lookAgain, mayBeNew } from "../../../skills/lookups/second-look.ts";
import { company, services, servicesOf, staff } from "../altegio-shapes.ts";
import { account, catalogue, no, salon, scripted, silence, yes } from "../scripted.ts";
import type { Scripted, Step } from "../scripted.ts";

const location = "GET /company/4564";
const members = "GET /book_staff/4564";
const offered = "GET /book_services/4564";
const now = "2026-09-18T15:04:05-05:00";

/** What is stored. */
function stored({ ctx }: Scripted): Catalog {
  const catalog = readCatalog(ctx, "4564");
  if (catalog === null) {
    throw new Error("no catalogue");
  }
  return catalog;
}
const loading = (answers: Readonly<Record<string, Step>>): Scripted =>
  scripted({ ...catalogue, ...answers }, { customer: account(false, { [catalogAttribute.idn]: "" }), now });
const renewing = async (
  answers: Readonly<Record<string, Step>>,
  more: Record<string, string> = {},
): Promise<Scripted> => scripted({ ...catalogue, ...answers }, { customer: await salon(false, more), now });

describe("a catalogue that is loaded", () => {
  it("has the location, the staff, who does what, and the services", async () => {
    const played = loading({});
    const loaded = await loadCatalog(played.ctx, "4564");
    expect(loaded).toMatchObject({ problem: "none", failed: "", textsChanged: true });
    expect(loaded.catalog).toEqual(stored(played));
    expect(loaded.catalog).toMatchObject({
      location: { id: "4564", phone: { code: "1" } },
      loadedAt: now,
      linksKnown: true,
      staff: [
        { id: "16", services: ["331", "333", "400"] },
        { id: "48", services: ["331", "99055"] },
      ],
    });
    expect(loaded.catalog?.services.map(({ id, seconds, longest }) => [id, seconds, longest])).toEqual(
      ["331", "333", "99055", "400"].map((id) => [id, 3600, 3600]),
    );
    expect(played.sent.map(({ url }) => url.replace(/^.*v1.|[?](?!.*staff_id).*$/gu, ""))).toEqual([
      "company/4564",
      "countries",
      "book_staff/4564",
      "book_services/4564",
      expect.stringContaining("staff_id=16"),
      expect.stringContaining("staff_id=48"),
    ]);
    expect(played.host.customer.get(servicesText.idn)).toContain("Haircut");
    expect(played.host.customer.get(staffText.idn)).toContain("James");
    expect((await loadCatalog(played.ctx, "4564")).textsChanged).toBe(false);
  });

  it.each<[string, Record<string, Step>, ProblemKind, string]>([
    ["the location cannot be looked up", { [location]: silence }, "transport", "the location"],
    ["there is no location", { [location]: yes({}) }, "not_found", "the location"],
    ["a refusal brings one", { [location]: { ...yes(company), status: 401 } }, "auth", "the location"],
    ["the staff cannot be looked up", { [members]: silence }, "transport", "the staff"],
    [
      "the services cannot be looked up",
      { [offered]: (_, { url }) => (url.includes("staff_id") ? yes(servicesOf(url)) : no(402)) },
      "license",
      "the services",
    ],
  ])("is none where %s", async (_, answers, problem, failed) => {
    const played = loading(answers);
    expect(await loadCatalog(played.ctx, "4564")).toEqual({
      catalog: null,
      problem,
      failed,
      textsChanged: false,
    });
    expect(played.host.customer.get(catalogAttribute.idn)).toBe("");
  });

  it("does without the code of the country, and without who does what", async () => {
    const bare = loading({ "GET /countries": silence });
    expect((await loadCatalog(bare.ctx, "4564")).catalog?.location.phone.code).toBe("");
    const some: Step = (_, { url }) => (url.includes("staff_id=48") ? silence : yes(servicesOf(url)));
    const played = loading({ [offered]: some });
    const { catalog } = await loadCatalog(played.ctx, "4564");
    expect(catalog).toMatchObject({
      linksKnown: false,
      staff: [
        { services: [], terms: "" },
        { services: [], terms: "" },
      ],
    });
    // The lengths that were learnt count all the same, the terms do not.
    expect(catalog?.services.map(({ seconds, usual }) => [seconds, usual]).slice(0, 3)).toEqual([
      [3600, expect.not.stringContaining("3600")],
      [3600, expect.not.stringContaining("3600")],
      [0, expect.any(String)],
    ]);
  });

  it.each([
    [80, true],
    [81, false],
  ])("asks %i members what they do: %s", async (count, asks) => {
    const many = Array.from({ length: count }, (_, index) => ({ ...staff[0], id: index + 1 }));
    const played = loading({ [members]: yes(many) });
    const { catalog } = await loadCatalog(played.ctx, "4564");
    expect(catalog?.linksKnown).toBe(asks);
    expect(played.sent).toHaveLength(asks ? 4 + count : 4);
  });

  it("keeps the length a service has by itself", async () => {
    const own: Step = (_, { url }) => {
      const rows = services.services.map((row) => ({
        ...row,
        seance_length: url.includes("staff_id") ? 3600 : 1800,
      }));
      return yes({ ...services, services: rows });
    };
    const { catalog } = await loadCatalog(loading({ [offered]: own }).ctx, "4564");
    expect(catalog?.services[0]).toMatchObject({ seconds: 1800, longest: 1800 });
    expect(catalog?.services[0]?.usual).toContain("3600");
  });
});

describe("a catalogue that is renewed", () => {
  const paths = ({ sent }: Scripted): readonly string[] =>
    sent.map(({ url }) => /staff_id=([0-9]+)/u.exec(url)?.[1] ?? url.replace(/^.*v1.([a-z_]+).*$/u, "$1"));

  it("keeps who does what where nothing has come or gone", async () => {
    const played = await renewing({});
    const before = stored(played);
    const renewed = await renewCatalog(played.ctx, before.location);
    expect(renewed).toMatchObject({ problem: "none", textsChanged: false });
    expect(renewed.catalog).toEqual(before);
    expect(paths(played)).toEqual(["book_staff", "book_services"]);
  });

  const row = services.services[0];
  it.each<[string, Record<string, Step>]>([
    ["a member has gone", { [members]: yes(staff.slice(0, 1)) }],
    ["a member has come", { [members]: yes([...staff, { ...staff[0], id: 64, name: "Mila" }]) }],
    ["a service has gone", { [offered]: yes({ ...services, services: services.services.slice(1) }) }],
    [
      "a service has come",
      {
        [offered]: yes({ ...services, services: [...services.services, { ...row, id: 500, title: "Perm" }] }),
      },
    ],
    [
      "one came for another",
      { [offered]: yes({ ...services, services: [{ ...row, id: 500 }, ...services.services.slice(1)] }) },
    ],
    [
      "a price is another",
      {
        [offered]: yes({ ...services, services: [{ ...row, price_min: 41 }, ...services.services.slice(1)] }),
      },
    ],
    [
      "a highest price is another",
      {
        [offered]: yes({ ...services, services: [{ ...row, price_max: 61 }, ...services.services.slice(1)] }),
      },
    ],
  ])("asks who does what anew where %s", async (_, answers) => {
    const played = await renewing(answers);
    const renewed = await renewCatalog(played.ctx, stored(played).location);
    expect(paths(played).slice(0, 3)).toEqual(["book_staff", "book_services", "16"]);
    expect(renewed.catalog).toEqual(stored(played));
    expect(renewed.problem).toBe("none");
  });

  it("says whether one of the texts is another", async () => {
    const renamed = await renewing({
      [members]: yes(staff.map((one) => ({ ...one, name: `${one.name} B` }))),
    });
    expect((await renewCatalog(renamed.ctx, stored(renamed).location)).textsChanged).toBe(true);
    const titled = services.services.map((one) => ({ ...one, title: `${one.title} B` }));
    const other = await renewing({ [offered]: yes({ ...services, services: titled }) });
    expect((await renewCatalog(other.ctx, stored(other).location)).textsChanged).toBe(true);
  });

  it.each<[string, Record<string, Step>, ProblemKind, string]>([
    ["the staff cannot be looked up", { [members]: silence }, "transport", "the staff"],
    ["the services cannot be looked up", { [offered]: no(401) }, "auth", "the services"],
    ["the staff is no list", { [members]: yes({}) }, "transport", "the staff"],
    ["the services are no list", { [offered]: yes({ menu: [] }) }, "transport", "the services"],
  ])("stays as it was where %s", async (_, answers, problem, failed) => {
    const played = await renewing(answers);
    const before = stored(played);
    expect(await renewCatalog(played.ctx, before.location)).toEqual({
      catalog: null,
      problem,
      failed,
      textsChanged: false,
    });
    expect(stored(played)).toEqual(before);
  });
});

describe("the catalogue to work with", () => {
  const old = "2026-09-19T15:04:05-05:00";
  const working = async (answers: Readonly<Record<string, Step>>, moment: string): Promise<Scripted> =>
    scripted(answers, { customer: await salon(), now: moment });

  it("is the stored one for a day", async () => {
    const played = await working({}, "2026-09-19T15:03:05-05:00");
    expect(await currentCatalog(played.ctx, "4564")).toEqual({
      catalog: stored(played),
      problem: "none",
      failed: "",
      textsChanged: false,
      moment: "2026-09-19T15:03:05-05:00",
    });
    expect(played.sent).toEqual([]);
  });

  it("is renewed after that, and serves where that fails", async () => {
    const played = await working(catalogue, old);
    expect(await currentCatalog(played.ctx, "4564")).toMatchObject({ problem: "none", failed: "" });
    expect(stored(played).loadedAt).toBe(old);
    const failed = await working({ [members]: silence }, old);
    expect(await currentCatalog(failed.ctx, "4564")).toEqual({
      catalog: stored(failed),
      problem: "none",
      failed: "",
      textsChanged: false,
    });
    expect(failed.host.customer.get(setupStatus.idn)).toMatch(/refreshing/u);
  });

  it("is loaded where there is none", async () => {
    const played = loading({});
    expect((await currentCatalog(played.ctx, "4564")).catalog).toEqual(stored(played));
    const failed = loading({ [location]: silence });
    expect(await currentCatalog(failed.ctx, "4564")).toMatchObject({ catalog: null, problem: "transport" });
    expect(failed.host.customer.get(setupStatus.idn)).toMatch(/loading/u);
  });

  it("may lack something new after some minutes", async () => {
    const at = async (moment: string, isUnknown: boolean): Promise<boolean> => {
      const played = await working({}, moment);
      return mayBeNew(played.ctx, isUnknown, { ...stored(played), loadedAt: now });
    };
    expect(await at("2026-09-18T15:09:05-05:00", true)).toBe(true);
    expect(await at("2026-09-18T15:08:05-05:00", true)).toBe(false);
    expect(await at("2026-09-18T15:09:05-05:00", false)).toBe(false);
    const unknown = { locationId: "4564", serviceIds: [], staffId: "0" };
    const again = await working(catalogue, old);
    expect(await lookAgain(again.ctx, stored(again).location, unknown)).toBe(true);
    const failed = await working({ [members]: silence }, old);
    expect(await lookAgain(failed.ctx, stored(failed).location, unknown)).toBe(false);
    expect(failed.host.customer.get(setupStatus.idn)).toMatch(/refreshing/u);
  });

  it("is asked for who does what only where Altegio has somebody for what it denies", async () => {
    const denied = { locationId: "4564", serviceIds: ["331"], staffId: "16" };
    const looking = async (able: readonly object[]): Promise<readonly [boolean, readonly string[]]> => {
      const who: Step = (_, { url }) => yes(url.includes("service_ids") ? able : staff);
      const played = await working({ ...catalogue, [members]: who }, old);
      const isNew = await lookAgain(played.ctx, stored(played).location, denied);
      return [isNew, played.sent.map(({ url }) => url.replace(/^.*(?:v1.|staff_id=)|[/?].*$/gu, ""))];
    };
    expect(await looking([])).toEqual([false, ["book_staff"]]);
    const [isNew, asked] = await looking(staff);
    expect(isNew).toBe(true);
    // Who does it, the staff, the services, and two members.
    expect(asked).toHaveLength(5);
  });
});

describe("a problem", () => {
  const noted = async (problem: ProblemKind, before = ""): Promise<Scripted> => {
    const played = scripted({}, { customer: await salon(false, { [setupStatus.idn]: before }), now });
    noteProblem(played.ctx, problem, "checking free times");
    return played;
  };

  it.each<[ProblemKind, boolean, boolean]>([
    ["transport", true, false],
    ["auth", true, false],
    ["not_found", true, true],
    ["service_gone", false, true],
    ["not_bookable", false, true],
    ["slot_taken", false, false],
    ["none", false, false],
  ])("%s is noted: %s, and has the catalogue loaded anew: %s", async (problem, isNoted, expires) => {
    const played = await noted(problem, "AltegioIntegration, last publish");
    expect(played.host.customer.get(setupStatus.idn)?.split("\n")).toHaveLength(isNoted ? 2 : 1);
    expect(stored(played).loadedAt === "").toBe(expires);
  });

  it("takes the place of the last one, below what is there", async () => {
    const { host } = await noted("transport", "first\n\n  \nLast problem (x): y\nsecond");
    const lines = host.customer.get(setupStatus.idn)?.split("\n") ?? [];
    expect(lines.slice(0, 2)).toEqual(["first", "second"]);
    expect(lines[2]).toMatch(/^Last problem \(2026-09-18 15:04, checking free times\): ./u);
    expect(lines).toHaveLength(3);
    const { host: empty } = await noted("auth");
    expect(empty.customer.get(setupStatus.idn)).toMatch(/^Last problem/u);
    expect(empty.searchable()).toMatch(/Altegio, checking free times: /u);
  });
});
