import { describe, expect, it } from "vitest";
import { commonPhonesAttribute } from "#sdk";
import { callerNumber, isSharedLine } from "../../../skills/hearing/caller-number.ts";
import type { CallerNumber } from "../../../skills/hearing/caller-number.ts";
import { MemoryHost } from "../memory-host.ts";
import type { HostOptions } from "../memory-host.ts";

const plan = { code: "1", own: ["+1 212 555 0100", "2125550101"] };
const own = "+1 315 555 0175";
const onPhone: HostOptions = { actors: { newo_voice: [own] } };

function numberOf(options: HostOptions, stated = ""): CallerNumber {
  return callerNumber(new MemoryHost(options).context(), stated, plan);
}

const none = { phone: "", verified: false, shared: false };
const proven = { phone: "13155550175", verified: true, shared: false };

describe("callerNumber", () => {
  it("is none, and nobody's to share, where there is none and the list of shared ones cannot be read", () => {
    expect(numberOf({ customer: { [commonPhonesAttribute]: "12345, 7" } })).toEqual(none);
  });

  it.each(["", "this number", "The one I'm calling from.", "same", "my number", "my own phone number"])(
    "is that of the call for %j",
    (stated) => {
      expect(numberOf(onPhone, stated)).toEqual(proven);
    },
  );

  it.each([
    "diese Nummer",
    "die Nummer, von der ich gerade anrufe",
    "meine Telefonnummer",
    "ce numéro",
    "le numéro dont j'appelle",
    "este mismo",
    "el número desde el que llamo",
    "questo numero",
    "этот же номер",
    "номер, с которого я звоню",
    "цей номер",
  ])("is that of the call for %j", (stated) => {
    expect(numberOf(onPhone, stated)).toEqual(proven);
  });

  it.each([
    "my wife's number",
    "the one on file",
    "another number",
    "not this number",
    "my work number",
    "call me",
    "number",
    "you have it",
    "andere Nummer",
    "nicht diese",
    "другой номер",
    "не этот номер",
    "at home",
    "555",
  ])("is asked for again after %j", (stated) => {
    expect(numberOf(onPhone, stated)).toEqual(none);
  });

  it("is proven only where everything comes by phone, and from this number", () => {
    expect(numberOf(onPhone, "315 555 0175")).toEqual(proven);
    expect(numberOf(onPhone, "315 555 0176")).toEqual({ ...proven, phone: "13155550176", verified: false });
    for (const other of ["newo_chat", "telegram", "instagram", "whatsapp", "facebook", "email", "new"]) {
      const mixed = { actors: { [other]: ["13155550175"], newo_voice: [own] } };
      expect(numberOf(mixed), other).toEqual({ ...proven, verified: false });
      expect(numberOf({ actors: { [other]: ["13155550175"] } }, own)).toEqual({ ...proven, verified: false });
      expect(numberOf({ actors: { [other]: ["13155550175"] } })).toEqual(none);
    }
    expect(numberOf({ actors: { newo_voice: [own], twilio_messenger: [own] } })).toEqual(proven);
    expect(numberOf({ user: { phone: own } })).toEqual({ ...proven, verified: false });
    expect(numberOf({})).toEqual(none);
  });

  it.each(["266696687", "7378742833", "2562533", "8656696", "86282452253"])(
    "is none where the carrier reports %s for a number that is withheld",
    (reported) => {
      for (const written of [reported, `+${reported}`]) {
        expect(numberOf({ actors: { newo_voice: [written] } })).toEqual(none);
        expect(numberOf({ actors: { newo_chat: ["x"] } }, written)).toEqual(none);
        expect(numberOf({ actors: { newo_voice: [written] }, user: { phone: written } })).toEqual(none);
      }
    },
  );

  it.each(["1111111111", "+49 555 5555555", "1234567890", "0123456789", "12345678", "9876543210"])(
    "is none for %s, which only fills a field",
    (written) => {
      const german = { code: "49", own: [] };
      const said = (text: string) => callerNumber(new MemoryHost({}).context(), text, german);
      expect(said(written)).toEqual(none);
      expect(said("0151 12345678")).toMatchObject({ phone: "4915112345678" });
    },
  );

  it.each(["anonymous", "restricted", "unknown", "Unavailable", "sip:anonymous@anonymous.invalid"])(
    "is none where the channel says %s",
    (written) => {
      expect(numberOf({ actors: { newo_voice: [written] } })).toEqual(none);
      expect(numberOf(onPhone, written)).toEqual(none);
    },
  );

  it.each(["+12125550100", "(212) 555-0101"])("is none for the location's own %s", (written) => {
    expect(numberOf({ actors: { newo_voice: [written] } })).toEqual(none);
    expect(numberOf(onPhone, written)).toEqual(none);
    expect(numberOf({ actors: { newo_voice: [written, own] } })).toEqual(proven);
  });

  it.each(['["+13155550175"]', "315-555-0175; +1 999 999 9999", "+1 (315) 555-0175\n+1 2"])(
    "proves nothing where several people use it: %j",
    (listed) => {
      const customer = { project_attributes_setting_common_phone_numbers: listed };
      for (const stated of ["", own]) {
        expect(numberOf({ ...onPhone, customer }, stated)).toEqual({
          ...proven,
          verified: false,
          shared: true,
        });
      }
    },
  );
});

describe("isSharedLine", () => {
  const listed = { project_attributes_setting_common_phone_numbers: own };
  it.each<[string, HostOptions, boolean]>([
    ["a line of one's own", onPhone, false],
    ["one that is listed", { ...onPhone, customer: listed }, true],
    ["a withheld number", { actors: { newo_voice: ["266696687"] } }, true],
    ["the location's own number", { actors: { vapi: [own], newo_voice: ["+12125550100"] } }, true],
    ["a chat", { actors: { newo_chat: ["266696687", own] }, customer: listed }, false],
    ["nobody", {}, false],
  ])("%s", (_, options, shared) => {
    expect(isSharedLine(new MemoryHost(options).context(), plan)).toBe(shared);
  });
});
