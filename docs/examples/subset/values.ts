/**
 * A value of each kind
 *
 * Texts, integers, booleans, null, lists and objects are written as in TypeScript; a type leaves no trace.
 *
 * @run {"input": null}
 */
interface Service {
  readonly title: string;
  readonly minutes: number;
  readonly online: boolean;
  readonly note: string | null;
  readonly tags: readonly string[];
}

export function main(): Service {
  const service: Service = {
    title: "Men's cut",
    minutes: 45,
    online: true,
    note: null,
    tags: ["hair", "short"],
  };
  return service;
}
