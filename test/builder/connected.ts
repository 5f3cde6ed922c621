/** A client connected with a local account, through a proxy that may spoil things. */
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { connect, PushRecord, type BuilderApi } from "../../scripts/builder/index.ts";
import { faultyProxy, type FaultyProxy } from "./faulty-proxy.ts";
import { localAccount, type LocalAccount } from "./local-account.ts";

/** Both ends. */
export interface Connected {
  readonly account: LocalAccount;
  readonly proxy: FaultyProxy;
  readonly api: BuilderApi;
  /** The record of pushes, as a new process reads it. */
  record(): PushRecord;
}

/** Connects; everything ends with the test. */
export async function connected(apiKey?: string): Promise<Connected> {
  const account = await localAccount();
  const proxy = await faultyProxy(() => account.url);
  const { api, close } = connect({
    baseUrl: proxy.url,
    apiKey: apiKey ?? account.builder.apiKey,
    patience: { maxRetries: 3, minTimeout: 1, maxTimeout: 5 },
    timeoutMs: 5000,
  });
  onTestFinished(close);
  return { account, proxy, api, record: () => new PushRecord(join(account.folder, "push.json")) };
}

/** The requests that change something. */
export function writes({ seen }: FaultyProxy, from = 0): string[] {
  return seen.slice(from).filter((request) => !/^GET |\/auth\//u.test(request));
}
