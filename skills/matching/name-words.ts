/** Words of a spoken name: which of them name nothing, and which mean the same. */

/** Simplified words around a name, in the languages callers are most likely to speak; `without` is not one. */
const fillers =
  " a an the my your our me i we want would like need get have book booking please thanks just some something any anything for of on in at to with and or appointment service mr mrs ms miss dr doctor doktor prof professor ein eine einen einer der die das den dem mein meine meinen meiner fur und oder mit bei von zu zum zur bitte termin ich mochte etwas herr frau un une des de la le les du et ou pour avec el una y o para con por favor i na dlya k u s ili pozhaluista hochu ";

/**
 * What was said without the words that name nothing; all of it when there are no others.
 *
 * @param said simplified
 */
export function namingWords(said: string): string {
  const words = said.split(" ").filter((word) => !fillers.includes(` ${word} `));
  return words.length === 0 ? said : words.join(" ");
}

/**
 * Words for whom a service is, for a haircut and for minutes, made the same: `haircut for men`, `man's cut`; without
 * those that join two names, as in `haircut and beard`. Each side of a comparison has to go through it.
 *
 * @param text simplified; may have several lines
 */
export function sameWords(text: string): string {
  // Each word between two blanks of its own.
  return ` ${text.replaceAll(" ", "  ").replaceAll("\n", " \n ")} `
    .replace(/ (?:women|womens|woman|womans|ladies|ladys|lady|female|females|wife|zhen[a-z]*) /gu, " ladies ")
    .replace(
      / (?:men|mens|man|mans|gents|gentleman|gentlemen|gentlemens|male|males|husband|guys|muzh[a-z]*) /gu,
      " men ",
    )
    .replace(
      / (?:children|childrens|child|childs|kid|kids|boy|boys|girl|girls|son|sons|daughter|daughters|det|deti|detei|detyam|detsk[a-z]*|rebenok|rebenka) /gu,
      " children ",
    )
    .replace(/ (?:cut|cuts|hair {2}cut|hair {2}cuts) /gu, " haircut ")
    .replace(/ (?:minutes?|mins|minut[a-z]*) /gu, " min ")
    .replace(/ (?:and|with|plus|und|mit|et|avec|con|y|i|s) /gu, " ")
    .replace(/ +/gu, " ")
    .replaceAll(" \n", "\n")
    .replaceAll("\n ", "\n")
    .replace(/(?:^ | $)/gu, "");
}
