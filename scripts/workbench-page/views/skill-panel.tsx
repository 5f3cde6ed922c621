/** A compiled skill and the source of the line that is chosen. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { SkillShown } from "../../sandbox/workbench/protocol.ts";

interface SkillPanelProps {
  readonly skill: SkillShown;
  /** The line that is chosen at first, from 1. */
  readonly line: number;
  readonly onClose: () => void;
}

/** NSL on one side, TypeScript on the other. */
export function SkillPanel({ skill, line: first, onClose }: SkillPanelProps): JSX.Element {
  const [chosen, setChosen] = useState(first - 1);
  const marked = useRef<HTMLLIElement>(null);
  const opened = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    setChosen(first - 1);
    opened.current?.focus();
  }, [skill, first]);
  useEffect(() => {
    marked.current?.scrollIntoView({ block: "nearest" });
  }, [chosen, skill]);
  const origin = skill.origins[chosen] ?? null;
  const lines = origin === null ? [] : (skill.sources[origin.file] ?? []);
  return (
    <section class="card skill-panel" aria-label={`${skill.flow}/${skill.skill}`}>
      <div class="bar">
        <h2>
          {skill.flow}/{skill.skill}
        </h2>
        <button type="button" class="quiet" onClick={onClose}>
          Close
        </button>
      </div>
      <div class="sides">
        <div>
          <p class="hint">NSL: press a line to see the TypeScript that it comes from</p>
          <ol class="code" aria-label="Compiled skill">
            {skill.nsl.map((line, index) => (
              <li key={index}>
                <button
                  ref={index === first - 1 ? opened : null}
                  type="button"
                  aria-pressed={index === chosen}
                  aria-label={`Line ${String(index + 1)}: ${line.trim()}`}
                  onClick={() => {
                    setChosen(index);
                  }}
                >
                  {line === "" ? " " : line}
                </button>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <p class="hint" role="status">
            {origin === null
              ? "The compiler wrote this line itself."
              : `${origin.file}:${String(origin.line)}`}
          </p>
          <ol class="code" aria-label="Source" tabIndex={0}>
            {lines.map((line, index) => {
              const isMarked = index + 1 === origin?.line;
              return (
                <li key={index} ref={isMarked ? marked : null} class={isMarked ? "marked" : ""}>
                  {line === "" ? " " : line}
                </li>
              );
            })}
          </ol>
        </div>
      </div>
    </section>
  );
}
