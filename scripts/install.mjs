import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** What a lock file says is needed: path → version. Optional packages are for other platforms, so they may be missing. */
function packages(file) {
  const { packages: all } = JSON.parse(readFileSync(join(root, file), 'utf8'));
  return Object.entries(all).filter(
    ([path, { optional, devOptional, link }]) => path && !optional && !devOptional && !link,
  );
}

/** npm keeps a lock file of what it installed inside node_modules; an install by hand counts as well as ours. */
function upToDate() {
  const record = 'node_modules/.package-lock.json';
  if (!existsSync(join(root, record))) return false;
  const installed = new Map(packages(record).map(([path, { version }]) => [path, version]));
  return packages('package-lock.json').every(([path, { version }]) => installed.get(path) === version);
}

/**
 * Runs `npm ci` when node_modules is missing or older than the lock file. Everything npm prints goes to standard error,
 * so that a command whose standard output is data stays clean.
 * @throws when the Node version is too old or `npm ci` fails
 */
export function ensureInstalled() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Error(`Node 20.19 or newer is needed; this is ${process.version}.`);
  }
  if (upToDate()) return;
  console.error('Installing dependencies (npm ci) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--include=dev', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) throw new Error('npm ci failed; see the messages above.');
}
