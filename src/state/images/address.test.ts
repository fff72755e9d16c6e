import { expect, test } from 'vitest';
import { openPart } from '../../../tests/support/address.ts';
import { addressOf } from './address.ts';
import { createImagesStore } from './store.ts';

const open = () => openPart(createImagesStore(), addressOf);

test('the picked cluster and the race are written and read again, what the lab opens with is left out', () => {
  const { store, part, read } = open();
  expect(part.write()).toBe('');
  store.getState().pick(7);
  store.getState().setRace('own');
  expect(part.write()).toBe('cluster=7&race=own');
  const other = open();
  expect(other.read(part.write())).toEqual([]);
  expect(other.store.getState()).toMatchObject({ cluster: 7, race: 'own' });
  expect(read('')).toEqual([]);
  expect(store.getState()).toMatchObject({ cluster: 0, race: null });
});

test('no cluster at all is something else than the first', () => {
  const { store, part } = open();
  store.getState().pick(null);
  expect(part.write()).toBe('cluster=none');
  const other = open();
  expect(other.read(part.write())).toEqual([]);
  expect(other.store.getState().cluster).toBeNull();
});

test('what makes no sense is dropped and reported', () => {
  const { store, read } = open();
  expect(read('race=horses&cluster=-1')).toEqual([
    "cluster: must be a cluster's number, at most 9999, or none",
    'race: unknown "horses"; one of same, own',
  ]);
  for (const cluster of ['', '1.5', '1e3', '10000', 'first']) expect(read(`cluster=${cluster}`)).toHaveLength(1);
  expect(store.getState()).toMatchObject({ cluster: 0, race: null });
});

test('a race of rows that are no pictures is reported', () => {
  const { store, read } = open();
  expect(read('race=same', 'iris')).toEqual(['race: is for pictures, which the rows of Iris are not']);
  expect(store.getState().race).toBeNull();
});

test('tells of a change by its own name', () => {
  const { store, part } = open();
  const told: string[] = [];
  part.subscribe((field) => told.push(field));
  store.getState().pick(2);
  store.getState().setRace('same');
  store.getState().setRace('same');
  expect(told).toEqual(['images.cluster', 'images.race']);
});
