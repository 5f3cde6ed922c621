/** A form made from a JSON schema: what a model would answer, a person fills in. */
import { useState } from "preact/hooks";
import type { JSX } from "preact";

type Schema = Readonly<Record<string, unknown>>;

interface SchemaFormProps {
  readonly schema: Schema;
  /** What is known already, by property. */
  readonly known: Readonly<Record<string, unknown>>;
  readonly onAnswer: (value: Readonly<Record<string, unknown>>) => void;
}

/** A field for each property of an object. */
export function SchemaForm({ schema, known, onAnswer }: SchemaFormProps): JSX.Element {
  const properties = Object.entries(recordOf(schema["properties"])).map(
    ([name, property]) => [name, recordOf(property)] as const,
  );
  const [entered, setEntered] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(properties.map(([name, property]) => [name, textOf(known[name], property)])),
  );
  return (
    <form
      class="schema-form"
      onSubmit={(event) => {
        event.preventDefault();
        onAnswer(
          Object.fromEntries(
            properties.map(([name, property]) => [name, valueOf(entered[name] ?? "", property)]),
          ),
        );
      }}
    >
      {properties.map(([name, property], index) => (
        <Field
          key={name}
          name={name}
          isFirst={index === 0}
          schema={property}
          text={entered[name] ?? ""}
          onText={(text) => {
            setEntered({ ...entered, [name]: text });
          }}
        />
      ))}
      <button type="submit" class="main">
        Answer
      </button>
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly isFirst: boolean;
  readonly schema: Schema;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function Field({ name, isFirst, schema, text, onText }: FieldProps): JSX.Element {
  const id = `answer-${name}`;
  const about = String(schema["description"] ?? "");
  const type = typeOf(schema);
  const words = Array.isArray(schema["enum"]) ? schema["enum"].map(String) : null;
  const common = {
    id,
    ref: (element: HTMLElement | null) => {
      if (isFirst && element !== null && !element.dataset["seen"]) {
        element.dataset["seen"] = "yes";
        element.focus();
      }
    },
    "aria-describedby": about === "" ? undefined : `${id}-about`,
    onInput: (event: { currentTarget: { value: string } }) => {
      onText(event.currentTarget.value);
    },
  };
  if (type === "boolean") {
    return (
      <div class="field">
        <label class="check">
          <input
            id={id}
            type="checkbox"
            checked={text === "true"}
            onChange={() => {
              onText(text === "true" ? "false" : "true");
            }}
          />
          {readable(name)}
        </label>
        {about !== "" && <p class="hint">{about}</p>}
      </div>
    );
  }
  const suffix = type === "array" ? " (one a line)" : type === "object" ? " (JSON)" : "";
  return (
    <div class="field">
      <label for={id}>{`${readable(name)}${suffix}`}</label>
      {words !== null ? (
        <select {...common} value={text} onChange={common.onInput}>
          {words.map((word) => (
            <option key={word} value={word}>
              {word === "" ? "(nothing)" : word}
            </option>
          ))}
        </select>
      ) : type === "array" || type === "object" ? (
        <textarea {...common} rows={2} value={text} />
      ) : (
        <input {...common} value={text} autocomplete="off" />
      )}
      {about !== "" && (
        <p class="hint" id={`${id}-about`}>
          {about}
        </p>
      )}
    </div>
  );
}

function recordOf(value: unknown): Schema {
  return typeof value === "object" && value !== null ? (value as Schema) : {};
}

function typeOf(schema: Schema): string {
  const types = [schema["type"]].flat().map(String);
  return types.find((type) => type !== "null") ?? "string";
}

function textOf(value: unknown, schema: Schema): string {
  if (value === undefined || value === null) {
    const words = schema["enum"];
    return Array.isArray(words) ? (words.includes("") ? "" : String(words[0])) : "";
  }
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) {
    return value.join("\n");
  }
  return typeof value === "object" ? JSON.stringify(value) : String(value as string | number | boolean);
}

function valueOf(text: string, schema: Schema): unknown {
  const types = [schema["type"]].flat();
  switch (typeOf(schema)) {
    case "boolean":
      return text === "true";
    case "integer":
    case "number":
      return text.trim() === "" ? (types.includes("null") ? null : 0) : Number(text);
    case "array":
      return itemsOf(text);
    case "object":
      return parsed(text, {});
    default:
      return text === "" && types.includes("null") ? null : text;
  }
}

/** JSON where it looks so, for items that are no text; else an item a line. */
function itemsOf(text: string): unknown {
  return text.trim().startsWith("[")
    ? parsed(text, [])
    : text
        .split("\n")
        .map((line) => line.trim())
        .filter((line) => line !== "");
}

function parsed(text: string, otherwise: unknown): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return otherwise;
  }
}

function readable(name: string): string {
  const text = name.replaceAll("_", " ");
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
