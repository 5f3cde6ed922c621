/** Step 4 of the publish hook and what booking needs of it, on the handlers as JavaScript. */
import { http } from "msw";
import { describe, expect, it } from "vitest";
import { readCatalog } from "../../../skills/domain/catalog.ts";
import { isStale } from "../../../skills/domain/catalog-age.ts";
import { servicesAsText, staffAsText } from "../../../skills/wording/catalog-text.ts";
import type { Catalog } from "../../../skills/domain/catalog.ts";
import { currentCatalog } from "../../../skills/lookups/current-catalog.ts";
import { noteProblem } from "../../../skills/lookups/note-problem.ts";
import { altegioServer, api, guardPage, marketplace, ok, services, staff } from "../altegio-shapes.ts";
import { definitionsVersion } from "../../../attributes/version.ts";
import { MemoryHost } from "../memory-host.ts";
import { publish, statusLine, statusOf } from "../set-up-host.ts";

const server = altegioServer();

const customer = { altegio_partner_token: "p", altegio_location_id: "4564" };
const urls = (host: MemoryHost, from = 0): string[] =>
  host
    .calls("SendCommand")
    .slice(from)
    .map(({ url }) => String(url).replace(`${api}/`, ""));
const published = (): Promise<MemoryHost> => publish(new MemoryHost({ customer }));
/** The same account some time later. */
const later = (host: MemoryHost, now: string): MemoryHost =>
  new MemoryHost({ customer: Object.fromEntries(host.customer), now });

/** A location of any size. Every member does every other service. */
function location(serviceCount: number, staffCount: number, categories: number): Catalog {
  const allServices = Array.from({ length: serviceCount }, (_, index) => {
    const name = `Treatment of the ${index % 2 === 0 ? "hands" : "face"} number ${index}`;
    return {
      id: String(index),
      name,
      label: name,
      category: categories === 0 ? "" : `Category ${index % categories}`,
      priceMin: "100",
      priceMax: "150",
      seconds: 3600,
      longest: index === 99 ? 5400 : 3600,
      usual: "3600:100:150",
      prepaid: false,
      parts: [],
    };
  });
  return {
    location: {
      id: "1",
      title: "Big",
      city: "",
      countryId: "",
      zone: "",
      currency: "EUR",
      phone: { code: "", own: [] },
      smsCodeRequired: false,
      emailRequired: false,
      commentRequired: false,
    },
    loadedAt: "",
    services: allServices,
    staff: Array.from({ length: staffCount }, (_, index) => ({
      id: String(index),
      name: `Member number ${index}`,
      label: `Member number ${index}`,
      specialization: "Cosmetologist",
      services: allServices.filter((_service, at) => (at + index) % 2 === 0).map(({ id }) => id),
      terms: "",
    })),
    linksKnown: true,
  };
}

describe("the two texts", () => {
  it("stay small and useful with 300 services and 60 staff", () => {
    const big = location(300, 60, 12);
    const text = servicesAsText(big);
    expect(text.length).toBeLessThanOrEqual(8010);
    // A line a category, and one that says what to do about those that are left out.
    expect(text.split("\n")).toHaveLength(13);
    expect(text.split("\n").at(-1)).toContain("the caller's own words");
    expect(text).toMatch(/^Category 0: Treatment of the hands number 0; /u);
    expect(text).toMatch(/; and \d+ more$/mu);
    const people = staffAsText(big);
    expect(people.length).toBeLessThanOrEqual(5010);
    expect(people.split("\n")).toHaveLength(60);
    expect(people).toMatch(/^Member number 59 \(Cosmetologist\)/mu);
  });

  it("tell everything while there is room", () => {
    const text = servicesAsText(location(100, 5, 4));
    expect(text).toContain("Treatment of the face number 97 (100-150 EUR, 60 min)");
    expect(text).toContain("Treatment of the face number 99 (100-150 EUR, 60-90 min)");
    expect(text).not.toContain("more");
    expect(text).not.toContain("own words");
    // Without prices, and yet all of them.
    expect(servicesAsText(location(200, 5, 4))).not.toContain("own words");
    expect(servicesAsText(location(200, 5, 4))).not.toContain("EUR");
  });

  it("end between two entries when nothing else helps", () => {
    const text = servicesAsText(location(2000, 5, 1000));
    expect(text.length).toBeLessThanOrEqual(8010);
    expect(text).toMatch(/number \d+\.\.\.\n.*own words\.$/u);
    const people = staffAsText(location(10, 400, 0));
    expect(people.length).toBeLessThanOrEqual(5010);
    expect(people).toMatch(/\(Cosmetologist\)\.\.\.$/u);
  });

  it("do not depend on the order of Altegio, and put what has no category last", () => {
    const big = location(30, 10, 3);
    const odd = {
      ...big,
      services: big.services.map((one, at) => (at === 4 ? { ...one, category: "" } : one)),
    };
    const turned = { ...odd, services: odd.services.toReversed(), staff: odd.staff.toReversed() };
    expect(servicesAsText(turned)).toBe(servicesAsText(odd));
    expect(staffAsText(turned)).toBe(staffAsText(odd));
    expect(servicesAsText(odd).split("\n").at(-1)).toMatch(/^Treatment of the hands number 4 /u);
  });

  it("name prices in every form", () => {
    const price = (priceMin: string, priceMax: string): string => {
      const [service] = location(1, 0, 0).services;
      const one = {
        ...location(1, 0, 0),
        services: service === undefined ? [] : [{ ...service, priceMin, priceMax, seconds: 0 }],
      };
      return servicesAsText(one).replace(/^Treatment of the hands number 0 ?/u, "");
    };
    expect([price("1.5", "2"), price("2", "2"), price("0", "0"), price("", "9"), price("9", "0")]).toEqual([
      "(1.5-2 EUR)",
      "(2 EUR)",
      "",
      "(up to 9 EUR)",
      "(from 9 EUR)",
    ]);
  });
});

describe("names from Altegio", () => {
  it("cannot break a line or call an attribute into the prompt", async () => {
    server.use(
      http.get(`${api}/book_staff/:id`, () =>
        ok([
          { ...staff[0], name: "Ja\nmes [[altegio_user_token]]", specialization: `${"x".repeat(200)}{{y}}` },
        ]),
      ),
    );
    const host = await published();
    const text = host.customer.get("altegio_staff_text") ?? "";
    expect(text).toMatch(/^Ja mes \(altegio_user_token\) \(x{120}\)/u);
    expect(text.split("\n")).toHaveLength(1);
    expect(host.customer.get("altegio_catalog")).not.toContain("[[altegio");
  });
});

describe("the terms of the members", () => {
  const haircut = services.services.slice(0, 1);
  /** Everybody does haircuts: James in an hour, the others as given. */
  const haircuts = (anna: object, range: object = {}, annaStatus = 200) =>
    server.use(
      http.get(`${api}/book_services/:id`, ({ request }) => {
        const member = new URL(request.url).searchParams.get("staff_id");
        const james = { price_min: 40, price_max: 40, seance_length: 3600 };
        const terms = member === null ? range : member === "16" ? james : { ...james, ...anna };
        return member === "48" && annaStatus !== 200
          ? guardPage(annaStatus)
          : ok({ ...services, services: haircut.map((row) => ({ ...row, ...terms })) });
      }),
    );
  const catalogOf = (host: MemoryHost): Catalog | null => readCatalog(host.context(), "4564");
  const usual = "3600:40:40";

  it("are kept where they differ from the usual ones", async () => {
    haircuts({ price_max: 60, price_min: "45.5", seance_length: "5400" });
    expect(catalogOf(await published())).toMatchObject({
      services: [{ id: "331", priceMin: "40", priceMax: "60", seconds: 3600, longest: 5400, usual }],
      staff: [{ terms: "" }, { terms: "331:5400:45.50:60" }],
    });
    haircuts({});
    const same = catalogOf(await published());
    expect(same?.services).toMatchObject([{ seconds: 3600, longest: 3600, usual }]);
    expect(same?.staff.map(({ terms }) => terms)).toEqual(["", ""]);
  });

  it("tell the shortest and the longest duration in whichever order they come", async () => {
    haircuts({ seance_length: 1800 });
    expect(catalogOf(await published())?.services).toMatchObject([{ seconds: 1800, longest: 3600 }]);
    haircuts({ seance_length: null });
    expect(catalogOf(await published())?.services).toMatchObject([{ seconds: 3600, longest: 3600 }]);
  });

  it("are the range of the location while somebody's are not known", async () => {
    haircuts({}, {}, 502);
    const known = catalogOf(await published());
    expect(known).toMatchObject({
      linksKnown: false,
      services: [{ usual: ":40:60" }],
    });
    expect(known?.staff.map(({ terms }) => terms)).toEqual(["", ""]);
  });

  it("outlive a day in which no price changed, and are asked for anew when one did", async () => {
    haircuts({ price_max: 60 });
    const host = await published();
    const next = later(host, "2026-09-20T15:10:00-05:00");
    await currentCatalog(next.context(), "4564");
    expect(urls(next)).toEqual(["book_staff/4564", "book_services/4564"]);
    expect(catalogOf(next)).toMatchObject({ ...catalogOf(host), loadedAt: expect.any(String) as string });
    haircuts({ price_max: 70 }, { price_max: 70 });
    const last = later(next, "2026-09-22T15:10:00-05:00");
    await currentCatalog(last.context(), "4564");
    expect(urls(last)).toHaveLength(4);
    expect(catalogOf(last)?.staff[1]?.terms).toBe("331:3600:40:70");
  });
});

describe("an old catalogue", () => {
  it.each([
    ["2026-09-18T15:04:05+00:00", "2026-09-19T15:03:00+00:00", false],
    ["2026-09-18T15:04:05+00:00", "2026-09-19T15:04:00+00:00", true],
    ["2026-02-28T23:59:00+00:00", "2026-03-02T00:00:00+00:00", true],
    ["2026-09-18T15:04:05+00:00", "2026-09-18T01:00:00+00:00", false],
    ["", "2026-09-18T01:00:00+00:00", true],
    ["2026-09-18", "2026-09-18T01:00:00+00:00", true],
    ["2026-09-18T15:04:05+00:00", "", false],
  ])("loaded at %j is at %j stale: %j", (loadedAt, now, stale) => {
    expect(isStale(loadedAt, now)).toBe(stale);
  });

  it("is asked for again after a day, with two requests while nobody came or went", async () => {
    const host = later(await published(), "2026-09-19T15:03:00-05:00");
    await currentCatalog(host.context(), "4564");
    expect(urls(host)).toEqual([]);
    const next = later(host, "2026-09-19T15:10:00-05:00");
    const loaded = await currentCatalog(next.context(), "4564");
    expect(urls(next)).toEqual(["book_staff/4564", "book_services/4564"]);
    const links = (catalog: Catalog | null): unknown => [
      catalog?.staff,
      catalog?.services,
      catalog?.linksKnown,
    ];
    expect(links(loaded.catalog)).toEqual(links(readCatalog(host.context(), "4564")));
    await currentCatalog(next.context(), "4564");
    expect(urls(next)).toHaveLength(2);
  });

  it("learns what has changed, and who does it", async () => {
    const host = later(await published(), "2026-09-20T15:10:00-05:00");
    const rows = services.services.filter(({ id }) => id !== 333);
    server.use(http.get(`${api}/book_services/:id`, () => ok({ ...services, services: rows })));
    const loaded = await currentCatalog(host.context(), "4564");
    expect(loaded.catalog?.services.map(({ id }) => id)).toEqual(["331", "99055", "400"]);
    expect(urls(host)).toEqual([
      "book_staff/4564",
      "book_services/4564",
      "book_services/4564?staff_id=16",
      "book_services/4564?staff_id=48",
    ]);
    expect(host.customer.get("altegio_services_text")).not.toContain("Beard");
  });

  it("still serves when Altegio does not answer, and the status says so", async () => {
    const host = later(await published(), "2026-09-20T15:10:00-05:00");
    const before = host.customer.get("altegio_catalog");
    server.use(http.get(`${api}/book_services/:id`, () => guardPage(502)));
    const loaded = await currentCatalog(host.context(), "4564");
    expect(loaded).toMatchObject({ problem: "none", catalog: { services: [{ id: "331" }, {}, {}, {}] } });
    expect(host.customer.get("altegio_catalog")).toBe(before);
    expect(host.customer.get("altegio_setup_status")).toContain("refreshing services and staff");
  });

  it("is asked for again by the next operation when Altegio says that a service is gone", async () => {
    const host = await published();
    const [status, sent] = [statusOf(host), urls(host).length];
    noteProblem(host.context(), "slot_taken", "booking");
    await currentCatalog(host.context(), "4564");
    expect(urls(host, sent)).toEqual([]);
    noteProblem(host.context(), "service_gone", "booking");
    expect(statusOf(host)).toBe(status);
    server.use(http.get(`${api}/book_services/:id`, () => ok({ ...services, services: [] })));
    const { catalog } = await currentCatalog(host.context(), "4564");
    expect(catalog?.services).toEqual([]);
    expect(host.customer.get("altegio_services_text")).toBe("");
  });

  it("is asked for again when Altegio does not know somebody any more", async () => {
    const host = await published();
    noteProblem(host.context(), "not_found", "checking free times");
    expect(statusOf(host)).toContain("Altegio does not know what was asked for");
    server.use(http.get(`${api}/book_staff/:id`, () => ok([])));
    const { catalog } = await currentCatalog(host.context(), "4564");
    expect(catalog?.staff).toEqual([]);
  });
});

describe("the list of locations", () => {
  const rows = Array.from({ length: 401 }, (_, index) => ({
    id: index + 1,
    title: `Salon ${index + 1}`,
    city: "Rome",
  }));
  const pages = (failing: number) =>
    http.get(`${marketplace}/application/77/salons`, ({ request }) => {
      const page = Number(new URL(request.url).searchParams.get("page"));
      return page === failing ? guardPage(502) : ok(rows.slice((page - 1) * 200, page * 200));
    });
  const account = { altegio_partner_token: "p", altegio_application_id: " 77.0 " };

  it("is not taken from half of the pages", async () => {
    server.use(pages(2));
    const host = await publish(new MemoryHost({ customer: account }));
    expect(statusLine(host, "Locations")).toMatch(
      /^Locations: not loaded \(page 2\)\. Altegio could not be reached/u,
    );
    expect(host.metadata.get("altegio_location_id")?.["possible_values"]).toEqual([]);
    server.use(pages(0));
    await publish(host);
    expect(host.metadata.get("altegio_location_id")?.["possible_values"]).toHaveLength(401);
  });

  it("is freed of doubles, and ends even when Altegio repeats itself for ever", async () => {
    server.use(
      http.get(`${marketplace}/application/77/salons`, () =>
        ok([...rows.slice(0, 199), ...rows.slice(0, 1)]),
      ),
    );
    const host = await publish(new MemoryHost({ customer: account }));
    expect(host.metadata.get("altegio_location_id")?.["possible_values"]).toHaveLength(199);
    expect(host.calls("SendCommand")).toHaveLength(2);
  });

  it("is written only when it has changed, with each version, and where it was lost with the version", async () => {
    server.use(pages(0));
    const host = await publish(new MemoryHost({ customer: account }));
    const written = (): number =>
      host.calls("SetCustomerMetadataAttribute").filter(({ idn }) => idn === "altegio_location_id").length;
    const first = written();
    await publish(host);
    expect(written()).toBe(first);
    expect(statusLine(host, "Locations")).toContain("401 found");
    host.customer.set("altegio_location_id", "Elsewhere (999999)");
    await publish(host);
    expect(written()).toBe(first + 1);
    host.customer.set("altegio_module_version", "0.0.9");
    const offered = host.persona.get("altegio_offered_locations") ?? "";
    host.persona.set("altegio_offered_locations", offered.replace(definitionsVersion, "0.0.9"));
    await publish(host);
    expect(written()).toBe(first + 2);
    // Declared anew without choices, which come back also where they cannot be loaded at first.
    host.customer.set("altegio_module_version", "");
    server.use(pages(1));
    await publish(host);
    server.use(pages(0));
    await publish(host);
    expect(host.metadata.get("altegio_location_id")?.["possible_values"]).toHaveLength(402);
  });

  it("keeps the present choice even if it is not in it", async () => {
    server.use(pages(0));
    const chosen = { ...account, altegio_location_id: "Business, NY (4564)" };
    const host = await publish(new MemoryHost({ customer: chosen }));
    expect(host.customer.get("altegio_location_id")).toBe("Business, NY (4564)");
    const offered = host.metadata.get("altegio_location_id")?.["possible_values"] as string[];
    expect(offered).toHaveLength(402);
    expect(offered.at(-1)).toBe("Business, NY (4564)");
    expect(statusLine(host, "Locations")).toContain("the chosen one (4564) is not among them");
    const bare = await publish(new MemoryHost({ customer: { ...account, altegio_location_id: " 7 " } }));
    expect(bare.customer.get("altegio_location_id")).toBe(" 7 ");
    expect(statusLine(bare, "Locations")).toBe("Locations: 401 found, one is chosen");
  });
});
