/** Skills that send a request and hear its answer, written as a compiler would. */
import type { SmallFlow } from "./small-artifact.ts";

/** Starts the connector. */
export const createConnector =
  '{{ CreateConnector(integrationIdn="http", connectorIdn="demo", title="Demo", settings={}, start="True") }}';

/** Sends `GET https://api.example.com/echo?q={event argument q}`, named by `targetAction`. */
export const sendRequest = `{% set q = GetTriggeredAct().arguments.q %}
{{ SendCommand(commandIdn="send_request", integrationIdn="http", connectorIdn="demo", method="GET",
  url="https://api.example.com/echo?q=" ~ q, headers=json.dumps({"Authorization": "Bearer " ~ GetCustomerAttribute(field="token")}),
  body="", targetAction="demo|" ~ q, userPersonaId=GetUser(field="id") | string) }}`;

/** Tells the caller what came back for which request, whatever the result is shaped like. */
const hearResult = `{% set act = GetTriggeredAct() %}
{% set command = GetAct(id=act.commandActId, fields=["targetAction"]) %}
{% set target = command.targetAction if command is mapping else command %}
{% set ns = namespace(body="", status="none") %}
{% for name in ["output", "response", "body"] %}{% if name in act.arguments %}
{% set ns.body = act.arguments[name] if act.arguments[name] is string else json.dumps(act.arguments[name]) %}{% endif %}{% endfor %}
{% for name in ["code", "status_code", "status"] %}{% if name in act.arguments %}{% set ns.status = act.arguments[name] | string %}{% endif %}{% endfor %}
{{ SendSystemEvent(eventIdn="urgent_message", connectorIdn="system", uninterruptible="True",
  baseInstruction=target ~ " " ~ ns.status ~ " " ~ ns.body ~ " " ~ act.referenceIdn) }}`;

/** A flow with both; `ask` on system/system sends. */
export const httpFlow: SmallFlow = {
  skills: { Setup: createConnector, Ask: sendRequest, ResultSkill: hearResult },
  events: [
    "project_publish_finish system/project Setup",
    "ask system/system Ask",
    "result_success http/demo ResultSkill",
    "result_error http/demo ResultSkill",
    "magic_http_response http/demo ResultSkill",
  ],
};
