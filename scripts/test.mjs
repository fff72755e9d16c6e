// `npm test`: every check of the project, and one line at the end that counts them all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireBrowser } from './browser.mjs';
import { ensureInstalled, root } from './install.mjs';

const steps = [
  { name: 'format and lint', command: ['biome', 'ci', '--error-on-warnings', '.'] },
  { name: 'types: engine', command: ['tsc', '-p', 'tsconfig.engine.json'] },
  { name: 'types: page', command: ['tsc', '-p', 'tsconfig.dom.json'] },
  { name: 'types: worker', command: ['tsc', '-p', 'tsconfig.webworker.json'] },
  { name: 'types: terminal and tests', command: ['tsc', '-p', 'tsconfig.node.json'] },
  { name: 'build', command: ['vite', 'build', '--logLevel', 'warn'] },
];

function run(command) {
  const started = performance.now();
  const done = spawnSync('npx', ['--no-install', ...command], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  return { passed: done.status === 0, seconds: (performance.now() - started) / 1000 };
}

function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'clusterscope-'));
  const report = join(folder, 'report.json');
  const { passed } = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // A file that does not load has no tests to count, yet it has failed; so has a run that dies after its last test.
    const unread = testResults.filter(
      ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
    );
    return { passed: numPassedTests, failed: numFailedTests + unread.length || (passed ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

try {
  ensureInstalled();
  requireBrowser();
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}

const total = { passed: 0, failed: 0 };
for (const step of steps) {
  const { passed, seconds } = run(step.command);
  console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds.toFixed(1)} s)`);
  total[passed ? 'passed' : 'failed']++;
}
const tests = runTests();
total.passed += tests.passed;
total.failed += tests.failed;
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
