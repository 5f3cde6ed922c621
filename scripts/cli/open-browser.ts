/** Opens an address in the browser of this machine. */
import { spawn } from "node:child_process";

/** The program of a system that opens addresses, with what stands before the address; no shell reads any of it. */
export function openerOf(platform: NodeJS.Platform): readonly [string, ...string[]] {
  switch (platform) {
    case "darwin":
      return ["open"];
    case "win32":
      return ["rundll32", "url.dll,FileProtocolHandler"];
    default:
      return ["xdg-open"];
  }
}

/**
 * Hands the address to the system. The browser outlives this process.
 *
 * @param onFailure hears that there is no opener, or that it found no browser
 */
export function openBrowser(url: string, onFailure: () => void): void {
  const [program, ...before] = openerOf(process.platform);
  const opener = spawn(program, [...before, url], { stdio: "ignore", detached: true, shell: false });
  opener.on("error", onFailure);
  opener.on("exit", (code) => {
    if (code !== 0) {
      onFailure();
    }
  });
  opener.unref();
}
