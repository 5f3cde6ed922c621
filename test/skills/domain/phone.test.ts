import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getCountries, getExampleNumber } from "libphonenumber-js/max";
import mobiles from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { plansFile, renderPlans } from "../../../scripts/phones/render-plans.ts";
import {
  endOfPhone,
  isKeptBack,
  isSamePhone,
  normalisePhone,
  writtenPhone,
} from "../../../skills/domain/phone.ts";
import { root } from "../../assemble/built-module.ts";

const germany = { code: "49" };

describe("normalisePhone", () => {
  const us = { code: "1" };
  const france = { code: "33" };
  const kazakhstan = { code: "7" };
  const austria = { code: "43" };
  const italy = { code: "39" };
  it.each([
    ["+1 (315) 555-0175", us, "13155550175"],
    ["315 555 0175", us, "13155550175"],
    ["13155550175", us, "13155550175"],
    ["0033612345678", us, "33612345678"],
    ["06 12 34 56 78", france, "33612345678"],
    ["612345678", france, "33612345678"],
    ["33612345678", france, "33612345678"],
    ["+49 151 1234567", france, "491511234567"],
    ["8 701 123 45 67", kazakhstan, "77011234567"],
    ["701 123 45 67", kazakhstan, "77011234567"],
    ["06 1234 5678", { code: "39" }, "390612345678"],
    ["9123456789", { code: "91" }, "919123456789"],
    ["13155550175", { code: "" }, "13155550175"],
    ["0171 1234567", germany, "491711234567"],
    ["0151 98765432", germany, "4915198765432"],
    ["171 1234567", germany, "491711234567"],
    ["+49 (0)171 7654321", germany, "491717654321"],
    ["(+49) 171 7654321", germany, "491717654321"],
    ["0049 (0)171 7654321", france, "491717654321"],
    ["49 0151 98765432", germany, "4915198765432"],
    ["49 (0)171 7654321", germany, "491717654321"],
    ["0711 1234567", germany, "497111234567"],
    ["49711123456", germany, "49711123456"],
    ["4915112345678", germany, "4915112345678"],
    ["+0171 1234567", germany, "491711234567"],
    ["01 5550123", austria, "4315550123"],
    ["0664 123456", austria, "43664123456"],
    ["+44 (0)20 7946 0958", germany, "442079460958"],
    ["+20 10 1234 5678", germany, "201012345678"],
    ["+353 01 234 5678", germany, "35312345678"],
    ["330123456", france, "33330123456"],
    ["33 (0)6 12 34 56 78", france, "33612345678"],
    ["+39 06 1234 5678", germany, "390612345678"],
    ["39 06 1234 5678", italy, "390612345678"],
    ["393 123 4567", italy, "393931234567"],
    ["0039 02 1234567", italy, "39021234567"],
    ["390 077 9976", italy, "393900779976"],
    ["(+49) 171 7654321", us, "491717654321"],
    ["315 555 0175 +", us, "13155550175"],
    ["01 61 23 45 67", { code: "229" }, "2290161234567"],
    ["+7 701 123 45 67", germany, "77011234567"],
    ["7 701 123 45 67", kazakhstan, "77011234567"],
    ["7012345678", { code: "7" }, "77012345678"],
    ["8 727 123 45 67", { code: "7" }, "77271234567"],
    ["8 612 34567", { code: "370" }, "37061234567"],
    ["8 029 123 45 67", { code: "375" }, "375291234567"],
    ["06 30 123 4567", { code: "36" }, "36301234567"],
    ["512 345 678", { code: "48" }, "48512345678"],
    ["47 12 34 56", { code: "47" }, "4747123456"],
    ["064 123 4567", { code: "381" }, "381641234567"],
    ["0171 1234567", { code: "" }, ""],
    ["12345", us, ""],
    ["+12345678", us, ""],
    ["sandbox-user-1", us, ""],
    ["+1234567890123456", us, ""],
    ["", us, ""],
  ])("%j of %j is %j", (text, plan, expected) => {
    expect(normalisePhone(text, plan)).toBe(expected);
  });

  it.each([
    "212 555 017",
    "212 555 01755",
    "555-555-5555",
    "+1 555 555 5555",
    "123 456 7890",
    "212 155 0175",
    "911",
    "+49 30",
    "+999 123 456 789",
    "212 555 0175 and 212 555 0176",
  ])("has no plan for %j", (text) => {
    expect(normalisePhone(text, us)).toBe("");
  });

  it.each([
    "212 555 0175 ext 12",
    "212 555 0175 ext. 12",
    "212-555-0175x12",
    "212.555.0175 #12",
    "+1-212-555-0175;ext=7",
    "212 555 0175, extension 1234",
    "(212) 555-0175 доб. 12",
    "212 555 0175 Durchwahl 5",
    "212 555 0175 (ext. 12)",
    "1 212 555 0175 poste 123456",
    "Tel. 212 555 0175 (mobile)",
    "212–555–0175",
  ])("leaves out what only a switchboard needs: %j", (text) => {
    expect(normalisePhone(text, us)).toBe("12125550175");
  });

  it("keeps letters apart that stand between the groups of a number", () => {
    expect(normalisePhone("area 212 then 555 then 0175", us)).toBe("12125550175");
  });
});

describe("isSamePhone", () => {
  it.each([
    ["+52 1 55 1234 5678", "525512345678", true],
    ["+52 55 1234 5678", "525512345678", true],
    ["5255 1234 5679", "525512345678", false],
    ["+55 11 98765-4321", "5511987654321", true],
    ["+55 11 8765-4321", "5511987654321", true],
    ["551187654321", "5511987654321", true],
    ["5511987654321", "551187654321", true],
    ["+55 21 8765-4321", "5511987654321", false],
    ["+55 11 3456-7890", "551134567890", true],
    ["+54 9 11 2345 6789", "541123456789", true],
    ["+54 11 2345 6789", "5491123456789", true],
    ["+54 11 2345 6780", "5491123456789", false],
    ["0151 12345678", "4915112345678", true],
    ["4915112345678", "4915112345678", true],
    ["+43 151 12345678", "4915112345678", false],
    ["13155550175", "13155550175", true],
    ["5215512345678", "525512345678", true],
    ["52155123456789", "5255123456789", false],
    ["995215512345678", "99525512345678", false],
    ["", "4915112345678", false],
  ])("%j and %j in Germany: %s", (written, phone, same) => {
    expect(isSamePhone(written, phone, germany)).toBe(same);
  });
});

describe("writtenPhone", () => {
  it.each([
    ["315 555 0175", "13155550175"],
    ["49 171 7654321", "491717654321"],
    ["12345", ""],
  ])("takes %j for a number of the country first: %j", (text, phone) => {
    expect(writtenPhone(text, { code: "1" })).toBe(phone);
  });
});

describe("a number that is searched by its end", () => {
  it("has seven digits", () => {
    expect(endOfPhone("13155550175")).toBe("5550175");
  });

  it.each([
    ["+1 315 ***-**-75", true],
    ["+1 315 ••• 0175", true],
    ["+1 315 *555 0175", true],
    ["555017", true],
    ["555 0175", false],
  ])("is kept back where it is shown as %j: %s", (written, kept) => {
    expect(isKeptBack(written)).toBe(kept);
  });
});

describe("the plans of all countries", () => {
  const examples = getCountries()
    .map((country) => getExampleNumber(country, mobiles))
    .filter((number) => number !== undefined)
    .filter(({ number }) => number.length >= "+".length + 9);

  it("are those that the library has now", () => {
    expect(readFileSync(join(root, plansFile), "utf8")).toBe(renderPlans());
  });

  it.each(examples.map((number) => [number.country ?? "", number] as const))(
    "take a mobile of %s as it is dialled inside and outside",
    (_, number) => {
      const full = number.number.slice(1);
      const plan = { code: number.countryCallingCode };
      expect(normalisePhone(number.formatInternational(), { code: "49" })).toBe(full);
      // Inside Argentina a mobile is dialled with a 15 in its middle; that is asked for again.
      expect(normalisePhone(number.formatNational(), plan)).toBe(number.country === "AR" ? "" : full);
      expect(normalisePhone(`${full}0000000`, plan)).toBe("");
      expect(writtenPhone(full, plan)).toBe(full);
    },
  );
});
