import { execFileSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'];
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Switches for a headless browser in a container: no sandbox for root, no background traffic. */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--force-color-profile=srgb',
];

function executable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The path of an installed Chromium: `CHROME_PATH`, then PATH, then the usual places; null if there is none. */
export function findBrowser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) return executable(chosen) ? chosen : null;
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .filter(Boolean)
    .flatMap((folder) => names.map((name) => join(folder, process.platform === 'win32' ? `${name}.exe` : name)));
  return [...onPath, ...applications].find(executable) ?? null;
}

/**
 * `findBrowser`, and where there is none it is installed, if this machine allows that.
 * @throws an Error whose message says in one sentence what to do
 */
export function requireBrowser() {
  if (findBrowser()) return;
  const chosen = process.env.CHROME_PATH;
  if (chosen) throw new Error(`CHROME_PATH is ${chosen}, which is no program that can be run.`);
  if (!installBrowser()) {
    throw new Error('No Chromium was found: install chromium or Chrome, or set CHROME_PATH to its executable.');
  }
}

/** Installs Debian's chromium where that is possible (apt-get, as root); returns whether a browser is there now. */
function installBrowser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    const options = {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    };
    execFileSync('apt-get', ['update', '-qq'], options);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
  } catch {
    return false;
  }
  return findBrowser() !== null;
}
