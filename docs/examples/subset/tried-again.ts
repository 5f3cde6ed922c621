/**
 * Functions that are given, where errors are caught
 *
 * A function of the file may be given functions that throw, by their names or as arrow functions in place: it is read as one that
 * calls them by their names.
 *
 * @run {"input": "42", "responses": [{"status": 503, "body": ""}, {"status": 200, "body": "free"}]}
 * @run {"input": "42", "responses": [{"status": 404, "body": ""}]}
 */
import type { SkillContext } from "#sdk";

class HttpError extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

async function withRetry<T>(work: () => Promise<T>, attempts: number): Promise<T> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof HttpError && error.status < 500) {
        throw error;
      }
    }
  }
  return await work();
}

async function load(ctx: SkillContext, url: string): Promise<string> {
  const response = await ctx.send({ method: "GET", url, body: "", authorization: "none" });
  if (response.status !== 200) {
    throw new HttpError(response.status);
  }
  return response.body;
}

export async function main(ctx: SkillContext, id: string): Promise<string> {
  try {
    return await withRetry(() => load(ctx, `https://salon.example/${id}`), 3);
  } catch (error) {
    return error instanceof Error ? error.message : "unknown";
  }
}
