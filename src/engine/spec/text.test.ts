import fc from 'fast-check';
import { expect, test } from 'vitest';
import { valuesOf } from '../../../tests/support/recipes.ts';
import { algorithms } from '../algorithms/specs.ts';
import { datasets } from '../datasets/specs.ts';
import type { ParamValue } from '../types.ts';
import { intOrList, intOrPoints, type Param, realOrList } from './kinds.ts';
import { paramToText, textToParam } from './text.ts';

const common = { redo: 'fit', doc: '' } as const;
const params: [string, Param][] = [...algorithms, ...datasets].flatMap(({ id, params }) =>
  Object.entries(params).map(([name, param]): [string, Param] => [`${id}.${name}`, param]),
);

test.each(params)('%s comes back from its text', (_, param) => {
  fc.assert(
    fc.property(valuesOf(param), (value) => {
      expect(textToParam(param, paramToText(value))).toEqual(value);
    }),
  );
});

test.each<[Param, ParamValue, string]>([
  [realOrList({ default: 1, ...common }), 2, '2'],
  [realOrList({ default: 1, ...common }), [2], '2,'],
  [realOrList({ default: 1, ...common }), [1e-7, 2e21], '1e-7,2e+21'],
  [intOrList({ default: 1, ...common }), [3], '3,'],
  [intOrPoints({ default: null, ...common }), 3, '3'],
  [intOrPoints({ default: null, ...common }), [[3]], '3;'],
  [intOrPoints({ default: null, ...common }), [[3, 4]], '3,4;'],
  [intOrPoints({ default: null, ...common }), [[3], [4]], '3;4'],
  [intOrPoints({ default: null, ...common }), null, 'None'],
])('a list of one is not the number alone: %j %j', (param, value, text) => {
  expect(paramToText(value)).toBe(text);
  expect(textToParam(param, text)).toEqual(value);
});
