import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('beside.py', import.meta.url));

/**
 * scikit-learn in a process of its own, `PYTHON` or python3. Its threads wait without spinning: a busy loop elsewhere would
 * slow spinning ones up to fifty times.
 * @param file the images, a byte a pixel
 * @returns `{ version, ask, close }`, or `{ missing }`: why there is none
 */
export async function startSklearn(file) {
  const child = spawn(process.env.PYTHON ?? 'python3', [script, file], {
    env: { ...process.env, OMP_WAIT_POLICY: 'passive' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const failed = new Promise((resolve) => {
    child.once('error', ({ message }) => resolve({ missing: message }));
    child.once('exit', () => resolve({ missing: 'Python ended' }));
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const answer = await Promise.race([lines.next().then(({ value }) => value && JSON.parse(value)), failed]);
    return answer ?? (await failed);
  };
  const first = await next();
  if (first.missing) return first;
  return {
    version: first.version,
    async ask(task) {
      child.stdin.write(`${task}\n`);
      const answer = await next();
      if (answer.missing) throw new Error(`scikit-learn did not answer: ${answer.missing}`);
      return answer;
    },
    close: () => child.stdin.end(),
  };
}
