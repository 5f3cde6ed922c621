/** What the probe does in an account: one skill for each question, each started by an event of its own. */
import {
  canvasAttribute,
  connectorStatusField,
  coreBookingSettings,
  coreEvents,
  corePayloadArgument,
  coreTools,
  extractionTemperature,
  httpResultEvents,
  timerConnector,
  timerEvent,
  timerIntegration,
  urgentMessageEvent,
  userDataEvent,
} from "../sdk/contract.ts";
import { answerPrefix, fieldsOf, formOf, keep, trying } from "./nsl-text.ts";

/** What starts a skill. */
interface Trigger {
  readonly idn: string;
  readonly integration: string;
  readonly connector: string;
}

/** One skill of the probe. */
export interface Experiment {
  readonly skill: string;
  /** What it finds out, in a few words. */
  readonly title: string;
  readonly triggers: readonly Trigger[];
  readonly text: string;
}

/** The connector of the probe, on integration `http`. */
const probeConnector = "module_probe_connector";

/** The skill that tries macros; where the platform has none, its whole flow may not run. */
export const macroSkill = "MacroSkill";

/** Libraries that a script may find. */
export const libraries = [
  ...["json", "re", "datetime", "uuid", "zoneinfo"],
  ...["math", "random", "time", "base64", "hashlib", "calendar", "urllib"],
] as const;

/** Length of the text that is stored to see whether it comes back whole; a large catalogue is as long. */
export const longText = 60_000;

/** The event that sets the timers of the follow-up (docs/platform.md, "Arguments of the follow-up timer"). */
export const followUpEvent = "convoagent_update_followup";

/** Events of core and of other modules that are only listened to. */
const observedEvents: readonly string[] = [
  ...new Set([
    ...Object.values(coreEvents).filter((idn) => idn !== coreEvents.sessionStart),
    ...Object.values(coreTools),
    followUpEvent,
    userDataEvent,
    urgentMessageEvent,
  ]),
];

const onSystem = (idn: string): Trigger => ({ idn, integration: "system", connector: "system" });

/** An experiment that the publish starts. */
function started(name: string, skill: string, title: string, text: string): Experiment {
  return { skill, title, triggers: [onSystem(`${answerPrefix}${name}`)], text: trying(name, text) };
}

/** What a request is sent with. @param target comes back with the command's act */
function request(target: string, url: string): string {
  const kept = JSON.stringify({ Accept: "application/json" }).replaceAll('"', '\\"');
  return `{% set _ = SendCommand(commandIdn="send_request", integrationIdn="http", connectorIdn="${probeConnector}", method="GET", url="${url}", headers="${kept}", body="", targetAction="${target}", userPersonaId=persona) %}`;
}

function timer(name: string, interval: number, event: string): string {
  const named = event === "" ? "" : `, eventIdn="${event}"`;
  return `{% set _ = SendCommand(commandIdn="set_timer", integrationIdn="${timerIntegration}", connectorIdn="${timerConnector}", timerName="${name}", personaId=persona, interval="${String(interval)}"${named}) %}`;
}

const persona = `{% set persona = GetCustomerAttribute(field="${answerPrefix}persona") | default("", true) | string %}`;

/** What goes on an event, with its names and forms. */
const argumentsOfAct = `{% set act = GetTriggeredAct() %}
{% set given = act["arguments"] if act is mapping else "" %}
${fieldsOf("names", "given")}`;

/** `{{ ... }}` would be a print; only `Gen` prints. */
function generating(form: "object" | "text"): string {
  const schema = `{"type": "object", "properties": properties, "required": ["word"]}`;
  return `{% set word = {"type": "string"} %}
{% set properties = {"word": word} %}
{% set schema = ${schema} %}
{{ system }}Answer with the word probe.{{ end }}{{ assistant }}
{% set generated = Gen(jsonSchema=${form === "object" ? "schema" : "json.dumps(schema)"}, validateSchema="True", temperature="${extractionTemperature}") %}{{ end }}
{% set answer = {"ended": true, "form": ${formOf("generated")}, "has_word": "word" in generated if generated is mapping or generated is string else false} %}
${keep(`"generate_${form}"`, "answer")}`;
}

/**
 * The skills.
 *
 * @param url an address without login that a request is sent to; a path below it is asked that is not there
 * @param settings idns of the attributes a person enters for the module
 */
export function experiments(url: string, settings: readonly string[]): readonly Experiment[] {
  const begun = [
    started(
      "connector",
      "ConnectorSkill",
      "what a connector shows",
      `{% set before = GetConnectorInfo(integrationIdn="http", connectorIdn="${probeConnector}") %}
{% set made = "" %}
{% if not before %}
{% set made = CreateConnector(integrationIdn="http", connectorIdn="${probeConnector}", title="Module probe", settings={}, start="True") %}
{% endif %}
{% set info = GetConnectorInfo(integrationIdn="http", connectorIdn="${probeConnector}") %}
${fieldsOf("names", "info")}
{% set status = info["status"] | default("", true) | string if info is mapping else "" %}
{% set answer = {"ended": true, "before": ${formOf("before")}, "made": ${formOf("made")}, "form": ${formOf("info")}, "names": names, "status": status} %}
${keep(`"connector"`, "answer")}
{% set _ = SendSystemEvent(eventIdn="${answerPrefix}request", connectorIdn="system") %}`,
    ),
    started(
      "timer",
      "TimerSkill",
      "two timers of one name, and one that names no event",
      `${persona}
${timer("module_probe", 20, `${answerPrefix}timer_first`)}
${timer("module_probe", 40, `${answerPrefix}timer_second`)}
${timer("module_probe_plain", 30, "")}
{% set answer = {"ended": true} %}
${keep(`"timer"`, "answer")}`,
    ),
    started(
      "namespace",
      "NamespaceSkill",
      "attributes of the customer and of the project",
      `{% set _ = SetProjectAttribute(field="${answerPrefix}of_project", value="x") %}
{% set _ = SetCustomerAttribute(field="${answerPrefix}of_customer", value="x") %}
{% set settings = [] %}
${settings
  .map(
    (idn) =>
      `{% set _ = settings.append(["${idn}", "set" if GetCustomerAttribute(field="${idn}") else "empty", "set" if GetProjectAttribute(field="${idn}") else "empty"]) %}`,
  )
  .join("\n")}
{% set answer = {"ended": true, "customer_reads_customer": GetCustomerAttribute(field="${answerPrefix}of_customer") == "x", "customer_reads_project": GetCustomerAttribute(field="${answerPrefix}of_project") == "x", "project_reads_project": GetProjectAttribute(field="${answerPrefix}of_project") == "x", "project_reads_customer": GetProjectAttribute(field="${answerPrefix}of_customer") == "x", "settings": settings} %}
${keep(`"namespace"`, "answer")}`,
    ),
    started(
      "metadata",
      "MetadataSkill",
      "metadata of an attribute without a value",
      `{% set _ = SetCustomerMetadataAttribute(idn="${answerPrefix}bare", field="title", value="Module probe") %}
{% set title = GetCustomerMetadataAttribute(idn="${answerPrefix}bare", field="title") %}
{% set answer = {"ended": true, "kept": title == "Module probe"} %}
${keep(`"metadata"`, "answer")}`,
    ),
    started(
      "core",
      "CoreSkill",
      "the attributes that switch core's bookings",
      `{% set found = [] %}
${Object.values(coreBookingSettings)
  .flatMap((group) => Object.values(group))
  .map(
    (idn) => `{% set info = GetCustomerMetadataAttribute(idn="${idn}") %}
{% set values = info["possible_values"] | default([], true) if info is mapping else [] %}
{% set _ = found.append(["${idn}", ${formOf("info")}, values | join(", ")${idn.endsWith("_type") ? `, GetCustomerAttribute(field="${idn}") | string` : ""}]) %}`,
  )
  .join("\n")}
{% set answer = {"ended": true, "found": found} %}
${keep(`"core"`, "answer")}`,
    ),
    started("canvas", "CanvasSkill", "the form of the canvas", canvasText),
    started(
      "libraries",
      "LibrariesSkill",
      "the libraries of a script",
      `{% set found = [] %}
${libraries.map((name) => `{% set _ = found.append(["${name}", ${name} is defined]) %}`).join("\n")}
{% set answer = {"ended": true, "found": found} %}
${keep(`"libraries"`, "answer")}`,
    ),
    started(
      "limits",
      "LimitsSkill",
      "a long stored text",
      `{% set text = "x" * ${String(longText)} %}
{% set _ = SetCustomerAttribute(field="${answerPrefix}long", value=text) %}
{% set length = GetCustomerAttribute(field="${answerPrefix}long") | length %}
{% set _ = SetCustomerAttribute(field="${answerPrefix}long", value="") %}
{% set answer = {"ended": true, "length": length} %}
${keep(`"limits"`, "answer")}`,
    ),
    started(
      "event",
      "EventSkill",
      "the arguments of an event",
      `{% set _ = SendSystemEvent(eventIdn="${answerPrefix}heard", connectorIdn="system", plain="text", json="[1]") %}
{% set answer = {"ended": true} %}
${keep(`"event"`, "answer")}`,
    ),
    started(
      "second_connector",
      "SecondConnectorSkill",
      "a connector that is made twice",
      `{% set made = CreateConnector(integrationIdn="http", connectorIdn="${probeConnector}", title="Module probe", settings={}, start="True") %}
{% set answer = {"ended": true, "form": ${formOf("made")}} %}
${keep(`"second_connector"`, "answer")}`,
    ),
    started("generate_object", "GenerateObjectSkill", "a schema that is an object", generating("object")),
    started("generate_text", "GenerateTextSkill", "a schema that is text", generating("text")),
    started(
      "status",
      "StatusSkill",
      "a connector that is stopped and started",
      `{% set _ = CreateConnector(integrationIdn="http", connectorIdn="${probeConnector}_status", title="Module probe", settings={}, start="False") if not GetConnectorInfo(integrationIdn="http", connectorIdn="${probeConnector}_status") else "" %}
{% set _ = SetConnectorInfo(integrationIdn="http", connectorIdn="${probeConnector}_status", field="${connectorStatusField}", value="running") %}
{% set info = GetConnectorInfo(integrationIdn="http", connectorIdn="${probeConnector}_status") %}
{% set status = info["status"] | default("", true) | string if info is mapping else "" %}
{% set answer = {"ended": true, "status": status} %}
${keep(`"status"`, "answer")}`,
    ),
    started("macro", macroSkill, "macros", macroText),
  ];
  return [
    {
      skill: "ProbeSkill",
      title: "starts everything, and looks at the publish itself",
      triggers: [{ idn: "project_publish_finish", integration: "system", connector: "project" }],
      text: `{% set persona = GetCustomerAttribute(field="${answerPrefix}persona") %}
{% if not persona %}
{% set _ = SetCustomerAttribute(field="${answerPrefix}persona", value=CreatePersona(name="Module probe") | string) %}
{% endif %}
{% set runs = GetCustomerAttribute(field="${answerPrefix}runs") | int + 1 %}
{% set _ = SetCustomerAttribute(field="${answerPrefix}runs", value=runs | string) %}
${begun.flatMap(({ triggers }) => triggers.map(({ idn }) => `{% set _ = SendSystemEvent(eventIdn="${idn}", connectorIdn="system") %}`)).join("\n")}
${argumentsOfAct}
{% set answer = {"ended": false, "runs": runs, "names": names, "form": ${formOf("given")}} %}
${keep(`"publish"`, "answer")}
{% set user = GetUser(field="id") | default("", true) | string %}
{% set answer = {"ended": true, "runs": runs, "names": names, "form": ${formOf("given")}, "has_user": user != ""} %}
${keep(`"publish"`, "answer")}
{{ DUMMY(message="module probe: begun; the answers stand in the attributes ${answerPrefix}...") }}`,
    },
    ...begun,
    {
      ...started(
        "request",
        "RequestSkill",
        "requests that are answered, refused and lost",
        `${persona}
${request("module_probe_answered", url)}
${request("module_probe_refused", `${url}/module_probe_nothing_here`)}
${request("module_probe_lost", "https://module-probe.invalid/")}
{% set answer = {"ended": true} %}
${keep(`"request"`, "answer")}`,
      ),
    },
    {
      skill: "ResultSkill",
      title: "how an HTTP result arrives",
      triggers: httpResultEvents.map((idn) => ({ idn, integration: "http", connector: probeConnector })),
      text: `${argumentsOfAct}
{% set event = act["referenceIdn"] | default("", true) | string %}
{% set id = act["commandActId"] | default("", true) | string %}
{% set command = GetAct(id=id, fields=["targetAction"]) if id else "" %}
{% set target = command["targetAction"] | default("", true) | string if command is mapping else command | string %}
{% set statuses = [] %}
{% if given is mapping %}
{% for name in given %}
{% if given[name] | string | length == 3 %}
{% set _ = statuses.append([name | string, given[name] | string]) %}
{% endif %}
{% endfor %}
{% endif %}
{% set key = target if target in ["module_probe_answered", "module_probe_refused", "module_probe_lost"] else "module_probe_unnamed" %}
{% set answer = {"ended": true, "event": event, "form": ${formOf("given")}, "names": names, "statuses": statuses, "command": ${formOf("command")}} %}
${keep(`"result_" ~ key | replace("module_probe_", "") ~ "_" ~ event`, "answer")}`,
    },
    {
      skill: "TimerFiredSkill",
      title: "which timers fire",
      triggers: [`${answerPrefix}timer_first`, `${answerPrefix}timer_second`, timerEvent].map((idn) => ({
        idn,
        integration: timerIntegration,
        connector: timerConnector,
      })),
      text: `${persona}
${argumentsOfAct}
{% set event = act["referenceIdn"] | default("", true) | string %}
{% set user = GetUser(field="id") | default("", true) | string %}
{% set answer = {"ended": true, "names": names, "is_own": user == persona} %}
{% if user == persona or event != "${timerEvent}" %}
${keep(`"fired_" ~ event | replace("${answerPrefix}", "")`, "answer")}
{% endif %}`,
    },
    {
      skill: "HeardSkill",
      title: "what an event brings",
      triggers: [onSystem(`${answerPrefix}heard`)],
      text: `${argumentsOfAct}
{% set answer = {"ended": true, "form": ${formOf("given")}, "names": names} %}
${keep(`"heard"`, "answer")}`,
    },
    {
      skill: "SessionSkill",
      title: "the channels of a caller",
      triggers: [onSystem(coreEvents.sessionStart)],
      text: trying(
        "session",
        `${argumentsOfAct}
{% set user = GetUser(field="id") %}
{% set actors = GetActors(personaId=user) %}
{% set first = actors[0] if actors else "" %}
${fieldsOf("fields", "first")}
{% set memory = GetMemory(count="1") %}
{% set answer = {"ended": true, "names": names, "user": ${formOf("user")}, "actors": ${formOf("actors")}, "actor": ${formOf("first")}, "fields": fields, "memory": ${formOf("memory")}} %}
${keep(`"session"`, "answer")}`,
      ),
    },
    {
      skill: "ObserveSkill",
      title: "the arguments of core's events",
      triggers: observedEvents.map(onSystem),
      text: `${argumentsOfAct}
{% set event = act["referenceIdn"] | default("", true) | string %}
{% set payload = given["${corePayloadArgument}"] | default("", true) if given is mapping else "" %}
${fieldsOf("fields", "payload")}
{% set target = given["targetAction"] | default("", true) | string if given is mapping else "" %}
{% set answer = {"ended": true, "form": ${formOf("given")}, "names": names, "payload": ${formOf("payload")}, "fields": fields, "target": target} %}
${keep(`"event_" ~ event`, "answer")}`,
    },
  ];
}

/** Names and idns of columns alone; no title, no text of an item. */
const canvasText = `{% set text = GetCustomerAttribute(field="${canvasAttribute}") | default("", true) | string %}
{% if text == "" %}
{% set answer = {"ended": true, "is_there": false} %}
${keep(`"canvas"`, "answer")}
{{ Return(val="") }}
{% endif %}
{% set canvas = json.loads(text) %}
${fieldsOf("names", "canvas")}
{% set columns = [] %}
{% if canvas is mapping %}
{% for list in canvas %}
{% if canvas[list] is iterable and canvas[list] is not string and canvas[list] is not mapping %}
{% for column in canvas[list] %}
{% if column is mapping %}
{% set fields = [] %}
{% for name in column %}
{% set field = column[name] %}
{% set _ = fields.append([name | string, ${formOf("field")}]) %}
{% endfor %}
{% set items = [] %}
{% for name in column %}
{% set field = column[name] %}
{% if field is iterable and field is not string and field is not mapping and field %}
{% set first = field[0] %}
{% set parts = [] %}
{% if first is mapping %}
{% for part in first %}
{% set value = first[part] %}
{% set _ = parts.append([part | string, ${formOf("value")}]) %}
{% endfor %}
{% endif %}
{% set _ = items.append([name | string, parts]) %}
{% endif %}
{% endfor %}
{% set row = {"list": list | string, "idn": column["idn"] | default("", true) | string, "fields": fields, "items": items} %}
{% set _ = columns.append(row) %}
{% endif %}
{% endfor %}
{% endif %}
{% endfor %}
{% endif %}
{% set answer = {"ended": true, "is_there": true, "form": ${formOf("canvas")}, "names": names, "columns": columns} %}
${keep(`"canvas"`, "answer")}`;

const macroText = `{% macro double(text) %}{{ text }}{{ text }}{% endmacro %}
{% set doubled = double("x") | string %}
{% set answer = {"ended": true, "works": doubled == "xx"} %}
${keep(`"macro"`, "answer")}`;
