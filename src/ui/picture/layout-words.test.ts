import { describe, expect, it } from 'vitest';
import { layoutRows, layoutWords } from './layout-words.ts';

const digits = { one: 'digit', many: 'digits' };
const placed = { key: '', dataKey: '', id: 'tsne', places: new Float64Array(0), sample: null } as const;
const state = { status: 'done', share: 1, left: null, problem: null, placed } as const;

describe('the words beside a layout', () => {
  it('say how far it is', () => {
    const say = (share: number) => layoutWords({ ...state, status: 'running', share }, 't-SNE', 150, digits);
    expect(say(0.001)).toBe('t-SNE looks for neighbours');
    expect(say(0.349)).toBe('t-SNE settles: 34 %');
    const rest = (left: number) => layoutWords({ ...state, status: 'running', share: 0.349, left }, 't-SNE', 1, digits);
    expect(rest(192)).toBe('t-SNE settles: 34 %, about 3 minutes left');
    expect(rest(3)).toBe('t-SNE settles: 34 %');
    expect(layoutWords({ ...state, status: 'held' }, 't-SNE', 150, digits)).toBe('Not started.');
    expect(layoutWords({ ...state, status: 'cancelled', share: 0.5 }, 't-SNE', 150, digits)).toBe('Stopped at 50 %.');
  });

  it('say what was laid out, and what became of the rest', () => {
    expect(layoutWords(state, 'UMAP', 1797, digits)).toMatch(/^All 1,797 digits laid out\./);
    const sample = new Int32Array(10_000);
    expect(layoutWords({ ...state, placed: { ...placed, sample } }, 'UMAP', 70_000, digits)).toMatch(
      /^10,000 of 70,000 digits laid out, the others placed between the nearest of these\./,
    );
  });

  it('say why there is none', () => {
    const failed = { ...state, status: 'failed', problem: 'rows must be at most 25510 here' } as const;
    expect(layoutWords(failed, 't-SNE', 1, digits)).toBe('t-SNE did not come about: rows must be at most 25510 here.');
  });
});

it('only layouts have a limit of rows', () => {
  expect(layoutRows('tsne')).toBe(10_000);
  expect(layoutRows('pca')).toBe(Number.POSITIVE_INFINITY);
  expect(layoutRows([0, 1])).toBe(Number.POSITIVE_INFINITY);
});
