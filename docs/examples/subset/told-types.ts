/**
 * Types that the caller tells
 *
 * A function that claims of outside data what its type parameter says is compiled once for each type it is called with, so that the check knows it.
 *
 * @run {"input": {"services": "[{\"title\": \"Cut\"}]", "limits": "{\"most\": 3}"}}
 * @run {"input": {"services": "", "limits": "{}"}}
 */
interface Limits {
  readonly most: number;
  readonly least: number;
}

function read<T>(text: string, otherwise: T): T {
  return text === "" ? otherwise : (JSON.parse(text) as T);
}

function over<T extends object>(text: string, defaults: T): T {
  return { ...defaults, ...JSON.parse(text) };
}

export function main(input: { services: string; limits: string }): string {
  const services = read<{ title: string }[]>(input.services, []);
  const limits = over<Limits>(input.limits, { most: 1, least: 0 });
  return `${services.map(({ title }) => title).join(", ")} ${limits.least}-${limits.most}`;
}
