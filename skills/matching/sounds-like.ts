/** Brings spellings of one sound together, for names that are heard or come from another alphabet. */

/**
 * `Sophia` and `Sofia`, `Klara` and `Clara`, `Yulia`, `Julia` and `Юлия` made the same.
 *
 * @param text simplified
 */
export function soundsLike(text: string): string {
  const consonants = text
    .replaceAll("sch", "sh")
    .replaceAll("ph", "f")
    .replaceAll("th", "t")
    .replaceAll("kh", "h")
    .replaceAll("ck", "k")
    .replaceAll("qu", "k")
    .replaceAll("x", "ks")
    .replace(/c(?!h)/gu, "k")
    .replaceAll("w", "v")
    .replaceAll("dt", "t")
    .replaceAll("tz", "z");
  const vowels = consonants
    .replace(/[yj]/gu, "i")
    .replaceAll("ii", "i")
    .replaceAll("iu", "u")
    .replaceAll("ei", "ai")
    .replace(/([aou])e/gu, "$1")
    .replace(/([aeiou])h(?![aeiou])/gu, "$1");
  return vowels
    .replace(/aa+/gu, "a")
    .replace(/ee+/gu, "e")
    .replace(/ii+/gu, "i")
    .replace(/oo+/gu, "o")
    .replace(/uu+/gu, "u")
    .replace(/bb+/gu, "b")
    .replace(/dd+/gu, "d")
    .replace(/ff+/gu, "f")
    .replace(/gg+/gu, "g")
    .replace(/kk+/gu, "k")
    .replace(/ll+/gu, "l")
    .replace(/mm+/gu, "m")
    .replace(/nn+/gu, "n")
    .replace(/pp+/gu, "p")
    .replace(/rr+/gu, "r")
    .replace(/ss+/gu, "s")
    .replace(/tt+/gu, "t");
}
