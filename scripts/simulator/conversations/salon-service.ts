/** A simulated salon as conversations are played against it. */
import {
  applicationId,
  locationId,
  partnerToken,
  setupStatus,
  userToken,
} from "../../../attributes/index.ts";
import type {
  EnteredValue,
  ServiceOptions,
  SimulatedService,
  Simulator,
} from "../../sandbox/conversations/index.ts";
import {
  DEMO_APPLICATION_ID,
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  startAltegio,
  type AltegioServer,
  type LocationData,
  type PlannedFault,
  type Quirks,
} from "../api/index.ts";
import { calendarLine, salonCalendar } from "./calendar.ts";
import { disturbanceName, disturbances } from "./disturbances.ts";
import { salonPlanner } from "./planner.ts";
import { conversationSalon } from "./salon.ts";
import { actAsTeam } from "./team.ts";
import { salonWords } from "./words.ts";
import type { TeamAction, WrittenAppointment, WrittenFault, WrittenSalon } from "./written.ts";

/** The running salon, with what tests look at beside the calendar. */
export interface SalonService extends SimulatedService {
  readonly altegio: AltegioServer;
  /** The location the module is connected to. */
  readonly location: LocationData;
}

/** Altegio with one salon. */
export const simulator: Simulator<SalonService> = {
  name: "Altegio",
  origins: ["https://api.alteg.io", "https://app.alteg.io"],
  words: salonWords,
  statusAttribute: setupStatus.idn,
  open: openSalon,
};

async function openSalon({ setting, now, rateLimits }: ServiceOptions): Promise<SalonService> {
  const written = (setting["salon"] ?? {}) as WrittenSalon;
  const { data, location } = conversationSalon(written);
  const altegio = await startAltegio({
    now,
    salon: data,
    quirks: (written.quirks ?? {}) as Partial<Quirks>,
    enforceRateLimits: rateLimits,
  });
  try {
    for (const booked of written.booked ?? []) {
      await actAsTeam(altegio, location, { books: booked });
    }
  } catch (error) {
    await altegio.close();
    throw error;
  }
  return {
    altegio,
    location,
    url: altegio.url,
    title: location.title,
    settings: salonSettings(location.id),
    secrets: [DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN],
    // It asks for neither the calendar nor the clients.
    seenByPublish: { ...written, booked: [], clients: [] },
    calendar: () => salonCalendar(altegio, location),
    planner: () => salonPlanner(altegio, location),
    disturbances,
    clearFaults: (name) => {
      altegio.faults.clear((fault) => name === undefined || disturbanceName(fault) === name);
    },
    pendingDisturbances: () =>
      altegio.faults.unused().map(({ method, path, fault, times = 1 }) => ({
        name: disturbanceName(fault),
        request: method === "*" && path === "/**" ? "" : `${method === "*" ? "any" : method} ${path}`,
        times,
      })),
    lineOf: (entry) => calendarLine(entry as WrittenAppointment),
    actAsTeam: (action) => actAsTeam(altegio, location, action as TeamAction),
    planFault: (fault) => {
      planFault(altegio, fault as WrittenFault);
    },
    unmetFaults: () => altegio.faults.unused().map(({ path }) => path),
    takeMetFaults: () => altegio.faults.takeMet().map(writtenFault),
    unanswered: () => altegio.requests.filter(({ fault }) => fault?.startsWith("timeout-") === true).length,
    placeholders: ({ caller, facts }) => {
      // What is sent to a phone is on its screen.
      const phone = typeof facts["phone"] === "string" && facts["phone"] !== "" ? facts["phone"] : caller;
      return { sms_code: altegio.state.smsCode(location.id, phone) ?? "" };
    },
    close: () => altegio.close(),
  };
}

/** What a person enters to connect a location of the demo salon. */
export function salonSettings(id: number): EnteredValue[] {
  return [
    { idn: partnerToken.idn, value: DEMO_PARTNER_TOKEN },
    { idn: applicationId.idn, value: String(DEMO_APPLICATION_ID) },
    { idn: userToken.idn, value: DEMO_USER_TOKEN },
    { idn: locationId.idn, value: String(id), fromList: true },
  ];
}

/** As a turn's `faults` has it. */
function writtenFault({ method, path, times = 1, fault }: PlannedFault): WrittenFault {
  const { kind, ...rest } = fault;
  return { ...(method === "*" ? {} : { method }), path, fault: kind, ...rest, times };
}

function planFault({ faults }: AltegioServer, written: WrittenFault): void {
  const { method = "*", path, fault: kind, status = 500, times = 1, retryAfterSeconds } = written;
  const retry = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
  const fault = kind === "status" ? { kind, status, ...retry } : { kind };
  faults.add({ method, path, times, fault });
}
