/** An account over HTTP with the salon it is connected to, and what a Builder user and a caller do with them. */
import { onTestFinished } from "vitest";
import { attributes } from "../../../attributes/index.ts";
import { unzipArtifact } from "../../../scripts/artifact/index.ts";
import type { ArtifactTree } from "../../../scripts/model/types.ts";
import { startAltegio, type AltegioServer } from "../../../scripts/simulator/api/index.ts";
import { builtModule } from "../../assemble/built-module.ts";
import { localAccount, type LocalAccount } from "../../builder/local-account.ts";

export const projectIdn = "altegio_integration";
export const projects = "/api/v1/designer/projects";

/** When it plays: Tuesday, 1 December 2026, 10:00 in Berlin. */
export const now = Date.UTC(2026, 11, 1, 9);

/** What the API gives of most things. */
export interface Named {
  readonly id: string;
  readonly idn: string;
}

/** The account, the salon, and what a Builder user and a caller do with them. */
export class Scene {
  readonly account: LocalAccount;
  readonly altegio: AltegioServer;
  #actor = "";

  constructor(account: LocalAccount, altegio: AltegioServer) {
    this.account = account;
    this.altegio = altegio;
  }

  static async open(): Promise<Scene> {
    const altegio = await startAltegio({ now: () => new Date(now) });
    const hosts = { "https://api.alteg.io": altegio.url, "https://app.alteg.io": altegio.url };
    const secretAttributes = attributes.filter(({ secret }) => secret).map(({ idn }) => idn);
    const account = await localAccount({ now: () => now, hosts, secretAttributes });
    onTestFinished(() => altegio.close());
    return new Scene(account, altegio);
  }

  async install(): Promise<string> {
    const { id } = await this.account.ask<Named>("POST", projects, {
      idn: projectIdn,
      title: projectIdn,
      is_auto_update_enabled: true,
      registry_idn: "production",
      registry_item_idn: builtModule().model.identity.registryItemIdn,
      registry_item_version: null,
    });
    return id;
  }

  /** What a user enters, whether the attribute is there already or not. */
  async enter(values: Readonly<Record<string, string>>): Promise<void> {
    const path = "/api/v1/customer/attributes";
    const known = await this.attributes();
    for (const [idn, value] of Object.entries(values)) {
      const id = known.get(idn)?.id;
      await (id === undefined
        ? this.account.ask("POST", path, { idn, value })
        : this.account.ask("PUT", `${path}/${id}`, { value }));
    }
  }

  async attributes(): Promise<ReadonlyMap<string, Named & { readonly value: string }>> {
    const { attributes: all } = await this.account.ask<{ attributes: (Named & { value: string })[] }>(
      "GET",
      "/api/v1/bff/customer/attributes?include_hidden=true",
    );
    return new Map(all.map((attribute) => [attribute.idn, attribute]));
  }

  async value(idn: string): Promise<string> {
    return (await this.attributes()).get(idn)?.value ?? "";
  }

  async flows(id: string): Promise<readonly Named[]> {
    const agents = await this.account.ask<{ flows: Named[] }[]>(
      "GET",
      `/api/v1/bff/agents/list?project_id=${id}`,
    );
    return agents.flatMap(({ flows }) => flows);
  }

  async publish(id: string): Promise<void> {
    for (const flow of await this.flows(id)) {
      await this.account.ask("POST", `/api/v1/designer/flows/${flow.id}/publish`, {
        version: "1.0",
        type: "public",
      });
    }
  }

  /** What the agent is told when it promises a tool to the one caller there is. */
  async promise(tool: string, facts: object): Promise<string> {
    const { account } = this;
    if (this.#actor === "") {
      const persona = await account.ask<Named>("POST", "/api/v1/customer/personas", { name: "Nora" });
      const actor = await account.ask<Named>("POST", `/api/v1/customer/personas/${persona.id}/actors`, {
        name: "Nora",
        external_id: "+4915198765432",
        integration_idn: "newo_voice",
        connector_idn: "newo_voice_connector",
        time_zone_identifier: "Europe/Berlin",
      });
      this.#actor = actor.id;
    }
    await account.ask("POST", `/api/v1/chat/user/${this.#actor}`, {
      text: `/altegio_${tool}_tool ${JSON.stringify(facts)}`,
      arguments: [],
    });
    const { items } = await account.ask<{ items: { is_agent: boolean; payload: { text: string } }[] }>(
      "GET",
      `/api/v1/chat/history?user_actor_id=${this.#actor}&page=1&per=100`,
    );
    const latest = items.findIndex(({ is_agent }) => !is_agent);
    return items
      .slice(0, latest)
      .map(({ payload }) => payload.text)
      .join("\n");
  }

  /** Lines of the log that say that a skill stopped. */
  async errors(): Promise<unknown[]> {
    const { items } = await this.account.ask<{ items: unknown[] }>(
      "GET",
      "/api/v1/analytics/logs?levels=error&page=1&per=100",
    );
    return items;
  }

  async exported(): Promise<ArtifactTree> {
    const path = "/api/v2/designer/customer/export?export_akb=true&export_customer_attributes=false";
    return unzipArtifact((await this.account.send("POST", path)).bytes);
  }

  get appointments() {
    return this.altegio.state.records.filter(({ deleted, online }) => online && !deleted);
  }
}

/** What a caller wants. */
export const visit = {
  services: ["Women's haircut"],
  staff: "Anna Becker",
  date: "2026-12-03",
  time: "11:00",
  full_name: "Nora Lindt",
  phone: "+4915198765432",
};
