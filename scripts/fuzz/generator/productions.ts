/** What expressions are made of: the productions of every kind. */
import { booleans } from "./booleans.ts";
import { ints } from "./ints.ts";
import { intLists, recordLists, records, textLists } from "./lists.ts";
import type { Productions } from "./scope.ts";
import { maybeTexts, texts } from "./texts.ts";

/** The productions, by the kind they give. */
export const productions: Productions = {
  int: ints,
  text: texts,
  bool: booleans,
  maybe: maybeTexts,
  ints: intLists,
  texts: textLists,
  rec: records,
  recs: recordLists,
};
