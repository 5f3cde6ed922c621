/** What leaves the build or is printed holds no credential and nothing of the machine it was made on. */
import { mkdtempSync, rmSync } from "node:fs";
import { homedir, hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeBuild } from "../../scripts/assemble/index.ts";
import { DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN } from "../../scripts/simulator/api/index.ts";
import { runCaptured } from "../cli/run-captured.ts";
import { builtModule, root } from "./built-module.ts";
import { filesOf } from "./files-of.ts";

const texts = new Map<string, string>();
const folder = mkdtempSync(join(tmpdir(), "no-secrets-"));

beforeAll(async () => {
  writeBuild(builtModule(), folder);
  for (const [name, text] of filesOf(folder)) {
    if (!name.endsWith(".zip")) {
      texts.set(name, text);
    } else {
      const zip = Buffer.from(text, "latin1");
      texts.set(name, withoutPacked(zip));
      const packed = Object.entries(unzipSync(zip));
      packed.forEach(([inner, bytes]) =>
        texts.set(`${name}/${inner}`, Buffer.from(bytes).toString("latin1")),
      );
    }
  }
  const demo = ["demo", "--no-build", "--out", folder];
  for (const args of [demo, [...demo, "--json"], ["sandbox", "publish"], ["sandbox", "publish", "--json"]]) {
    const { out, err } = await runCaptured(...args);
    texts.set(args.filter((word) => word !== folder).join(" "), `${out}${err}`);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/**
 * All of a zip but what is packed, which is looked at as it was: its headers, names and comments. In packed bytes any
 * few characters stand by chance.
 */
function withoutPacked(zip: Buffer): string {
  let [text, at] = ["", 0];
  while (zip.readUInt32LE(at) === 0x04034b50) {
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    text += zip.toString("latin1", at, start);
    at = start + zip.readUInt32LE(at + 18);
  }
  return text + zip.toString("latin1", at);
}

/** The texts a pattern occurs in. */
function holding(pattern: RegExp): string[] {
  return [...texts].filter(([, text]) => pattern.test(text)).map(([name]) => name);
}

function literal(text: string): RegExp {
  return new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&"), "u");
}

describe("what is written and printed", () => {
  it("is all looked at", () => {
    const names = [...texts.keys()];
    expect(names.length).toBeGreaterThan(100);
    expect(names).toEqual(
      expect.arrayContaining(["manifest.json", "demo --no-build --out", "sandbox publish --json"]),
    );
    expect(holding(/Nora Lindt/u)).toContain("demo --no-build --out");
    expect(names.some((name) => name.startsWith("maps/"))).toBe(true);
    expect(names.some((name) => name.includes(".zip/"))).toBe(true);
    const zip = names.find((name) => name.endsWith(".zip")) ?? "";
    expect(texts.get(zip)).toContain("_storeCatalog.nsl");
  });

  it.each([DEMO_PARTNER_TOKEN, DEMO_USER_TOKEN])("holds no secret (%#)", (secret) => {
    expect(holding(literal(secret))).toEqual([]);
    expect(holding(literal(Buffer.from(secret).toString("base64").replace(/=+$/u, "")))).toEqual([]);
  });

  it("holds no absolute path and no name of the machine", () => {
    const machine = [root, folder, tmpdir(), homedir(), hostname()].filter((name) => name.length > 3);
    for (const name of machine) {
      expect(holding(literal(name))).toEqual([]);
    }
    expect(
      holding(/(?:^|[\s"'=:(])(?:file:\/\/|\/(?:home|root|tmp|usr|var|work|Users)\/|[A-Z]:\\)/mu),
    ).toEqual([]);
  });
});
