/** The account of the sandbox as JSON, and back. */
import type { Account, AttributeStore, StoredMetadata, UserField } from "../../platform/index.ts";

/** An attribute, in the order of its store. */
interface AttributeDump {
  readonly idn: string;
  readonly value: string;
  readonly metadata: StoredMetadata;
}

type Entries<T> = readonly (readonly [key: string, value: T])[];
type Values<Of> = Of extends Map<string, infer Value> ? Value : never;

/** All that an account holds. */
export interface AccountDump {
  readonly customer: readonly AttributeDump[];
  /** Id of a project -> its attributes. */
  readonly projects: Entries<readonly AttributeDump[]>;
  readonly personas: readonly {
    readonly id: string;
    readonly fields: Entries<string>;
    readonly attributes: Entries<string>;
  }[];
  readonly actors: readonly Values<Account["actors"]>[];
  readonly connectors: readonly (Omit<Values<Account["connectors"]>, "settings"> & {
    readonly settings: Entries<string>;
  })[];
  readonly memory: Entries<Values<Account["memory"]>>;
  readonly acts: readonly Values<Account["acts"]>[];
  readonly timers: Entries<Values<Account["timers"]>>;
}

/** Acts are read for as long as an answer may be on its way; older ones are let go. */
const mostActs = 1000;

/** The account as it is. @param projects attributes by the id of their project */
export function dumpAccount(account: Account, projects: ReadonlyMap<string, AttributeStore>): AccountDump {
  return {
    customer: dumpAttributes(account.customer),
    projects: [...projects].map(([id, store]) => [id, dumpAttributes(store)]),
    personas: [...account.personas.values()].map(({ id, fields, attributes }) => ({
      id,
      fields: [...fields],
      attributes: [...attributes],
    })),
    actors: [...account.actors.values()],
    connectors: [...account.connectors.values()].map((connector) => ({
      ...connector,
      settings: [...connector.settings],
    })),
    memory: [...account.memory],
    acts: [...account.acts.values()].slice(-mostActs),
    timers: [...account.timers],
  };
}

/** Fills a new account. @returns the attributes by the id of their project */
export function restoreAccount(account: Account, dump: AccountDump): Map<string, AttributeStore> {
  restoreAttributes(account.customer, dump.customer);
  for (const { id, fields, attributes } of dump.personas) {
    account.personas.set(id, {
      id,
      fields: new Map(fields as Entries<string> as readonly [UserField, string][]),
      attributes: new Map(attributes),
    });
  }
  dump.actors.forEach((actor) => {
    account.actors.set(actor.id, actor);
  });
  dump.connectors.forEach((connector) => {
    const { integrationIdn, connectorIdn, settings } = connector;
    account.connectors.set(`${integrationIdn}/${connectorIdn}`, {
      ...connector,
      settings: new Map(settings),
    });
  });
  dump.memory.forEach(([id, messages]) => account.memory.set(id, messages));
  dump.acts.forEach((act) => account.acts.set(act.id, act));
  dump.timers.forEach(([key, timer]) => account.timers.set(key, timer));
  return new Map(
    dump.projects.map(([id, attributes]) => {
      const store = account.newAttributes();
      restoreAttributes(store, attributes);
      return [id, store];
    }),
  );
}

function dumpAttributes(store: AttributeStore): AttributeDump[] {
  return store.idns.flatMap((idn) => {
    const attribute = store.find(idn);
    return attribute === undefined ? [] : [{ idn, ...attribute }];
  });
}

function restoreAttributes(store: AttributeStore, attributes: readonly AttributeDump[]): void {
  for (const { idn, value, metadata } of attributes) {
    store.setValue(idn, value);
    store.setMetadata(idn, metadata);
  }
}
