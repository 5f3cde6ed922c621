import { describe, expect, it } from "vitest";
import { readCatalog } from "../../../skills/domain/catalog.ts";
import type { Catalog } from "../../../skills/domain/catalog.ts";
import { chooseServices } from "../../../skills/matching/choose-services.ts";
import { chooseTeam } from "../../../skills/matching/choose-team.ts";
import { meansAll } from "../../../skills/matching/means-all.ts";
import { planVisit } from "../../../skills/matching/plan-visit.ts";
import { separately } from "../../../skills/matching/separately.ts";
import { salon, scripted } from "../scripted.ts";

/** A haircut is done by four, a colouring by Anna, a beard trimmed by James. */
async function catalogOf(): Promise<Catalog> {
  const { ctx } = scripted({}, { customer: await salon() });
  const catalog = readCatalog(ctx, "4564");
  const [james, anna] = catalog?.staff ?? [];
  if (catalog === null || james === undefined || anna === undefined) {
    throw new Error("no catalogue");
  }
  const more = ["Mila", "Boris", "Zed"].map((name, index) => ({
    ...anna,
    id: String(60 + index),
    name,
    label: name,
    services: name === "Zed" ? [] : ["331"],
  }));
  return { ...catalog, staff: [james, anna, ...more] };
}

describe("a team", () => {
  const chosen = async (
    options: readonly string[],
    excluded: readonly string[],
    service = "Haircut",
    more: object = {},
  ) => {
    const catalog = { ...(await catalogOf()), ...more };
    return chooseTeam(catalog, planVisit(catalog, [service], ""), options, excluded);
  };

  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ["of two who are named", ["James", "Anna"], [], ["16", "48"]],
    ["of all but one", [], ["James"], ["48", "60", "61"]],
    ["of two, one of whom is not wanted", ["James", "Anna"], ["Anna"], ["16"]],
    ["left open where nobody is left out", [], ["Peter", "Zed"], []],
    ["left open beside anybody", ["Anna", "anyone"], [], []],
    ["left open where all are named", ["James", "Anna", "Mila", "Boris"], [], []],
    ["of those who do it among the named", ["James", "Zed"], [], ["16"]],
  ])("is %s", async (_, options, excluded, ids) => {
    expect(await chosen(options, excluded)).toEqual({ question: "", isUnknown: false, ids });
  });

  it("is of four at most", async () => {
    const { staff } = await catalogOf();
    const six = Array.from({ length: 6 }, (_, index) => ({
      ...staff[1],
      id: String(index),
      name: `N${String(index)}`,
      label: `N${String(index)}`,
      services: ["331"],
    }));
    const { ids } = await chosen([], ["N0"], "Haircut", { staff: six });
    expect(ids).toEqual(["1", "2", "3", "4"]);
  });

  it("may be of anybody where it is not known who does what", async () => {
    expect((await chosen(["Zed", "Anna"], [], "Haircut", { linksKnown: false })).ids).toEqual(["48", "62"]);
  });

  it("is asked about where there is nobody of a name, or who does not do it", async () => {
    const unknown = await chosen(["James", "Zoe"], []);
    expect([unknown.isUnknown, unknown.ids]).toEqual([true, []]);
    expect(unknown.question).not.toBe("");
    const others = await chosen(["James", "Mila"], [], "Coloring");
    expect(others.question).toMatch(/Anna/u);
    expect(others.ids).toEqual([]);
  });

  it("is asked about where nobody is left", async () => {
    const none = await chosen([], ["James"], "Beard trim");
    expect(none.question).toMatch(/^Beard trim can be done by: James, and by nobody else/u);
    expect([none.isUnknown, none.ids]).toEqual([false, []]);
  });
});

describe("several visits in place of one", () => {
  it("are named with who does each", async () => {
    const { staff, services } = await catalogOf();
    const of = (...ids: readonly string[]) => services.filter(({ id }) => ids.includes(id));
    expect(separately(staff, of("333", "99055"))).toMatch(
      /^Beard trim can be done by: James; Coloring can be done by: Anna$/u,
    );
    expect(separately(staff.slice(1), of("333", "99055"))).toBe("");
    expect(separately(staff, of("331"))).toMatch(/ or /u);
    const [whole] = of("331");
    const composite = whole === undefined ? [] : [{ ...whole, id: "9", parts: ["331", "333"] }];
    expect(separately(staff, composite)).toMatch(/: James$/u);
    expect(separately(staff.slice(1), composite)).toBe("");
  });
});

describe("all of them", () => {
  it.each([
    ["both of them", true],
    ["alle beide", true],
    ["ALL", true],
    ["обе", true],
    ["the ballet", false],
    ["both", true],
    ["one", false],
    ["", false],
  ])("are meant by %j: %s", (said, all) => {
    expect(meansAll(said)).toBe(all);
  });
});

describe("a service that was copied from the list", () => {
  const list = ["Haircut", "Haircut (short)", "Beard trim"].map((name, index) => ({
    id: String(index),
    name,
    label: name,
    category: "",
  }));
  it.each<[string, readonly string[]]>([
    ["Haircut (40-60 $, 60 min)", ["0"]],
    ["Haircut(40 $)", ["0"]],
    ["Beard trim   (20)", ["2"]],
    ["Haircut (short)", ["1"]],
    ["Beard trim (20 $) and Haircut (40 $)", ["2", "0"]],
  ])("is found: %j", (said, ids) => {
    expect(chooseServices(list, [said])).toEqual({ question: "", isUnknown: false, ids });
  });
});
