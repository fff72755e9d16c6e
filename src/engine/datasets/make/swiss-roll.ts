import type { RandomState } from '../../numeric/random-state.ts';
import { cosine, sine } from '../../numeric/sine.ts';
import type { Made } from './made.ts';
import { addNoiseByColumn } from './noise.ts';

export interface SwissRollParams {
  readonly n_samples: number;
  readonly noise: number;
  readonly hole: boolean;
}

/** Where the rows lie on the sheet before it is rolled up. */
interface Sheet {
  readonly t: Float64Array;
  readonly height: Float64Array;
}

/** sklearn.datasets.make_swiss_roll: a sheet rolled up in space; the target is the position along the roll. */
export function makeSwissRoll({ n_samples: rows, noise, hole }: SwissRollParams, random: RandomState): Made {
  const { t, height } = hole ? sheetWithHole(rows, random) : sheet(rows, random);
  const data = new Float64Array(3 * rows);
  for (let i = 0; i < rows; i++) {
    data[3 * i] = t[i]! * cosine(t[i]!);
    data[3 * i + 1] = height[i]!;
    data[3 * i + 2] = t[i]! * sine(t[i]!);
  }
  const X = { data, rows, cols: 3 };
  addNoiseByColumn(X, noise, random);
  return { X, y: null, target: t };
}

function sheet(rows: number, random: RandomState): Sheet {
  const t = Float64Array.from({ length: rows }, () => 1.5 * Math.PI * (1 + 2 * random.randomSample()));
  const height = Float64Array.from({ length: rows }, () => 21 * random.randomSample());
  return { t, height };
}

/** A sheet of 3 × 3 tiles without the one in the middle: a tile for each row, then the place on the tile. */
function sheetWithHole(rows: number, random: RandomState): Sheet {
  const tiles = random.choice(8, { size: rows }).map((tile) => (tile < 4 ? tile : tile + 1));
  const column = (i: number) => Math.floor(tiles[i]! / 3);
  const line = (i: number) => tiles[i]! % 3;
  const t = Float64Array.from(
    { length: rows },
    (_, i) => Math.PI * (1.5 + column(i)) + random.randomSample() * Math.PI,
  );
  const height = Float64Array.from({ length: rows }, (_, i) => line(i) * 7 + random.randomSample() * 7);
  return { t, height };
}
