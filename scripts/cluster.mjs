// The terminal's door: `npm run -s cluster -- recipe.json` or `… -- -`. Runs the TypeScript sources as they stand.
import { ensureInstalled } from './install.mjs';

try {
  ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../cli/cluster.ts');
process.exitCode = await main(process.argv.slice(2), process.stdin, process.stdout);
