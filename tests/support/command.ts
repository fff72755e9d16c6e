import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const script = fileURLToPath(new URL('../../scripts/cluster.mjs', import.meta.url));

/** The real `cluster` command as a filter, at work. */
export interface Command {
  /** Writes a line to its standard input. */
  say(line: string): void;
  /** The next line that it prints. */
  hear(): Promise<string>;
  /** Ends its input. */
  end(): void;
  /** Closes its output, as `head -1` does when it has had enough. */
  hangUp(): void;
  /** When it has exited: its status, the lines that nobody heard, and what it said on standard error. */
  readonly done: Promise<{ status: number | null; lines: string[]; errors: string }>;
}

export function startCommand(...args: string[]): Command {
  return start(args);
}

function start(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Command {
  const env = { ...process.env, ...environment };
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env });
  const unheard: string[] = [];
  const waiting: ((line: string) => void)[] = [];
  let errors = '';
  child.stderr.on('data', (data) => {
    errors += data;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line);
    else unheard.push(line);
  });
  return {
    say: (line) => child.stdin.write(`${line}\n`),
    hear: () => new Promise((resolve) => (unheard.length > 0 ? resolve(unheard.shift()!) : waiting.push(resolve))),
    end: () => child.stdin.end(),
    hangUp: () => child.stdout.destroy(),
    done: new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, lines: unheard, errors }));
    }),
  };
}

/** Runs the command on some lines of input to its end, with what `environment` adds to its own. */
export async function runCommand(
  args: string[],
  input = '',
  environment: Readonly<Record<string, string>> = {},
): Promise<{ status: number | null; lines: string[]; errors: string }> {
  const command = start(args, environment);
  if (input !== '') command.say(input);
  command.end();
  return command.done;
}
