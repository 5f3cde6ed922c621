/** The number a caller is known by, and whether the channel vouches for it. */
import { commonPhonesAttribute, phoneIntegrations } from "#sdk";
import type { Actor, SkillContext } from "#sdk";
import { digitsOf, isSamePhone, normalisePhone, writtenPhone } from "../domain/phone.ts";
import type { PhonePlan } from "../domain/phone.ts";
import { isOwnLine } from "./own-line.ts";

/** Digits with the country code; "" when there is none. */
export interface CallerNumber {
  readonly phone: string;
  /** Everything the person ever wrote or said came by phone, from this very number, and only one person uses it. */
  readonly verified: boolean;
  /** Several people use it: it says nothing of who is meant, and nothing is booked under it. */
  readonly shared: boolean;
}

/**
 * What carriers report in place of a number that is withheld: the letters of anonymous, restricted, blocked, unknown
 * and unavailable on a dial (docs/platform.md, "Phone numbers").
 */
const withheld: readonly string[] = [
  "266696687",
  "7378742833",
  "17378742833",
  "2562533",
  "8656696",
  "86282452253",
];

/**
 * The number that was said; without one, or for words such as `this number`, that of the channel, else the one the
 * platform knows of the user. A number that no plan has, that a carrier puts in place of another or that is the
 * location's own is none, and is asked for again.
 *
 * A number proves who is speaking only when the conversation itself comes from it: one that was merely said, also to a
 * chat, proves nothing.
 *
 * @param stated what the caller said for a number, "" when nothing
 */
export function callerNumber(ctx: SkillContext, stated: string, plan: PhonePlan): CallerNumber {
  const actors = ctx.getActors("");
  const calls = actors.filter((actor) => isPhone(actor));
  const isSaid = stated !== "" && !isOwnLine(stated);
  const lines = calls.map((actor) => personalPhone(actor.externalId, plan)).filter((line) => line !== "");
  const ownLine = lines[0] ?? personalPhone(ctx.getUser("phone"), plan);
  const said = isSaid ? normalisePhone(stated, plan) : "";
  const phone = !isSaid ? ownLine : isNobodys(stated, said, plan) ? "" : said;
  if (phone === "") {
    return { phone, verified: false, shared: false };
  }
  const shared = isListed(sharedNumbers(ctx), phone, plan);
  const isCall = calls.length === actors.length && lines.some((line) => isSamePhone(line, phone, plan));
  return { phone, verified: isCall && !shared, shared };
}

/** What the lines of a person tell of who is speaking, without a number that was said. */
export interface CallerLine {
  /**
   * The person is known by a line that is several people's or nobody's: the platform takes all who call from it for one,
   * and keeps their appointments together.
   */
  readonly isShared: boolean;
  /** Everything the person ever wrote or said came by phone, from lines that only they use. */
  readonly isVerified: boolean;
}

/** The lines the person has called from, read once. */
export function callerLine(ctx: SkillContext, plan: PhonePlan): CallerLine {
  const actors = ctx.getActors("");
  const lines = actors
    .filter((actor) => isPhone(actor))
    .map((actor) => personalPhone(actor.externalId, plan));
  const listed = lines.length === 0 ? [] : sharedNumbers(ctx);
  const isShared = lines.some((line) => line === "" || isListed(listed, line, plan));
  return { isShared, isVerified: lines.length > 0 && lines.length === actors.length && !isShared };
}

/** True where what is known of the person may be another's (`CallerLine`). */
export function isSharedLine(ctx: SkillContext, plan: PhonePlan): boolean {
  return callerLine(ctx, plan).isShared;
}

function isPhone(actor: Actor): boolean {
  return phoneIntegrations.some((name) => name === actor.integrationIdn);
}

/**
 * The numbers the account lists as used by several people. Core keeps its settings with the customer. The list's form is
 * not documented: numbers are whatever stands between commas, quotes and lines.
 */
function sharedNumbers(ctx: SkillContext): readonly string[] {
  return ctx.getCustomerAttribute(commonPhonesAttribute).match(/[+0-9][0-9 ()./-]*/gu) ?? [];
}

function isListed(listed: readonly string[], phone: string, plan: PhonePlan): boolean {
  return listed.some((written) => isSamePhone(written, phone, plan));
}

/** The number of a channel; "" for one that is nobody's. */
function personalPhone(written: string, plan: PhonePlan): string {
  const phone = writtenPhone(written, plan);
  return isNobodys(written, phone, plan) ? "" : phone;
}

/** Numbers inside a country that only fill a field: one digit again and again, and digits as they are counted. */
const fillers =
  /^(?:0{7,}|1{7,}|2{7,}|3{7,}|4{7,}|5{7,}|6{7,}|7{7,}|8{7,}|9{7,}|0?12345678(?:90?)?|98765432(?:10?)?)$/u;

/**
 * True for what carriers report in place of a number, for the location's own numbers, and for digits that only fill a
 * field.
 */
function isNobodys(written: string, phone: string, plan: PhonePlan): boolean {
  const national = phone.startsWith(plan.code) ? phone.slice(plan.code.length) : phone;
  return (
    withheld.includes(digitsOf(written)) ||
    fillers.test(national) ||
    plan.own.some((own) => isSamePhone(own, phone, plan))
  );
}
