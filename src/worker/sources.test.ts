import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fetchedSources } from './sources.ts';

const base = new URL('http://here/page/');
const content = Uint8Array.from({ length: 5_000 }, (_, i) => i % 251);
const packed = new Uint8Array(gzipSync(content));
const list = JSON.stringify({ chunks: [{ name: '0-abc.bin', bytes: packed.length }] });

/** A network that has these answers by path; the others are not found. */
function network(answers: Record<string, BodyInit>) {
  const asked: string[] = [];
  const ask = async ({ pathname }: URL) => {
    asked.push(pathname);
    const answer = answers[pathname];
    return answer === undefined ? new Response('', { status: 404 }) : new Response(answer);
  };
  return { asked, sources: fetchedSources(base, ask) };
}
const LIST = '/page/data/tiny.json';
const CHUNK = '/page/data/tiny/0-abc.bin';

/** The packed chunk in pieces, of which the connection may break off. */
function pieces(breaksOff: boolean): ReadableStream {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (breaksOff && at > 0) controller.error(new Error('reset'));
      else if (at >= packed.length) controller.close();
      else controller.enqueue(packed.slice(at, at + 100));
      at += 100;
    },
  });
}

describe('fetched sources', () => {
  test('fetch the list once, and chunks with progress', async () => {
    const { asked, sources } = network({ [LIST]: list, [CHUNK]: pieces(false) });
    const told: number[] = [];
    const bytes = await sources.bytes('tiny/0', (loaded, total) => {
      expect(total).toBe(packed.length);
      told.push(loaded);
    });
    expect(bytes).toEqual(content);
    expect(told[0]).toBe(0);
    expect(told.at(-1)).toBe(packed.length);
    expect(told.length).toBeGreaterThan(2);
    await expect(sources.bytes('tiny/1')).rejects.toThrow('dataset: there is no chunk tiny/1');
    expect(asked).toEqual([LIST, CHUNK]);
  });

  test.each<[string, Record<string, BodyInit>, string]>([
    ['no list', {}, `${LIST} could not be fetched: 404`],
    ['a list that is none', { [LIST]: '<html>' }, `${LIST} is broken`],
    ['no chunk', { [LIST]: list }, `${CHUNK} could not be fetched: 404`],
    [
      'a chunk cut off',
      { [LIST]: list, [CHUNK]: packed.slice(0, 50) },
      `${CHUNK} is cut off: 50 of ${packed.length} bytes came`,
    ],
    [
      'a chunk too long',
      { [LIST]: list, [CHUNK]: new Uint8Array(packed.length + 1) },
      `${CHUNK} is longer than ${packed.length} bytes`,
    ],
    [
      'a broken connection',
      { [LIST]: list, [CHUNK]: pieces(true) },
      `${CHUNK} broke off after 100 of ${packed.length} bytes`,
    ],
    [
      'a chunk that is no gzip',
      { [LIST]: list, [CHUNK]: new Uint8Array(packed.length) },
      `${CHUNK} is broken or cut off: it cannot be unpacked`,
    ],
  ])('say what is wrong: %s', async (_, answers, problem) => {
    await expect(network(answers).sources.bytes('tiny/0')).rejects.toThrow(`dataset: ${problem}`);
  });

  test('say that the server is away, and ask again the next time', async () => {
    let isAway = true;
    const sources = fetchedSources(base, async ({ pathname }) => {
      if (isAway) throw new TypeError('Failed to fetch');
      return new Response(pathname === LIST ? list : packed);
    });
    await expect(sources.bytes('tiny/0')).rejects.toThrow(`dataset: ${LIST} could not be fetched: the server does not`);
    isAway = false;
    expect(await sources.bytes('tiny/0')).toEqual(content);
  });
});
