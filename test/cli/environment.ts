/** Variables of the environment, for one test. */
import { onTestFinished } from "vitest";

/** Sets them until the test is over; `undefined` takes one away. */
export function withEnvironment(values: Readonly<Record<string, string | undefined>>): void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const);
  Object.entries(values).forEach(([name, value]) => {
    put(name, value);
  });
  onTestFinished(() => {
    before.forEach(([name, value]) => {
      put(name, value);
    });
  });
}

function put(name: string, value: string | undefined): void {
  if (value === undefined) {
    Reflect.deleteProperty(process.env, name);
  } else {
    process.env[name] = value;
  }
}
