/**
 * Other functions
 *
 * Any other function becomes a private skill of the flow. Values cross as text: a text as it is, anything
 * else as JSON.
 *
 * @run {"input": [{"name": "Ann", "visits": 12}, {"name": "Bo", "visits": 1}]}
 */
interface Client {
  readonly name: string;
  readonly visits: number;
}

function describe(client: Client): string {
  if (client.visits > 10) {
    return `${client.name}, a regular`;
  }
  return client.name;
}

export function main(clients: Client[]): string[] {
  const names = clients.map((client) => describe(client));
  return names;
}
