// @run {"input":{"local":{"name":"Ann","phone":"1","tags":["vip"],"address":{"city":"Oslo"}},"remote":{"name":"","email":"a@b.c","tags":["vip","new"],"address":{"zip":"0150"}}}}
// @run {"input":{"local":{},"remote":{"name":"Bob"}}}
interface Address {
  city?: string;
  zip?: string;
}

interface ClientCard {
  name?: string;
  phone?: string;
  email?: string;
  tags?: string[];
  address?: Address;
}

function isFilled<T>(value: T | undefined | null | ""): value is T {
  return value !== undefined && value !== null && value !== "";
}

function firstFilled<T>(...values: (T | undefined | null | "")[]): T | undefined {
  return values.find(isFilled);
}

export function main({ local, remote }: { local: ClientCard; remote: ClientCard }) {
  const merged: ClientCard = {
    ...local,
    ...remote,
    tags: [...new Set([...(local.tags ?? []), ...(remote.tags ?? [])])],
    address: { ...local.address, ...remote.address },
  };
  const name = firstFilled(remote.name, local.name);
  if (name !== undefined) {
    merged.name = name;
  } else {
    delete merged.name;
  }
  const changed = Object.keys(merged).filter(
    (key) => JSON.stringify(merged[key as keyof ClientCard]) !== JSON.stringify(local[key as keyof ClientCard]),
  );
  return { merged, changed };
}
