import { describe, expect, it } from 'vitest';
import { tableFromPoints } from './points.ts';

const nan = Number.NaN;

describe('tableFromPoints', () => {
  it('takes one row with one number', () => {
    const table = tableFromPoints([[2.5]], undefined);
    expect(table.X).toEqual({ data: Float64Array.of(2.5), rows: 1, cols: 1 });
    expect(table).toMatchObject({ featureNames: ['x0'], y: null, classNames: [], target: null });
  });

  it('lays rows out one after another', () => {
    expect(
      tableFromPoints(
        [
          [1, 2, 3],
          [4, 5, 6],
        ],
        null,
      ).X.data,
    ).toEqual(Float64Array.of(1, 2, 3, 4, 5, 6));
  });

  it('takes the names of the columns', () => {
    expect(tableFromPoints([[1, 2]], null, ['b', 'a']).featureNames).toEqual(['b', 'a']);
  });

  it.each([
    [['a'], 'dataset.feature_names: must be a list of 2 names, one a column'],
    ['ab', 'dataset.feature_names: must be a list of 2 names, one a column'],
    [['a', 1], 'dataset.feature_names[1]: must be a string'],
    [['a', 'a'], 'dataset.feature_names[1]: repeats "a"'],
  ])('refuses the names %j', (names, message) => {
    expect(() => tableFromPoints([[1, 2]], null, names)).toThrow(message);
  });

  // By numpy.unique: numbers by value, words by code point, all words where both occur.
  it.each([
    [
      [10, 9, 10, -1],
      [2, 1, 2, 0],
      ['-1', '9', '10'],
    ],
    [
      [0, -0, 0.5],
      [0, 0, 1],
      ['0', '0.5'],
    ],
    [
      ['b', 'a', 'B', 'b'],
      [2, 1, 0, 2],
      ['B', 'a', 'b'],
    ],
    [
      ['10', '9', ''],
      [1, 2, 0],
      ['', '10', '9'],
    ],
    [
      [10, 9, 'a'],
      [0, 1, 2],
      ['10', '9', 'a'],
    ],
    [
      ['\u{1F600}', '\uFF5E', 'é'],
      [2, 1, 0],
      ['é', '\uFF5E', '\u{1F600}'],
    ],
    [
      ['ab', 'a', 'abc'],
      [1, 0, 2],
      ['a', 'ab', 'abc'],
    ],
    [
      ['__proto__', 'constructor'],
      [0, 1],
      ['__proto__', 'constructor'],
    ],
  ])('encodes the classes %j as %j', (classes, y, names) => {
    const table = tableFromPoints(
      classes.map((_, i) => [i]),
      classes,
    );
    expect(Array.from(table.y!)).toEqual(y);
    expect(table.classNames).toEqual(names);
  });

  it.each([
    [undefined, undefined, 'dataset.X: must be a list of rows'],
    ['1,2', undefined, 'dataset.X: must be a list of rows'],
    [[], undefined, 'dataset.X: must have at least one row'],
    [[[]], undefined, 'dataset.X[0]: must have at least one number'],
    [[1, 2], undefined, 'dataset.X[0]: must be a list of numbers'],
    [[[1, 2], [1, 2], [3]], undefined, 'dataset.X[2]: must have 2 numbers as the first row has, not 1'],
    [[[1], [1, 2]], undefined, 'dataset.X[1]: must have 1 number as the first row has, not 2'],
    [
      [
        [1, 2],
        [1, 2],
        [1, 2],
        [1, nan],
      ],
      undefined,
      'dataset.X[3][1]: must be a finite number',
    ],
    [[[Number.POSITIVE_INFINITY]], undefined, 'dataset.X[0][0]: must be a finite number'],
    [[[1], ['2']], undefined, 'dataset.X[1][0]: must be a finite number'],
    [[[1], [null]], undefined, 'dataset.X[1][0]: must be a finite number'],
    [[[1], null], undefined, 'dataset.X[1]: must be a list of numbers'],
    [[[1], [2]], 'ab', 'dataset.y: must be a list with one class a row'],
    [[[1], [2]], [1], 'dataset.y: must have 2 entries as X has rows, not 1'],
    [[[1]], [], 'dataset.y: must have 1 entry as X has rows, not 0'],
    [[[1], [2]], [1, nan], 'dataset.y[1]: must be a finite number or a string'],
    [[[1], [2]], ['a', null], 'dataset.y[1]: must be a finite number or a string'],
  ])('refuses %j, %j', (X, y, message) => {
    expect(() => tableFromPoints(X, y)).toThrow(expect.objectContaining({ name: 'RecipeError', message }));
  });
});
