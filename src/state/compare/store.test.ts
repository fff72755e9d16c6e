import { expect, test } from 'vitest';
import type { RecipeError } from '../../engine/types.ts';
import { addressOf } from './address.ts';
import { everyAlgorithm, participantsToText } from './participants.ts';
import { createCompareStore, participantsOf } from './store.ts';

test('a change of one parameter leaves the others, and the other participants, as they are', () => {
  const store = createCompareStore();
  const [first, second] = everyAlgorithm;
  store.getState().setParam(first!.id, { n_clusters: 3, random_state: 42 }, 'n_clusters', 4, 'drag');
  const [changed, other] = participantsOf(store.getState());
  expect(changed).toEqual({ ...first, params: { n_clusters: 4, random_state: 42 } });
  expect(other).toBe(second);
  expect(store.getState().change.gesture).toBe('drag');
  store.getState().resetParams(first!.id);
  expect(participantsOf(store.getState())[0]!.params).toBeNull();
});

test('a duplicate stands after its original and is a participant of its own', () => {
  const store = createCompareStore();
  const [first] = everyAlgorithm;
  store.getState().setPair([0, 3]);
  store.getState().duplicate(first!.id, { n_clusters: 5 });
  const list = participantsOf(store.getState());
  expect(list.slice(0, 2).map(({ algorithm, params }) => [algorithm, params])).toEqual([
    ['KMeans', null],
    ['KMeans', { n_clusters: 5 }],
  ]);
  expect(list[1]!.id).not.toBe(first!.id);
  // The two whose difference is shown are still the same two.
  expect(store.getState().pair).toEqual([0, 4]);
  store.getState().remove(list[1]!.id);
  expect(store.getState().pair).toEqual([0, 3]);
  store.getState().remove(first!.id);
  expect(store.getState().pair).toBeNull();
});

test('the address says nothing of what is as the lab opens, and brings back the rest', () => {
  const store = createCompareStore();
  const part = addressOf(store);
  expect(part.write()).toBe('');
  store.getState().setParam(everyAlgorithm[3]!.id, {}, 'eps', 0.3);
  store.getState().setSection('difference');
  store.getState().setPair([0, 3]);
  const search = part.write();
  expect(search).toMatch(
    /^compare=KMeans,MiniBatchKMeans,AgglomerativeClustering,DBSCAN;eps=0.3,.*&section=difference&pair=0,3$/,
  );
  const other = createCompareStore();
  addressOf(other).read(new URLSearchParams(search), fail, 'iris')();
  expect(participantsToText(participantsOf(other.getState()))).toBe(
    participantsToText(participantsOf(store.getState())),
  );
  expect(other.getState()).toMatchObject({ section: 'difference', pair: [0, 3] });
});

test('nonsense in the address is reported and comes to nothing', () => {
  const store = createCompareStore();
  const problems: RecipeError[] = [];
  const query = new URLSearchParams('section=gird&pair=1,200&compare=Foo');
  const restore = addressOf(store).read(query, (problem) => problems.push(problem), 'iris');
  expect(store.getState().chosen).toBeNull();
  restore();
  expect(problems.map(({ field }) => field)).toEqual(['compare', 'section', 'pair']);
  expect(store.getState()).toMatchObject({ section: 'multiples', pair: null, chosen: [] });
});

function fail(problem: RecipeError): never {
  throw problem;
}
