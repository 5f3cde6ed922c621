/** A line of the set-up status, from which the attributes it names can be reached. */
import type { JSX } from "preact";
import type { AttributeShown } from "../../sandbox/workbench/protocol.ts";

interface StatusLineProps {
  readonly line: string;
  readonly attributes: readonly AttributeShown[];
  /** Has the field of an attribute shown. */
  readonly onAttribute: () => void;
}

/** Each idn of an attribute that a person enters leads to its field. */
export function StatusLine({ line, attributes, onAttribute }: StatusLineProps): JSX.Element {
  const entered = new Set(attributes.flatMap(({ idn, owner }) => (owner === "user" ? [idn] : [])));
  return (
    <>
      {line.split(/(\w+)/u).map((word, at) =>
        entered.has(word) ? (
          <button
            key={at}
            type="button"
            class="quiet"
            onClick={() => {
              onAttribute();
              // The field is there as soon as what was pressed has taken effect.
              requestAnimationFrame(() => document.getElementById(word)?.focus());
            }}
          >
            {word}
          </button>
        ) : (
          word
        ),
      )}
    </>
  );
}
