import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { joinJson, plainJson, readMember, replaceValue, splitJson } from "../../../skills/setup/json-text.ts";

const member = (piece: string): string => readMember(piece).value;

describe("splitJson and joinJson", () => {
  it.each([
    ["{}", []],
    [" [ ] ", []],
    ['{"a": 1.50, "b" : [1, {"c": "},]\\""}] }', ['"a": 1.50', ' "b" : [1, {"c": "},]\\""}] ']],
    ['[1,"é😀",null]', ["1", '"é😀"', "null"]],
  ])("take %j apart", (text, pieces) => {
    expect(splitJson(text)).toEqual(pieces);
  });

  it("give back every byte of any JSON, however it is laid out", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue())),
        fc.constantFrom(undefined, 1, "\t"),
        fc.constantFrom("", " ", "\n"),
        (value, indent, around) => {
          const text = `${around}${JSON.stringify(value, null, indent)}${around}`;
          const pieces = splitJson(text);
          expect(pieces).toHaveLength(Object.keys(value).length);
          expect(pieces.length === 0 ? text : joinJson(text, pieces)).toBe(text);
          if (!Array.isArray(value)) {
            const entries = pieces.map((piece) => [
              readMember(piece).key,
              JSON.parse(member(piece)) as unknown,
            ]);
            expect(Object.fromEntries(entries)).toEqual(JSON.parse(text));
          }
        },
      ),
    );
  });

  it("keep key and blanks of a piece whose value is replaced", () => {
    expect(replaceValue('\n  "a" :  [1,\n 2]\n ', "true")).toBe('\n  "a" :  true\n ');
    expect(joinJson(" [ ] ", ["1", " 2"])).toBe(" [1, 2] ");
    expect(readMember('"a\\u0062\\"": "x"')).toEqual({ key: 'ab"', value: '"x"' });
  });
});

describe("plainJson", () => {
  it("is the same for the same JSON in another layout, and empty for none", () => {
    expect(plainJson('{ "a": [ 1, 2 ] }')).toBe(plainJson('{"a":[1,2]}'));
    expect(plainJson('{"a":[1,2]}')).not.toBe(plainJson('{"a":[2,1]}'));
    expect(plainJson("{")).toBe("");
  });
});
