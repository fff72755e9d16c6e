// `npm run bench [name …] [-- --option …]`: builds the page and runs the benches of bench/, all or those named.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

const all = ['slider', 'live', 'images', 'map', 'compare', 'gestures', 'sweeps', 'explore', 'own'];

try {
  ensureInstalled();
  const given = process.argv.slice(2);
  const options = given.filter((argument) => argument.startsWith('--'));
  const named = given.filter((argument) => !argument.startsWith('--'));
  const names = named.length > 0 ? named : all;
  const { build } = await import('vite');
  await build({ root, logLevel: 'warn' });
  for (const name of names) {
    const file = join(root, 'bench', `${name}.mjs`);
    if (!existsSync(file)) throw new Error(`There is no bench "${name}"; there is ${all.join(', ')}.`);
    const { status } = spawnSync(process.execPath, [file, ...options], { cwd: root, stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
