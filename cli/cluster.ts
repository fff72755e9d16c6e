import { Console } from 'node:console';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { type Answer, answerText, failure } from './answer.ts';
import { messageOf } from './message.ts';
import { parseJson } from './parse-json.ts';
import { USAGE } from './usage.ts';

/**
 * The `cluster` command: recipes in, one line of JSON out for each, in order and at once.
 * @param argv files, or '-' for standard input
 * @returns the exit status: 0, 1 if any recipe failed, 2 if the command was misused
 */
export async function main(argv: readonly string[], stdin: Readable, stdout: Writable): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    stdout.write(USAGE);
    return 0;
  }
  const option = argv.find((argument) => argument.startsWith('-') && argument !== '-');
  if (argv.length === 0 || option) {
    process.stderr.write(option ? `Unknown option ${option}\n\n${USAGE}` : USAGE);
    return 2;
  }
  keepOutputClean();
  const out = new Output(stdout);
  for (const source of argv) {
    const answers = source === '-' ? answersToLines(stdin) : answersToFile(source);
    for await (const { failed, line } of answers) {
      await out.write(line);
      if (failed) out.status = 1;
      if (out.closed) break;
    }
  }
  if (out.closed) stdin.destroy();
  return out.status;
}

/** Nothing but JSON goes to standard output: whatever else speaks through the console goes to standard error. */
function keepOutputClean(): void {
  Object.assign(console, new Console(process.stderr));
}

/** Lines to a stream that may be slow, and may be closed by its reader (`| head -1`), which is no error. */
class Output {
  status = 0;
  closed = false;

  constructor(private readonly stream: Writable) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.closed = true;
    });
  }

  /** Resolves when the stream has taken the line, or has been closed. */
  async write(line: string): Promise<void> {
    if (this.closed) return;
    await new Promise<void>((resolve) => this.stream.write(`${line}\n`, () => resolve()));
  }
}

/** Answers each line as it comes; a blank one is passed over. */
async function* answersToLines(stdin: Readable): AsyncGenerator<Answer> {
  // Named twice: its lines have been answered.
  if (stdin.readableEnded) return;
  let number = 0;
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() !== '') yield await answerText(withoutMark(line), `line ${number}`);
  }
}

/** A file holds one recipe, on as many lines as it likes, or one a line. */
async function* answersToFile(path: string): AsyncGenerator<Answer> {
  let text: string;
  try {
    text = withoutMark(await readFile(path, 'utf8'));
  } catch (error) {
    yield failure(`${path}: cannot be read: ${messageOf(error)}`);
    return;
  }
  if (text.trim() === '') {
    yield failure(`${path}: is empty`);
    return;
  }
  const lines = text.split(/\r?\n/);
  // Where no line is an object by itself the file is one recipe, even if a slip keeps it from being JSON.
  if (isJson(text) || !lines.some(isJson)) {
    yield await answerText(text, path);
    return;
  }
  for (const [i, line] of lines.entries()) {
    if (line.trim() !== '') yield await answerText(line, `${path}: line ${i + 1}`);
  }
}

function isJson(text: string): boolean {
  if (!/^\s*\{/.test(text)) return false;
  try {
    parseJson(text);
    return true;
  } catch {
    return false;
  }
}

/** Without the byte order mark that some editors put first. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
