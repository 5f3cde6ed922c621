/** One appointment in the calendar: to be dragged, pressed, and reached with the arrow keys. */
import type { ComponentChildren, JSX } from "preact";
import type { EntryShown } from "../../sandbox/workbench/protocol.ts";
import { useFocusWhenWanted } from "../focus.ts";
import { timeOf } from "../times.ts";
import { entryAt } from "../walk.ts";

const dragged = "text/plain";

interface EntryButtonProps {
  readonly entry: EntryShown;
  /** Those that the arrow keys lead to, in their lanes. */
  readonly entries: readonly EntryShown[];
  readonly laneOf: (entry: EntryShown) => number;
  readonly isBusy: boolean;
  readonly style?: Readonly<Record<string, string>>;
  readonly onOpen: () => void;
  /** What stands below the title. */
  readonly children: ComponentChildren;
}

/** Time and title, and what the view adds. */
export function EntryButton(props: EntryButtonProps): JSX.Element {
  const { entry, entries, laneOf, isBusy, style, onOpen, children } = props;
  const place = useFocusWhenWanted<HTMLButtonElement>(placeOf(entry));
  return (
    <button
      ref={place}
      type="button"
      class="entry"
      draggable={!isBusy}
      style={style}
      title={entry.line}
      data-line={entry.line}
      onDragStart={(event) => {
        const held = event.clientY - event.currentTarget.getBoundingClientRect().top;
        event.dataTransfer?.setData(dragged, JSON.stringify({ line: entry.line, held }));
      }}
      onKeyDown={(event) => {
        const next = entryAt(event.key, entry, entries, laneOf);
        if (next !== null) {
          event.preventDefault();
          document.querySelector<HTMLElement>(`[data-line="${CSS.escape(next.line)}"]`)?.focus();
        }
      }}
      onClick={onOpen}
    >
      <b>{timeOf(entry.start)}</b> {entry.title}
      <span dir="auto">{children}</span>
    </button>
  );
}

/** Names a place, for the focus of what comes there. */
export function placeOf({ day, start, column }: Pick<EntryShown, "day" | "start" | "column">): string {
  return `${day} ${String(start)} ${column}`;
}

/** What is dropped: the line of an appointment, and how many pixels below its top it is held; null for anything else. */
export function droppedOn(event: DragEvent): { readonly line: string; readonly held: number } | null {
  event.preventDefault();
  try {
    const value = JSON.parse(event.dataTransfer?.getData(dragged) ?? "") as {
      line?: unknown;
      held?: unknown;
    };
    const { line, held } = value;
    return typeof line === "string" && typeof held === "number" ? { line, held } : null;
  } catch {
    return null;
  }
}
