import { expect, test } from 'vitest';
import { pixels } from '../../engine/pixels.ts';
import { RecipeError } from '../../engine/types.ts';
import { fewerRows } from './fewer-rows.ts';

const refusal = () => {
  try {
    return pixels(new Uint8Array(70_000 * 784), 70_000, 784).data as never;
  } catch (error) {
    return error as RecipeError;
  }
};

test('too many images for a method: a sample would do', () => {
  expect(fewerRows(refusal(), 'mnist_784')).toEqual({ rows: 2000, isRandom: false });
});

test('no sample where it would be no less, or where rows are not what is wrong', () => {
  expect(fewerRows(new RecipeError('rows', 'must be at most 150'), 'iris')).toBeNull();
  expect(fewerRows(new RecipeError('rows', 'must be at least 1'), 'mnist_784')).toBeNull();
  expect(fewerRows(new RecipeError('params.eps', 'must be at most 5000'), 'mnist_784')).toBeNull();
});
