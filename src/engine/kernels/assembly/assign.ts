import { columnAt, columnEnd, dotF64, dotI16, dotsI16, openBlocks, openRow, valueAt } from './dots';

// The addresses of a problem, as ../lloyd.ts lays them out: 32-bit words, in this order.
const STARTS: usize = 0;
const COLUMNS: usize = 4;
const VALUES: usize = 8;
const NORMS: usize = 12;
const LABELS: usize = 16;
/** n: distance to the own centre, less what that centre had moved until then. */
const UPPER: usize = 20;
/** n × groupsPadded: the least distance to a centre of the group but the own, plus what the group had moved until then. */
const LOWER: usize = 24;
/** k × d float64. */
const CENTERS: usize = 28;
/** ‖centre‖², 4 groups float64. */
const CENTER_NORMS: usize = 32;
/** 4 groups vectors of int16, STEP bytes each: the centres times 1 / UNIT, rounded. */
const TABLES: usize = 36;
/** ‖centre‖², 4 groups float32, infinite where there is no centre. */
const TABLE_NORMS: usize = 40;
/** How far each centre has moved in all, 4 groups float32, and each group at most, groupsPadded float32. */
const MOVED: usize = 44;
const GROUP_MOVED: usize = 48;
/** k × d int32, and k int32. */
const SUMS: usize = 52;
const SIZES: usize = 56;
/** Scratch: 4 groups float32, then a word a group. */
const LANES: usize = 60;
const MEASURED: usize = 64;
const DIMENSIONS: usize = 68;
const GROUPS: usize = 72;
const GROUPS_PADDED: usize = 76;
const BLOCK_STARTS: usize = 80;
const BLOCK_NUMBERS: usize = 84;
const BLOCK_PIXELS: usize = 88;
/** n float64: the sum of each row. */
const ROW_SUMS: usize = 92;
const STEP: usize = 96;
/** float32: the largest ‖centre‖, and the unit of the tables. */
const LARGEST: usize = 100;
const UNIT: usize = 104;

/** Covers what float32 loses of distances and of what centres have moved. */
const SLACK: f32 = 0.02;
const HUGE: f32 = 3e38;

/**
 * Finds the nearest centre of the rows from…to-1 by float64 distances, the lowest number of equals; moves rows that
 * changed from sum to sum. Returns how many changed.
 *
 * Distances are skipped where bounds rule them out: Y. Ding et al., "Yinyang k-means", ICML 2015, with groups of four.
 */
export function assignRows(from: i32, to: i32, p: usize): i32 {
  let changed = 0;
  const padded: usize = load<u32>(p + GROUPS_PADDED);
  const labels: usize = load<u32>(p + LABELS);
  const upper: usize = load<u32>(p + UPPER);
  const lower: usize = load<u32>(p + LOWER);
  const moved: usize = load<u32>(p + MOVED);
  const groupMoved: usize = load<u32>(p + GROUP_MOVED);
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label >= 0) {
      const bound = f32x4.splat(load<f32>(upper + (<usize>i << 2)) + load<f32>(moved + (<usize>label << 2)));
      const row = lower + ((<usize>i * padded) << 2);
      let below = f32x4.lt(f32x4.sub(v128.load(row), v128.load(groupMoved)), bound);
      for (let g: usize = 16; g < padded << 2; g += 16) {
        below = v128.or(below, f32x4.lt(f32x4.sub(v128.load(row + g), v128.load(groupMoved + g)), bound));
      }
      if (!v128.any_true(below)) continue;
    }
    const found = visit(i, label, p);
    if (found == label) continue;
    changed++;
    store<i32>(labels + (<usize>i << 2), found);
    if (label >= 0) addRow(label, -1, p);
    addRow(found, 1, p);
  }
  return changed;
}

/**
 * The nearest centre of each of `count` rows (u32), into labels; the rows' own labels stay. `sums` (k × d int32) gets the sum
 * of the rows at each centre. Returns the sum of the squared norms.
 */
export function nearestRows(rows: usize, count: i32, labels: usize, sums: usize, p: usize): f64 {
  let norms: f64 = 0;
  const own: usize = load<u32>(p + LABELS);
  for (let at: usize = 0; at < <usize>count << 2; at += 4) {
    const i = load<i32>(rows + at);
    const found = visit(i, -1, p);
    store<i32>(labels + at, found);
    addTo(sums, found, 1, p);
    norms += norm;
    if (found == load<i32>(own + (<usize>i << 2))) continue;
    // The bounds are now those of another label than the row's own: they must rule nothing out.
    store<f32>(load<u32>(p + UPPER) + (<usize>i << 2), HUGE);
    store<f32>(load<u32>(p + LOWER) + ((<usize>i * load<u32>(p + GROUPS_PADDED) + (found >> 2)) << 2), 0);
  }
  return norms;
}

/** Adds the open row `sign` times to the sum of a cluster. */
function addRow(label: i32, sign: i32, p: usize): void {
  addTo(load<u32>(p + SUMS), label, sign, p);
  const size: usize = load<u32>(p + SIZES) + (<usize>label << 2);
  store<i32>(size, load<i32>(size) + sign);
}

function addTo(sums: usize, label: i32, sign: i32, p: usize): void {
  const sum = sums + ((<usize>label * load<u32>(p + DIMENSIONS)) << 2);
  let value = valueAt;
  for (let at = columnAt; at < columnEnd; at += 2, value++) {
    const to = sum + (<usize>load<u16>(at) << 2);
    store<i32>(to, load<i32>(to) + sign * <i32>load<u8>(value));
  }
}

// What is known of the open row while it is visited.
/** How wrong a measured square may be: centres are rounded, and float32 rounds what comes of them. */
let error: f32 = 0;
let norm: f64 = 0;
/** The nearest centre so far, its measured square, and its float64 square or -1 where nobody needed it. */
let best: i32 = 0;
let bestSquare: f32 = 0;
let bestExact: f64 = -1;

/** The nearest centre of row i, whose bounds are renewed. */
function visit(i: i32, label: i32, p: usize): i32 {
  openRow(i, load<u32>(p + STARTS), load<u32>(p + COLUMNS), load<u32>(p + VALUES));
  openBlocks(i, load<u32>(p + BLOCK_STARTS), load<u32>(p + BLOCK_NUMBERS), load<u32>(p + BLOCK_PIXELS));
  const groups: i32 = load<i32>(p + GROUPS);
  const lanes: usize = load<u32>(p + LANES);
  const measured: usize = load<u32>(p + MEASURED);
  const groupMoved: usize = load<u32>(p + GROUP_MOVED);
  const row: usize = load<u32>(p + LOWER) + ((<usize>i * load<u32>(p + GROUPS_PADDED)) << 2);
  const largest = <f64>load<f32>(p + LARGEST);
  const unit = <f64>load<f32>(p + UNIT);
  norm = load<f64>(load<u32>(p + NORMS) + (<usize>i << 3));
  // Each pixel of a centre is wrong by half a unit at most, and that counts twice.
  error = <f32>(load<f64>(load<u32>(p + ROW_SUMS) + (<usize>i << 3)) * unit * 1.001 + 6e-7 * (norm + largest * largest));
  const isFirst = label < 0;
  const own = isFirst ? guess(groups, lanes, p) : label;
  const home = own >> 2;
  best = own;
  // A guess has measured all groups.
  bestSquare = isFirst ? load<f32>(lanes + (<usize>own << 2)) : measureOne(own, p);
  bestExact = -1;
  const ownSquare = bestSquare;
  const ownHigh = Mathf.sqrt(Mathf.max(0, bestSquare + error)) + SLACK;
  for (let g = 0; g < groups; g++) {
    const at = <usize>g << 2;
    store<i32>(measured + at, 0);
    if (!isFirst && load<f32>(row + at) - load<f32>(groupMoved + at) >= ownHigh) continue;
    if (!isFirst) measure(g, lanes, p);
    store<i32>(measured + at, 1);
    compare(g, lanes, p);
  }
  for (let g = 0; g < groups; g++) {
    const at = <usize>g << 2;
    if (!load<i32>(measured + at)) continue;
    const squares = f32x4.sub(v128.load(lanes + (at << 2)), f32x4.splat(error));
    const others = v128.bitselect(f32x4.splat(HUGE), squares, laneMask(best, g));
    const lowest = Mathf.sqrt(Mathf.max(0, least4Of(others)));
    store<f32>(row + at, lowest + load<f32>(groupMoved + at) - SLACK);
  }
  if (best != own && !load<i32>(measured + (<usize>home << 2))) {
    // The own centre has become one of the others of its group.
    const at = row + (<usize>home << 2);
    const distance = Mathf.sqrt(Mathf.max(0, ownSquare - error));
    store<f32>(at, min(load<f32>(at), distance + load<f32>(groupMoved + (<usize>home << 2)) - SLACK));
  }
  const moved = load<f32>(load<u32>(p + MOVED) + (<usize>best << 2));
  const distance = Mathf.sqrt(Mathf.max(0, bestSquare + error));
  store<f32>(load<u32>(p + UPPER) + (<usize>i << 2), distance - moved + SLACK);
  return best;
}

/** Takes from a measured group what is nearer than the best; where the measured squares cannot tell, float64 does. */
function compare(g: i32, lanes: usize, p: usize): void {
  const squares = v128.load(lanes + (<usize>g << 4));
  let bits = v128.bitmask<i32>(f32x4.le(squares, f32x4.splat(bestSquare + 2 * error)));
  while (bits) {
    const j = (g << 2) + ctz(bits);
    bits &= bits - 1;
    if (j == best) continue;
    const square = load<f32>(lanes + (<usize>j << 2));
    if (square > bestSquare + 2 * error) continue;
    if (square < bestSquare - 2 * error) {
      take(j, square, -1);
      continue;
    }
    if (bestExact < 0) bestExact = squareTo(best, p);
    const exact = squareTo(j, p);
    if (exact < bestExact || (exact == bestExact && j < best)) take(j, square, exact);
  }
}

function take(j: i32, square: f32, exact: f64): void {
  best = j;
  bestSquare = square;
  bestExact = exact;
}

/** ‖x - centre‖² of the open row in float64, never below 0. */
function squareTo(j: i32, p: usize): f64 {
  const center: usize = load<u32>(p + CENTERS) + ((<usize>j * load<u32>(p + DIMENSIONS)) << 3);
  return Math.max(0, norm - 2 * dotF64(center) + load<f64>(load<u32>(p + CENTER_NORMS) + (<usize>j << 3)));
}

/** Squares of the distances to the centres of a group, into its lanes. */
function measure(g: i32, lanes: usize, p: usize): void {
  const step: usize = load<u32>(p + STEP);
  const dots = dotsI16(<usize>load<u32>(p + TABLES) + <usize>(g << 2) * step, step);
  const norms = v128.load(load<u32>(p + TABLE_NORMS) + (<usize>g << 4));
  const twice = f32x4.mul(f32x4.convert_i32x4_s(dots), f32x4.splat(2 * load<f32>(p + UNIT)));
  v128.store(lanes + (<usize>g << 4), f32x4.add(f32x4.sub(f32x4.splat(<f32>norm), twice), norms));
}

/** The square of the distance to one centre. */
function measureOne(j: i32, p: usize): f32 {
  const dot = dotI16(<usize>load<u32>(p + TABLES) + <usize>j * load<u32>(p + STEP));
  return <f32>(norm - 2 * <f64>dot * <f64>load<f32>(p + UNIT) + load<f64>(load<u32>(p + CENTER_NORMS) + (<usize>j << 3)));
}

/** All bits of the lane of centre j, if it is in group g. */
function laneMask(j: i32, g: i32): v128 {
  return i32x4.eq(i32x4(0, 1, 2, 3), i32x4.splat(j - (g << 2)));
}

function least4Of(values: v128): f32 {
  const half = f32x4.min(values, v128.shuffle<f32>(values, values, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.min(half, v128.shuffle<f32>(half, half, 1, 0, 3, 2)), 0);
}

/** The centre that seems nearest, of a row that has none yet: measures all groups. */
function guess(groups: i32, lanes: usize, p: usize): i32 {
  for (let g = 0; g < groups; g++) measure(g, lanes, p);
  let at = 0;
  let least = HUGE;
  for (let j = 0; j < groups << 2; j++) {
    const value = load<f32>(lanes + (<usize>j << 2));
    if (value < least) {
      least = value;
      at = j;
    }
  }
  return at;
}
