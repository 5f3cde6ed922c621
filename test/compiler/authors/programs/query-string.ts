// @run {"input":{"name":"Ann & Co","city":"Köln","page":2}}
export function main(filter: { name: string; city: string; page: number }): string {
  const parts = Object.entries(filter).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  return "https://api.example/search?" + parts.join("&");
}
