import { zipSync } from "fflate";
import { describe, expect, test, vi } from "vitest";
import { ArtifactError, layOutArtifact, unzipArtifact, zipArtifact } from "../../scripts/artifact/index.ts";
import { sha256 } from "../../scripts/artifact/manifest.ts";
import { model } from "../model/sample-module.ts";

describe("the zip", () => {
  test("gives the tree back", () => {
    const tree = new Map([...layOutArtifact(model()), ["x.nsl", "Привет 🙂\n"], ["empty.nsl", ""]]);
    expect(new Map(unzipArtifact(zipArtifact(tree)))).toEqual(tree);
  });

  test("does not depend on the order of the tree", () => {
    const tree = layOutArtifact(model());
    expect(zipArtifact(new Map([...tree].reverse()))).toEqual(zipArtifact(tree));
  });

  test("has the same bytes in every time zone", () => {
    const files = new Map([
      ["a.txt", "text"],
      ["b/c.txt", "more"],
    ]);
    const made = ["UTC", "Asia/Kathmandu", "America/St_Johns"].map((zone) => {
      vi.stubEnv("TZ", zone);
      return { offset: new Date(0).getTimezoneOffset(), hash: sha256(zipArtifact(files)) };
    });
    vi.unstubAllEnvs();
    // The environment reaches the process that runs: the zones are three.
    expect(new Set(made.map(({ offset }) => offset)).size).toBe(3);
    const here = sha256(zipArtifact(files));
    expect(made.map(({ hash }) => hash)).toEqual([here, here, here]);
  });

  test("that is damaged, not text or too large is refused", () => {
    expect(() => unzipArtifact(new Uint8Array([1, 2, 3]))).toThrow(ArtifactError);
    expect(() => unzipArtifact(zipArtifact(layOutArtifact(model())).slice(0, 200))).toThrow(ArtifactError);
    expect(() => unzipArtifact(zipSync({ "a.txt": new Uint8Array([0xff, 0xfe]) }))).toThrow("not UTF-8");
    const bomb = zipSync({ "a.txt": new Uint8Array(65 * 1024 * 1024) });
    expect(() => unzipArtifact(bomb)).toThrow("unpacks to");
  });
});
