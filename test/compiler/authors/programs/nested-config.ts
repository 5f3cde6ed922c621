// @run {"input":{"defaults":{"lang":"en","zone":"UTC"},"custom":{"zone":"Europe/Berlin"}}}
type Config = { lang: string; zone: string };

export function main(input: { defaults: Config; custom: Partial<Config> }): Config {
  const merged = { ...input.defaults, ...input.custom };
  return merged;
}
