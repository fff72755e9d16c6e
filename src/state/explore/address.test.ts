import { expect, test } from 'vitest';
import type { RecipeError } from '../../engine/types.ts';
import { addressOf } from './address.ts';
import { createExploreStore } from './store.ts';

const open = () => {
  const store = createExploreStore();
  const part = addressOf(store);
  const read = (text: string) => {
    const problems: RecipeError[] = [];
    part.read(new URLSearchParams(text), (problem) => problems.push(problem))();
    return problems.map(({ message }) => message);
  };
  return { store, part, read };
};

test('what is chosen is written and read again, what the lab opens with is left out', () => {
  const { store, part, read } = open();
  expect(part.write()).toBe('');
  store.getState().setSection('pairs');
  store.getState().setColumns([3, 0, 12]);
  expect(part.write()).toBe('section=pairs&columns=0,3,12');
  const other = open();
  expect(other.read(part.write())).toEqual([]);
  expect(other.store.getState()).toMatchObject({ section: 'pairs', columns: [0, 3, 12] });
  expect(read('')).toEqual([]);
  expect(store.getState()).toMatchObject({ section: 'summary', columns: null });
});

test('what makes no sense is dropped and reported', () => {
  const { store, read } = open();
  expect(read('section=nowhere&columns=1,1')).toEqual([
    expect.stringMatching(/^section: unknown "nowhere"; one of summary, /),
    expect.stringMatching(/^columns: must be numbers of columns/),
  ]);
  for (const columns of ['-1', 'a', '1,,2', '', '1e3', Array.from({ length: 65 }, (_, i) => i).join(',')]) {
    expect(read(`columns=${columns}`)).toHaveLength(1);
  }
  expect(store.getState()).toMatchObject({ section: 'summary', columns: null });
});

test('a change is told by the name of its field', () => {
  const { store, part } = open();
  const told: string[] = [];
  part.subscribe((field) => told.push(field));
  store.getState().setSection('pca');
  store.getState().setColumns([1]);
  store.getState().setColumns(store.getState().columns);
  expect(told.slice(0, 2)).toEqual(['explore.section', 'explore.columns']);
});
