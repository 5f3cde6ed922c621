import { differential } from "./differential.ts";
import { collation } from "../fixtures/collation.ts";
import { letters } from "../fixtures/letters.ts";
import { lists } from "../fixtures/lists.ts";
import { objects } from "../fixtures/objects.ts";
import { regexes } from "../fixtures/regexes.ts";
import { sorting } from "../fixtures/sorting.ts";

differential("lists", lists);
differential("sorting", sorting);
differential("the order of a language", collation);
differential("letters", letters);
differential("objects", objects);
differential("regular expressions", regexes);
