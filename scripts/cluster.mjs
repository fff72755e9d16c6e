// The terminal's door: `npm run -s cluster -- recipe.json` or `… -- -`. Runs the TypeScript sources as they stand.
import { ensureInstalled } from './install.mjs';

try {
  ensureInstalled();
  const { compileKernels } = await import('./kernels.mjs');
  await compileKernels();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../cli/cluster.ts');
// npm runs its scripts in the project's folder; the paths are those of the folder that it was called in.
const { npm_lifecycle_event, INIT_CWD } = process.env;
if (npm_lifecycle_event === 'cluster' && INIT_CWD) process.chdir(INIT_CWD);
process.exitCode = await main(process.argv.slice(2), process.stdin, process.stdout);
