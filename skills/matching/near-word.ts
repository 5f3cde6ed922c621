/** Words that are nearly the same: heard or spelled a letter apart. */

/**
 * True when two words are equal or differ by one letter that was changed, left out or added. Short words must be
 * equal: among them one letter makes another word.
 *
 * @param a as `simpleName` leaves it
 * @param b likewise
 */
export function isNearWord(a: string, b: string): boolean {
  const short = a.length <= b.length ? a : b;
  const long = a.length <= b.length ? b : a;
  if (a === b || short.length < 4 || long.length - short.length > 1) {
    return a === b;
  }
  let same = 0;
  for (let index = 0; index < short.length; index += 1) {
    if (short.charAt(index) !== long.charAt(index)) {
      break;
    }
    same = index + 1;
  }
  const changed = short.length === long.length ? 1 : 0;
  return short.slice(same + changed) === long.slice(same + 1);
}
