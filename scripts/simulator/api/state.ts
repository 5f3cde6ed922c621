/** What changes while the simulator runs: records, clients and the SMS codes that were sent. */
import type { IdSource } from "./ids.ts";
import type { Json } from "./json.ts";
import { phoneDigits } from "./phone.ts";
import type { SalonData } from "./salon-data.ts";

/** A client of one location. `phone` is digits. */
export interface ClientData {
  readonly id: number;
  readonly locationId: number;
  readonly name: string;
  readonly surname: string;
  readonly phone: string;
  readonly email: string;
}

/** One service of a record with its price. */
export interface RecordService {
  readonly id: number;
  readonly cost: number;
  readonly firstCost: number;
  readonly discount: number;
}

/** A record (an appointment). `start`, `createdAt`, `changedAt` are epoch milliseconds, `seconds` the length. */
export interface RecordData {
  readonly id: number;
  readonly hash: string;
  readonly visitId: number;
  readonly locationId: number;
  readonly staffId: number;
  readonly services: readonly RecordService[];
  readonly clientId: number | null;
  readonly start: number;
  readonly seconds: number;
  readonly createdAt: number;
  readonly changedAt: number;
  readonly createdUserId: number;
  readonly comment: string;
  readonly attendance: number;
  readonly deleted: boolean;
  /** true = made through Online Booking. */
  readonly online: boolean;
  /** false = the visitor asked for any staff. */
  readonly masterRequested: boolean;
  readonly apiId: string;
  readonly notifyBySms: number;
  readonly notifyByEmail: number;
  readonly customFields: Json;
}

/** What a new record is made from; identity and time stamps are added. */
export type RecordDraft = Omit<
  RecordData,
  "id" | "hash" | "visitId" | "createdAt" | "changedAt" | "deleted" | "locationId"
>;

/** Read access for tests and for printing a calendar. */
export interface AltegioState {
  /** Every record of every location, deleted ones included, oldest first. */
  readonly records: readonly RecordData[];
  /** Every client of every location, oldest first. */
  readonly clients: readonly ClientData[];
  /** The SMS code last sent to a phone by a location and not yet used; null when there is none. */
  smsCode(locationId: number, phone: string): string | null;
}

/** The state itself. Records are replaced, never changed in place. */
export class SalonState implements AltegioState {
  readonly #records: RecordData[] = [];
  readonly #clients: ClientData[] = [];
  readonly #codes = new Map<string, string>();
  readonly #newId: IdSource;

  constructor(salon: SalonData, newId: IdSource) {
    this.#newId = newId;
    for (const location of salon.locations) {
      this.#clients.push(...location.clients.map((seed) => ({ ...seed, locationId: location.id })));
    }
  }

  get records(): readonly RecordData[] {
    return this.#records;
  }

  get clients(): readonly ClientData[] {
    return this.#clients;
  }

  /** A record of a location, deleted ones included. */
  record(locationId: number, id: number): RecordData | undefined {
    return this.#records.find((record) => record.id === id && record.locationId === locationId);
  }

  /** The live records of one team member that touch [from, to). */
  busy(locationId: number, staffId: number, from: number, to: number): readonly RecordData[] {
    return this.#records.filter(
      (record) =>
        !record.deleted &&
        record.locationId === locationId &&
        record.staffId === staffId &&
        record.start < to &&
        record.start + record.seconds * 1000 > from,
    );
  }

  /** Stores a new record. `visitId` joins it to the visit of an earlier one of the same request. */
  addRecord(locationId: number, draft: RecordDraft, now: Date, visitId?: number): RecordData {
    const record: RecordData = {
      ...draft,
      id: Number(this.#newId("record")),
      hash: String(this.#newId("record_hash")),
      visitId: visitId ?? Number(this.#newId("visit")),
      locationId,
      createdAt: now.getTime(),
      changedAt: now.getTime(),
      deleted: false,
    };
    this.#records.push(record);
    return record;
  }

  /** Replaces fields of a record and gives the new version. */
  updateRecord(record: RecordData, changes: Partial<RecordDraft>, now: Date): RecordData {
    return this.#replace({ ...record, ...changes, changedAt: now.getTime() });
  }

  /** Marks a record as deleted; it keeps its id and stays readable. */
  deleteRecord(record: RecordData, now: Date): RecordData {
    return this.#replace({ ...record, deleted: true, changedAt: now.getTime() });
  }

  #replace(next: RecordData): RecordData {
    const index = this.#records.findIndex((record) => record.id === next.id);
    this.#records.splice(index, 1, next);
    return next;
  }

  /** A client by id. */
  client(locationId: number, id: number): ClientData | undefined {
    return this.#clients.find((client) => client.id === id && client.locationId === locationId);
  }

  /** The client of a location with this phone, made if there is none: a booking creates its client. */
  clientByPhone(locationId: number, person: Omit<ClientData, "id" | "locationId">): ClientData {
    const phone = phoneDigits(person.phone);
    const known = this.#clients.find((client) => client.locationId === locationId && client.phone === phone);
    if (known !== undefined) {
      return known;
    }
    const client = { ...person, phone, id: Number(this.#newId("client")), locationId };
    this.#clients.push(client);
    return client;
  }

  smsCode(locationId: number, phone: string): string | null {
    return this.#codes.get(`${locationId}|${phoneDigits(phone)}`) ?? null;
  }

  /** "Sends" a new SMS code to a phone. */
  sendSmsCode(locationId: number, phone: string): void {
    this.#codes.set(`${locationId}|${phoneDigits(phone)}`, String(this.#newId("sms_code")));
  }

  /** Forgets a code after a successful booking. */
  useSmsCode(locationId: number, phone: string): void {
    this.#codes.delete(`${locationId}|${phoneDigits(phone)}`);
  }
}
