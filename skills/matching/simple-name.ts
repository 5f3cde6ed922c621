/** Reduces names to what counts in a comparison, whatever the alphabet they are written in. */

/**
 * Lower case, Latin letters without accents, no punctuation, signs or emoji, single blanks; line breaks stay. Several
 * names can be given at once, a line each, which costs no more than one.
 */
export function simpleName(text: string): string {
  const plain = text
    .toLowerCase()
    .replace(/[\u0300-\u036f'`’‘´ʼ]/gu, "")
    .replace(/[\ufe00-\ufe0f\t\r -/:-@[-`{-\u00bf\u2000-\u2bff\u{1f000}-\u{1faff}]+/gu, " ")
    .replace(/(?:^ | $)/gu, "")
    .replaceAll(" \n", "\n")
    .replaceAll("\n ", "\n");
  return /[^ -~\n]/u.test(plain) ? latinLetters(plain) : plain;
}

/**
 * Writes Cyrillic and Greek letters as Latin ones and drops accents. Simple on purpose: both sides of a
 * comparison go through it, so it need not be any standard's transliteration.
 *
 * @param text lower case
 */
function latinLetters(text: string): string {
  const western = text
    .replace(/[àáâãäåāăą]/gu, "a")
    .replace(/[èéêëēėęě]/gu, "e")
    .replace(/[ìíîïīįıі]/gu, "i")
    .replace(/[òóôõöøōő]/gu, "o")
    .replace(/[ùúûüūůűų]/gu, "u")
    .replace(/[çćčц]/gu, "c")
    .replace(/[ñńňн]/gu, "n")
    .replace(/[śšşș]/gu, "s")
    .replace(/[źžż]/gu, "z");
  const latin = western
    .replace(/[ýÿ]/gu, "y")
    .replace(/[ťțţ]/gu, "t")
    .replace(/[ďđ]/gu, "d")
    .replace(/[łľ]/gu, "l")
    .replace(/[ř]/gu, "r")
    .replace(/[ğґ]/gu, "g")
    .replaceAll("ß", "ss")
    .replaceAll("æ", "ae")
    .replaceAll("œ", "oe");
  const cyrillic = latin
    .replace(/[аә]/gu, "a")
    .replaceAll("б", "b")
    .replaceAll("в", "v")
    .replace(/[гғ]/gu, "g")
    .replaceAll("д", "d")
    .replace(/[еёэє]/gu, "e")
    .replaceAll("ж", "zh")
    .replaceAll("з", "z")
    .replace(/[ий]/gu, "i")
    .replace(/[кқ]/gu, "k")
    .replaceAll("л", "l")
    .replaceAll("м", "m");
  const slavic = cyrillic
    .replaceAll("ң", "n")
    .replace(/[оө]/gu, "o")
    .replaceAll("п", "p")
    .replaceAll("р", "r")
    .replaceAll("с", "s")
    .replaceAll("т", "t")
    .replace(/[уўүұ]/gu, "u")
    .replaceAll("ф", "f")
    .replace(/[хһ]/gu, "h")
    .replaceAll("ч", "ch")
    .replaceAll("ш", "sh")
    .replaceAll("щ", "sch")
    .replace(/[ъь]/gu, "")
    .replaceAll("ы", "y");
  const eastern = slavic
    .replaceAll("ю", "yu")
    .replaceAll("я", "ya")
    .replaceAll("ї", "i")
    .replaceAll("ј", "j")
    .replaceAll("љ", "lj")
    .replaceAll("њ", "nj")
    .replaceAll("ћ", "c")
    .replaceAll("ђ", "dj")
    .replaceAll("џ", "dz");
  const greek = eastern
    .replace(/[αά]/gu, "a")
    .replaceAll("β", "v")
    .replaceAll("γ", "g")
    .replaceAll("δ", "d")
    .replace(/[εέ]/gu, "e")
    .replaceAll("ζ", "z")
    .replace(/[ηήιίϊυύ]/gu, "i")
    .replaceAll("θ", "th")
    .replaceAll("κ", "k")
    .replaceAll("λ", "l")
    .replaceAll("μ", "m");
  return greek
    .replaceAll("ν", "n")
    .replaceAll("ξ", "x")
    .replace(/[οόωώ]/gu, "o")
    .replaceAll("π", "p")
    .replaceAll("ρ", "r")
    .replace(/[σς]/gu, "s")
    .replaceAll("τ", "t")
    .replaceAll("φ", "f")
    .replaceAll("χ", "ch")
    .replaceAll("ψ", "ps");
}
