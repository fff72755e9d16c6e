import { expect, it } from 'vitest';
import { labelsCsv } from './labels-csv.ts';

const table = {
  X: { data: Float64Array.of(1, 0.5, 3, 4), rows: 2, cols: 2 },
  featureNames: ['a, b', 'c'],
  y: Int32Array.of(1, 0),
  classNames: ['x', 'the "y"'],
  target: null,
};

it('writes one line a row, quoting what needs it', () => {
  expect(labelsCsv(table, Int32Array.of(0, -1))).toBe(
    'row,"a, b",c,class,cluster\n0,1,0.5,"the ""y""",0\n1,3,4,x,-1\n',
  );
  expect(labelsCsv({ ...table, y: null, classNames: [] }, Int32Array.of(0, 2)).split('\n')[1]).toBe('0,1,0.5,0');
});
