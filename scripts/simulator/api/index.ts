/**
 * A stateful simulator of Altegio for tests and demos: the public Online Booking API, the B2B calls the module
 * uses and the marketplace list, on one loopback port. Strict where Altegio is strict; what is not known of it
 * (docs/altegio-api.md, "Not known") is refused or marked in a comment beside the code.
 */
import type { AddressInfo } from "node:net";
import { demoSalon } from "./demo/demo-salon.ts";
import { FaultPlan } from "./faults.ts";
import { countingIds, type IdSource } from "./ids.ts";
import { NO_QUIRKS, type Quirks } from "./quirks.ts";
import { RateLimit } from "./rate-limit.ts";
import type { RecordedRequest } from "./request-log.ts";
import type { SalonData } from "./salon-data.ts";
import { makeServer } from "./server.ts";
import { SalonState, type AltegioState } from "./state.ts";

/** How a simulator is started. */
export interface AltegioOptions {
  /** The clock every rule looks at. */
  readonly now: () => Date;
  /** The data; the demo salon when left out. */
  readonly salon?: SalonData;
  /** New identifiers; `countingIds()` when left out, so that two runs give the same bytes. */
  readonly newId?: IdSource;
  /** TCP port on 127.0.0.1; 0 or left out = any free one. */
  readonly port?: number;
  /** Behaviours in which the real service differs from its documentation. */
  readonly quirks?: Partial<Quirks>;
  /** true = 429 above 5 requests a second or 200 a minute, by the injected clock. */
  readonly enforceRateLimits?: boolean;
}

/** A running simulator. */
export interface AltegioServer {
  /** `http://127.0.0.1:<port>`, without a final slash. Stands for both api.alteg.io and app.alteg.io. */
  readonly url: string;
  /** Every request so far, without tokens. */
  readonly requests: readonly RecordedRequest[];
  /** Disturbances still to come; add to it at any time. */
  readonly faults: FaultPlan;
  /** Records and clients, for tests and for printing a calendar. */
  readonly state: AltegioState;
  /** Stops listening and drops every open connection. */
  close(): Promise<void>;
}

/** Starts a simulator. Rejects when the port cannot be had. */
export async function startAltegio(options: AltegioOptions): Promise<AltegioServer> {
  const salon = options.salon ?? demoSalon();
  const state = new SalonState(salon, options.newId ?? countingIds());
  const faults = new FaultPlan();
  const log: RecordedRequest[] = [];
  const world = { salon, state, quirks: { ...NO_QUIRKS, ...options.quirks }, now: options.now };
  const limit = options.enforceRateLimits === true ? new RateLimit(options.now) : null;
  const server = makeServer({ world, faults, limit, log });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests: log,
    faults,
    state,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}

export { demoSalon } from "./demo/demo-salon.ts";
export {
  DEMO_APPLICATION_ID,
  DEMO_HAMBURG_ID,
  DEMO_LOCATION_ID,
  DEMO_PARTNER_TOKEN,
  DEMO_USER_TOKEN,
  FULL_PERMISSIONS,
} from "./demo/demo-access.ts";
export { type Fault, type PlannedFault } from "./faults.ts";
export type { Quirks } from "./quirks.ts";
export type * from "./salon-data.ts";
export { naive } from "./time-format.ts";
