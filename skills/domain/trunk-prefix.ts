/** Trunk prefixes: digits that are dialled before a number inside its country and left out after the code. */

/** Where a zero at the beginning belongs to the number: Italy and its neighbours, four countries of West and Central Africa. */
const zeroBelongs: readonly string[] = ["39", "378", "379", "225", "226", "229", "242"];

/**
 * A number as it is dialled inside a country without its trunk prefix; unchanged when it has none.
 *
 * @param digits without the country code
 * @param code digits of the country code
 */
export function withoutTrunkPrefix(digits: string, code: string): string {
  if (zeroBelongs.includes(code)) {
    return digits;
  }
  // Kazakhstan, Lithuania, Belarus and Hungary: the length tells an eight of the number from the prefix.
  if ((code === "7" && /^8[0-9]{10}$/u.test(digits)) || (code === "370" && /^8[0-9]{8}$/u.test(digits))) {
    return digits.slice(1);
  }
  if ((code === "375" && /^80[0-9]{9}$/u.test(digits)) || (code === "36" && digits.startsWith("06"))) {
    return digits.slice(2);
  }
  return digits.replace(/^0+/u, "");
}

/**
 * A number with its country code, without a trunk zero after it: `49171...` of `+49 (0)171 ...`.
 *
 * @param digits with a country code of any country
 */
export function withoutTrunkZero(digits: string): string {
  // No code is the beginning of another: 1 and 7, the codes of two digits, and all others of three.
  const parts = digits.match(
    /^(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|(?:2[1-689]|3[578]|42|5[09]|6[7-9]|8[035789]|9[679])[0-9])0+([0-9]*)$/u,
  );
  const code = parts?.[1] ?? "";
  return code === "" || zeroBelongs.includes(code) ? digits : `${code}${parts?.[2] ?? ""}`;
}
