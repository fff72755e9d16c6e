import { expect, test } from 'vitest';
import { NOISE, UNASSIGNED } from '../../engine/types.ts';
import { layOutMarks, styleKey, styleOf } from './marks.ts';
import { CROSS, FILLED, HOLLOW } from './overlay-types.ts';

const data = {
  labels: Int32Array.of(0, 1, NOISE, UNASSIGNED, 1),
  colorOf: Int32Array.of(0, 23, -1, -2, 1),
  shapeOf: Uint8Array.of(0, 1, 2, 9, 0),
  changed: Int32Array.of(1, 99),
  selection: null,
  palette: Array.from({ length: 22 }, (_, i) => `#0000${(i + 16).toString(16)}`),
};

test('noise is hollow and grey, what no step has reached grey and solid, slots and shapes go round', () => {
  const { keys } = layOutMarks(data);
  expect([...keys].map(styleOf)).toEqual([
    { shape: 0, slot: 0, outlined: false, kind: FILLED },
    { shape: 1, slot: 1, outlined: true, kind: FILLED },
    { shape: 2, slot: -1, outlined: false, kind: HOLLOW },
    { shape: 1, slot: -1, outlined: false, kind: FILLED },
    { shape: 0, slot: 1, outlined: false, kind: FILLED },
  ]);
});

test('an overlay says what is filled, hollow or a cross', () => {
  const kinds = Uint8Array.of(HOLLOW, FILLED, CROSS, FILLED, HOLLOW);
  expect([...layOutMarks({ ...data, kinds }).keys].map((key) => styleOf(key).kind)).toEqual([...kinds]);
});

test('a key says what it was made from', () => {
  for (const style of [
    { shape: 7, slot: 21, outlined: true, kind: HOLLOW },
    { shape: 0, slot: -1, outlined: false, kind: CROSS },
  ]) {
    expect(styleOf(styleKey(style.slot, style.shape, style.outlined ? 1 : 0, style.kind))).toEqual(style);
  }
});

test('what changed lies over the rest; what is not selected lies under it, muted', () => {
  expect([...layOutMarks(data).order]).toEqual([0, 2, 3, 4, 1]);
  const marks = layOutMarks({ ...data, selection: new Set([1, 0]) });
  expect([...marks.order]).toEqual([2, 3, 4, 0, 1]);
  expect(marks.muted).toBe(3);
  expect(layOutMarks({ ...data, selection: new Set() }).muted).toBe(5);
});
