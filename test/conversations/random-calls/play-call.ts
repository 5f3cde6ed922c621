/** Plays a call made at random. */
import type { Stage, Theatre } from "../../../scripts/sandbox/conversations/index.ts";
import type { Conversation, SandboxEvent } from "../../../scripts/sandbox/platform/index.ts";
import { naive } from "../../../scripts/simulator/api/index.ts";
import type { SalonService } from "../../../scripts/simulator/index.ts";
import { isWrite } from "../../skills/in-flight-cells.ts";
import { answered } from "../../skills/scene.ts";
import { faults, type Asking, type Call, type Delivery, type Line, type Step } from "./calls.ts";
import { faultsOf, type Utterance } from "./invariants.ts";

/** What came of a call. */
export interface PlayedCall {
  /** The steps, and what was said after each. */
  readonly transcript: readonly string[];
  /** What the skills did, to be compared with another runtime's. */
  readonly actions: readonly string[];
  /** Everything that should not be; none when all invariants hold. */
  readonly faults: readonly string[];
}

const numbers = { caller: "4915112345678", neighbour: "4915198765432" } as const;

const events = {
  book: ["altegio_book_appointment_tool", "book_slot"],
  move: ["altegio_reschedule_appointment_tool", "reschedule_booking_tool"],
  cancel: ["altegio_cancel_appointment_tool", "convo_agent_cancel_booking"],
} as const;

const writes = [
  ["POST", "/book_record/*"],
  ["DELETE", "/user/records/**"],
  ["DELETE", "/record/**"],
  ["PUT", "/record/**"],
] as const;

/** The sandbox counts its ids up from call to call: here each stands for the place at which it was first met. */
function withoutIds(actions: readonly string[]): readonly string[] {
  const met: string[] = [];
  return actions.map((line) =>
    line.replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gu, (id) => {
      const at = met.indexOf(id);
      return `id ${String(at < 0 ? met.push(id) - 1 : at)}`;
    }),
  );
}

/** Whose line it is. */
const ownerOf = (line: Line): keyof typeof numbers => (line === "neighbour" ? "neighbour" : "caller");

/** Plays a call on a stage of its own, until nothing is under way any more. */
export async function playCall(call: Call, theatre: Theatre<SalonService>): Promise<PlayedCall> {
  const stage = await theatre.open({
    now: "2026-10-19T08:00:00Z",
    attributes: call.hasUserToken ? {} : { altegio_user_token: "" },
    salon: { rules: { allowDelete: call.allowDelete }, does: { "Lena Hoffmann": ["Pedicure"] } },
  });
  try {
    return await new Play(stage, call).run();
  } finally {
    await stage.close();
  }
}

class Play {
  readonly #stage: Stage<SalonService>;
  readonly #call: Call;
  readonly #lines: Readonly<Record<Line, Conversation>>;
  readonly #stranger: Conversation;
  readonly #said = { caller: [] as Utterance[], neighbour: [] as Utterance[] };
  readonly #asked = { caller: new Map<string, number>(), neighbour: new Map<string, number>() };
  readonly #transcript: string[] = [];
  /** Answers that were kept back; those that were given are taken out. */
  #held: SandboxEvent[] = [];
  #heard: number;

  constructor(stage: Stage<SalonService>, call: Call) {
    const { sandbox } = stage;
    this.#stage = stage;
    this.#call = call;
    const phone = sandbox.conversation({ externalId: `+${numbers.caller}` });
    const visitor = {
      personaId: phone.personaId,
      channel: "newo_chat/newo_chat",
      externalId: "a-visitor",
    } as const;
    const chat = sandbox.conversation(visitor);
    const neighbour = sandbox.conversation({ externalId: `+${numbers.neighbour}` });
    this.#lines = { call: phone, chat, neighbour };
    this.#stranger = sandbox.conversation({ externalId: "+4915155555501" });
    this.#heard = sandbox.events.length;
  }

  async run(): Promise<PlayedCall> {
    const { sandbox } = this.#stage;
    const start = sandbox.trace.entries.length;
    for (const step of this.#call.steps) {
      this.#transcript.push(JSON.stringify(step));
      await this.#take(step);
      this.#listen();
    }
    this.#transcript.push("the end");
    await this.#give(this.#held.splice(0));
    await this.#waitLong();
    this.#listen();
    const errors = sandbox.trace.of("error", start).map((error) => JSON.stringify(error));
    const people = (["caller", "neighbour"] as const).map((owner) => ({
      phone: numbers[owner],
      personaId: this.#lines[owner === "caller" ? "call" : "neighbour"].personaId,
      asked: this.#asked[owner],
      said: this.#said[owner],
    }));
    return {
      transcript: this.#transcript,
      actions: withoutIds(this.#stage.actionsSince(start)),
      faults: [...errors, ...people.flatMap((person) => faultsOf(this.#stage, person))],
    };
  }

  async #take(step: Step): Promise<void> {
    switch (step.kind) {
      case "pass":
        return this.#pass(step.minutes);
      case "deliver":
        return this.#deliver(step.how, this.#held.splice(0));
      default:
        return this.#ask(step);
    }
  }

  async #pass(minutes: number): Promise<void> {
    this.#stage.pass(minutes);
    await this.#stage.sandbox.settle();
  }

  /** So long that every wait is over, and every look that follows. */
  async #waitLong(): Promise<void> {
    for (let minute = 0; minute < 4; minute += 1) {
      await this.#pass(1.1);
    }
  }

  async #ask(step: Asking): Promise<void> {
    const { sandbox, service, brain } = this.#stage;
    const { line, what, disturbance } = step;
    const { personaId, actorId } = this.#lines[line];
    const asked = this.#asked[ownerOf(line)];
    // Core has a result of its own for two of them; it goes to the person, on no channel.
    const place = step.byCore && what !== "move" ? "core" : line;
    asked.set(place, (asked.get(place) ?? 0) + 1);
    const fault = faults.find((known) => known === disturbance);
    const kept = sandbox.holdResults(
      (request) => fault === undefined && disturbance !== "none" && isWrite(request),
    );
    if (fault !== undefined) {
      writes.forEach(([method, path]) => {
        service.altegio.faults.add({ method, path, fault: faultOf(fault), times: 9 });
      });
    }
    const facts = factsOf(step);
    brain.tell(personaId, facts);
    sandbox.account.spokeLast.set(personaId, actorId);
    sandbox.deliver({
      idn: events[what][step.byCore ? 1 : 0],
      ...{ integrationIdn: "system", connectorIdn: "system" },
      arguments: step.byCore ? { payload: facts } : {},
      ...{ personaId, actorId, commandActId: "" },
    });
    await sandbox.settle();
    kept.stop();
    service.altegio.faults.clear();
    if (disturbance === "held") {
      this.#held.push(...kept.events);
    } else {
      await this.#give(kept.events.map((event) => this.#asAnother(event)));
    }
  }

  async #deliver(how: Delivery["how"], taken: readonly SandboxEvent[]): Promise<void> {
    const { personaId, actorId } = this.#stranger;
    switch (how) {
      case "in order":
        return this.#give(taken);
      case "backwards":
        return this.#giveEach(taken.toReversed());
      case "twice":
        return this.#giveEach([...taken, ...taken]);
      case "elsewhere first":
        return this.#giveEach(taken.flatMap((event) => [{ ...event, personaId, actorId }, event]));
      case "never":
        return this.#waitLong();
      default:
        // Without the right to look nobody can see through the refusal of what was carried out.
        return this.#giveEach(
          taken.map((event) => (how === "refused" && this.#call.hasUserToken ? refused : lost)(event)),
        );
    }
  }

  async #give(given: readonly SandboxEvent[]): Promise<void> {
    for (const event of given) {
      this.#stage.sandbox.deliver(event);
    }
    await this.#stage.sandbox.settle();
  }

  async #giveEach(given: readonly SandboxEvent[]): Promise<void> {
    for (const event of given) {
      await this.#give([event]);
    }
  }

  /** A booking is made an hour later than was asked for, and its answer says so. */
  #asAnother(event: SandboxEvent): SandboxEvent {
    const { altegio, location } = this.#stage.service;
    const body = String(event.arguments["output"] ?? "");
    const made = body.includes('"record":{') ? altegio.state.records.at(-1) : undefined;
    if (made === undefined) {
      return event;
    }
    (made as { start: number }).start += 3_600_000;
    const text = body.replace(/"date":"[^"]*"/u, `"date":"${naive(location.zone, made.start)}"`);
    return { ...event, arguments: { ...event.arguments, output: text } };
  }

  /** Notes what was said since. */
  #listen(): void {
    const since = this.#stage.sandbox.events.slice(this.#heard);
    this.#heard += since.length;
    for (const { idn, arguments: given, personaId, actorId } of since) {
      const isResult =
        idn === "result_success" && given["targetAction"] !== undefined && given["bookingId"] !== undefined;
      if (idn !== "urgent_message" && !isResult) {
        continue;
      }
      const text = String(given[isResult ? "output" : "baseInstruction"]);
      const line = (Object.keys(this.#lines) as Line[]).find((name) =>
        isResult ? this.#lines[name].personaId === personaId : this.#lines[name].actorId === actorId,
      );
      const place = isResult ? "core" : (line ?? "nowhere");
      this.#transcript.push(`  ${place}: ${text}`);
      this.#said[ownerOf(line ?? "call")].push({ place, text });
    }
  }
}

const faultOf = (name: (typeof faults)[number]) =>
  name === "500" || name === "429"
    ? ({ kind: "status", status: Number(name) } as const)
    : ({ kind: name } as const);

const refused = (event: SandboxEvent): SandboxEvent =>
  answered(event, 409, JSON.stringify({ success: false, data: null, meta: { message: "busy" } }));

const lost = (event: SandboxEvent): SandboxEvent => ({
  ...event,
  idn: "result_error",
  arguments: { output: "connection reset" },
});

/** What a perfect model would have understood. */
function factsOf({ line, what, moment, named, name, services, despiteOther }: Asking) {
  switch (what) {
    case "cancel":
      return { confirmed: true, appointment: named };
    case "move":
      return { confirmed: true, appointment: named === "all of them" ? "" : named, ...moment };
    default:
      return {
        ...{ confirmed: true, ...moment, services, full_name: name, despite_other: despiteOther },
        phone: line === "chat" ? `+${numbers.caller}` : "",
      };
  }
}
