/** One appointment: what the team can do with it without dragging. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { JSX } from "preact";
import type { EntryShown } from "../../sandbox/workbench/protocol.ts";
import { wantFocus } from "../focus.ts";
import { minutesOf, timeOf } from "../times.ts";
import type { ViewProps } from "../view-props.ts";
import { placeOf } from "./entry-button.tsx";

interface EntryDialogProps {
  readonly entry: EntryShown;
  readonly columns: readonly string[];
  readonly act: ViewProps["act"];
  /** Hears of the day an appointment has been moved to. */
  readonly onMoved: (day: string) => void;
  readonly onClose: () => void;
}

/** Closes with Escape, and when the team has done something. */
export function EntryDialog({ entry, columns, act, onMoved, onClose }: EntryDialogProps): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [day, setDay] = useState(entry.day);
  const [time, setTime] = useState(timeOf(entry.start));
  const [column, setColumn] = useState(entry.column);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const move = async (): Promise<void> => {
    const to = { day, start: minutesOf(time), column };
    // Closing first gives the focus back, so that it stays there when the move is refused.
    dialog.current?.close();
    wantFocus(placeOf(to));
    if (await act({ do: "move", line: entry.line, to })) {
      onMoved(day);
    } else {
      wantFocus("");
    }
  };
  return (
    <dialog ref={dialog} aria-labelledby="entry-title" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void move();
        }}
      >
        <h2 id="entry-title">{entry.title}</h2>
        <p dir="auto">{entry.who}</p>
        <label>
          Day
          <input
            type="date"
            required
            value={day}
            onInput={(event) => {
              setDay(event.currentTarget.value);
            }}
          />
        </label>
        <label>
          Time
          <input
            type="time"
            required
            step={300}
            value={time}
            onInput={(event) => {
              setTime(event.currentTarget.value);
            }}
          />
        </label>
        <label>
          With
          <select
            value={column}
            onChange={(event) => {
              setColumn(event.currentTarget.value);
            }}
          >
            {columns.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
        <div class="bar">
          <button type="submit" class="main">
            Move as the team
          </button>
          <button
            type="button"
            class="danger"
            onClick={() => {
              dialog.current?.close();
              void act({ do: "cancel", line: entry.line });
            }}
          >
            Cancel as the team
          </button>
          <button type="button" onClick={() => dialog.current?.close()}>
            Close
          </button>
        </div>
      </form>
    </dialog>
  );
}
