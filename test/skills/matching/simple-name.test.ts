import { describe, expect, it } from "vitest";
import { simpleName } from "../../../skills/matching/simple-name.ts";
import { soundsLike } from "../../../skills/matching/sounds-like.ts";

describe("simpleName", () => {
  it.each([
    ["àáâãäåāăą", "aaaaaaaaa"],
    ["èéêëēėęě", "eeeeeeee"],
    ["ìíîïīįıі", "iiiiiiii"],
    ["òóôõöøōő", "oooooooo"],
    ["ùúûüūůűų", "uuuuuuuu"],
    ["çćčц", "cccc"],
    ["ñńňн", "nnnn"],
    ["śšşș", "ssss"],
    ["źžż", "zzz"],
    ["ýÿ", "yy"],
    ["ťțţ", "ttt"],
    ["ďđ", "dd"],
    ["łľ", "ll"],
    ["řğґ", "rgg"],
    ["ßæœ", "ssaeoe"],
    ["абвгдеёжз", "abvgdeezhz"],
    ["ийклмноп", "iiklmnop"],
    ["рстуфхцч", "rstufhcch"],
    ["шщъыьэюя", "shschyeyuya"],
    ["әғқңөўүұһ", "agknouuuh"],
    ["єїјљњћђџ", "eijljnjcdjdz"],
    ["αάβγδεέζ", "aavgdeez"],
    ["ηήιίϊυύθκλμ", "iiiiiiithklm"],
    ["νξοόωώπρ", "nxoooopr"],
    ["σςτφχψ", "sstfchps"],
  ])("writes %s as %s", (text, latin) => {
    expect(simpleName(text)).toBe(latin);
    expect(simpleName(text.toUpperCase()).length).toBeGreaterThan(0);
  });

  it.each([
    ["O'Neil's `a’b‘c´dʼe", "oneils abcde"],
    ['a \t.,;:!?"“”()[]{}\\/+&_|–—-\rb', "a b"],
    ["  a  ", "a"],
    ["a - \n - b", "a\nb"],
    ["a\n\nb", "a\n\nb"],
    ["a@b#1~", "a b 1"],
    ["«Анна»", "anna"],
    ["⭐Mila★Novak 💅🏽", "mila novak"],
    ["*Cut*™ №1\u00a0❤️", "cut 1"],
    ["Jose\u0301 Mun\u0303oz", "jose munoz"],
  ])("leaves of %j what counts", (text, simple) => {
    expect(simpleName(text)).toBe(simple);
  });
});

describe("soundsLike", () => {
  it.each([
    ["schmidt", "shmit"],
    ["sophia", "sofia"],
    ["thomas", "tomas"],
    ["mikhail", "mihail"],
    ["becker", "beker"],
    ["quentin", "kentin"],
    ["alexa", "aleksa"],
    ["carl", "karl"],
    ["charlie", "charlie"],
    ["walter", "valter"],
    ["moritz", "moriz"],
    ["yuliia", "ulia"],
    ["julia", "ulia"],
    ["meier", "maier"],
    ["mayer", "maier"],
    ["mueller", "muler"],
    ["joerg", "iorg"],
    ["sarah", "sara"],
    ["noah", "noa"],
    ["johannes", "iohanes"],
    ["aaron", "aron"],
    ["eebb", "eb"],
    ["ddffgg", "dfg"],
    ["kkllmm", "klm"],
    ["nnoopp", "nop"],
    ["rrsstt", "rst"],
    ["uu", "u"],
    ["aaa eee iii ooo uuu", "a e i o u"],
    ["bbb ddd fff ggg kkk", "b d f g k"],
    ["lll mmm nnn ppp rrr sss ttt", "l m n p r s t"],
  ])("hears %j as %j", (text, sound) => {
    expect(soundsLike(text)).toBe(sound);
  });
});
