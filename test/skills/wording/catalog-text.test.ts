import { describe, expect, it } from "vitest";
import type { Catalog, Service, StaffMember } from "../../../skills/domain/catalog.ts";
import { servicesAsText, staffAsText } from "../../../skills/wording/catalog-text.ts";

const plain: Service = {
  id: "1",
  name: "Haircut",
  label: "Haircut",
  category: "",
  priceMin: "",
  priceMax: "",
  seconds: 0,
  longest: 0,
  usual: "",
  prepaid: false,
  parts: [],
};
const catalogOf = (
  services: readonly Partial<Service>[],
  staff: readonly Partial<StaffMember>[] = [],
  linksKnown = true,
): Catalog => ({
  location: {
    id: "1",
    title: "Salon",
    city: "",
    countryId: "",
    zone: "",
    currency: "€",
    phone: { code: "", own: [] },
    smsCodeRequired: false,
    emailRequired: false,
    commentRequired: false,
  },
  loadedAt: "",
  services: services.map((service) => ({ ...plain, ...service })),
  staff: staff.map((member) => ({
    id: "1",
    name: "Ann",
    label: "Ann",
    specialization: "",
    services: [],
    terms: "",
    ...member,
  })),
  linksKnown,
});
const textOf = (...services: readonly Partial<Service>[]): string => servicesAsText(catalogOf(services));
/** Services of one category with names of a given length. */
const many = (count: number, length: number, category = "Hair"): readonly Partial<Service>[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `${index}`,
    category,
    name: String(index).padStart(4, "0").padEnd(length, "x"),
  }));

describe("the services as text", () => {
  it("are a line a category, sorted by name in any case, without a category last", () => {
    expect(textOf()).toBe("");
    expect(
      textOf(
        { name: "wash" },
        { name: "trim", category: "beard" },
        { name: "Cut", category: "Hair" },
        { name: "bleach", category: "Hair" },
        { name: "Dry" },
      ),
    ).toBe("beard: trim\nHair: bleach; Cut\nDry; wash");
  });

  it.each<[Partial<Service>, string]>([
    [{ seconds: 59 }, "Haircut"],
    [{ seconds: 60, longest: 60 }, "Haircut (1 min)"],
    [{ seconds: 1830, longest: 3630 }, "Haircut (30-60 min)"],
    [{ seconds: 1800, longest: 0 }, "Haircut (30 min)"],
    [{ priceMin: "5", priceMax: "5", seconds: 1800 }, "Haircut (5 €, 30 min)"],
    [{ priceMin: "5", priceMax: "5" }, "Haircut (5 €)"],
    [{ priceMin: "0", priceMax: "" }, "Haircut"],
    [{ priceMin: "", priceMax: "5" }, "Haircut (up to 5 €)"],
    [{ priceMin: "5", priceMax: "" }, "Haircut (from 5 €)"],
    [{ priceMin: "5", priceMax: "7" }, "Haircut (5-7 €)"],
  ])("%j is %j", (service, text) => {
    expect(textOf(service)).toBe(text);
  });

  it("lose what they cost and take before any is left out, then the ends of the categories", () => {
    const length = (count: number, each: number): number => "Hair: ".length + count * each + (count - 1) * 2;
    // 77 of them have 7781 letters, and with facts more than the 7880 there is room for.
    const fits = many(77, 99).map((service) => ({ ...service, seconds: 1800 }));
    expect(textOf(...fits)).toHaveLength(length(77, 99));
    expect(textOf(...fits.slice(0, 70))).toContain("30 min");
    const exact = [...many(77, 99), { ...plain, category: "Hair", name: "z".repeat(97) }];
    expect(textOf(...exact)).toHaveLength(7880);
    expect(textOf(...exact)).not.toContain("not complete");
    const over = textOf(...many(80, 99)).split("\n");
    expect(over[0]).toMatch(/^Hair: 0000x+; (?:.*)0019x+; and 60 more$/u);
    expect(over.slice(1)).toEqual([expect.stringContaining("This list is not complete")]);
    expect(textOf(...many(80, 390))).toMatch(/0019x+; and 60 more$/mu);
    expect(textOf(...many(80, 410))).toMatch(/0007x+; and 72 more$/mu);
    expect(textOf(...many(80, 1100))).toMatch(/0002x+; and 77 more$/mu);
    expect(textOf(...many(21, 370), ...many(8, 9, "Nails"))).toMatch(
      /0019x+; and 1 more\nNails: .*0007x+$/mu,
    );
  });

  it("end between two of them where nothing else helps", () => {
    const text = textOf(...many(80, 3000));
    expect(text).toMatch(/^Hair: 0000x{2996}; 0001x{2996}[.]{3}\nThis list is not complete[.]/u);
  });
});

describe("the staff as text", () => {
  const services = [
    { id: "1", name: "Cut", label: "cut" },
    { id: "2", name: "Dye", label: "Dye" },
    { id: "3", name: "Bleach", label: "Bleach" },
  ];
  it("is a line a member, sorted, with the services in order where not all are done", () => {
    const staff = [
      { name: "mia", services: ["2", "1"] },
      { name: "Bob", specialization: "Barber", services: ["1", "2", "3"] },
      { name: "Zoe", services: [] },
    ];
    expect(staffAsText(catalogOf(services, staff))).toBe(
      "Bob (Barber)\nmia: cut, Dye\nZoe: no service that can be booked online",
    );
    expect(staffAsText(catalogOf(services, staff, false))).toBe("Bob (Barber)\nmia\nZoe");
    expect(staffAsText(catalogOf(services))).toBe("");
  });

  it("loses services, then all of them, as it becomes too long", () => {
    const all = Array.from({ length: 14 }, (_, at) => ({ id: `${at}`, label: `${at + 10}`.padEnd(30, "x") }));
    const team = (count: number, done: number): string =>
      staffAsText(
        catalogOf(
          all,
          Array.from({ length: count }, (_, at) => ({
            name: `M${at + 100}`,
            services: all.slice(0, done).map(({ id }) => id),
          })),
        ),
      );
    const named = (text: string): readonly number[] => [
      ...new Set(text.split("\n").map((line) => line.split(/: |, /u).length - 1)),
    ];
    expect([1, 20, 40, 60].map((count) => named(team(count, 13)))).toEqual([[12], [6], [3], [0]]);
    expect(team(1, 13)).toMatch(/ and 1 more$/u);
    expect(team(1, 12)).not.toContain("more");
    expect(team(60, 13).split("\n")).toHaveLength(60);
    expect(team(1000, 13)).toMatch(/\nM\d{3,4}[.]{3}$/u);
  });
});

describe("the staff as text", () => {
  it("is sorted by name, and what each does by title, in any case", () => {
    const services = ["b", "A", "C"].map((label, index) => ({ id: String(index), name: label, label }));
    const staff = [
      { name: "bea", label: "bea", services: ["0", "1"] },
      { name: "Al", label: "Al", services: ["2", "0"] },
      { name: "Cy", label: "Cy", services: ["0", "1", "2"] },
    ];
    const lines = staffAsText(catalogOf(services, staff)).split("\n");
    expect(lines).toEqual(["Al: b, C", "bea: A, b", "Cy"]);
  });
});
