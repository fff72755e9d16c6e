import { addBlocks, dotF64, dotI16, dotsI16, openRow } from './dots';
import { SPAN } from './pack';

// The addresses of a problem, as ../lloyd.ts lays them out: 32-bit words, in this order.
const SPANS: usize = 0;
const NORMS: usize = 4;
const LABELS: usize = 8;
/** n: distance to the own centre, less what that centre had moved until then. */
const UPPER: usize = 12;
/** n × 4 groups: the least that the distance to each centre may be, plus what it had moved until then; HUGE for the own. */
const LOWER: usize = 16;
/** k × d float64, then eight that are finite. */
const CENTERS: usize = 20;
/** ‖centre‖², 4 groups float64. */
const CENTER_NORMS: usize = 24;
/** 4 groups vectors of int16, STEP bytes each: the centres times 1 / UNIT, rounded. */
const TABLES: usize = 28;
/** ‖centre‖², 4 groups float32, infinite where there is no centre. */
const TABLE_NORMS: usize = 32;
/** How far each centre has moved in all, 4 groups float32. */
const MOVED: usize = 36;
/** k × whole blocks of pixels int32, and k int32. */
const SUMS: usize = 40;
const SIZES: usize = 44;
/** Scratch: 4 groups float32, then a word a group. */
const LANES: usize = 48;
const MEASURED: usize = 52;
/** Scratch: MOST_WAITING words. */
const WAITING: usize = 56;
const DIMENSIONS: usize = 60;
const GROUPS: usize = 64;
/** n float64: the sum of each row. */
const ROW_SUMS: usize = 68;
const STEP: usize = 72;
/** float32: the largest ‖centre‖, and the unit of the tables. */
const LARGEST: usize = 76;
const UNIT: usize = 80;

/** Covers what float32 loses of distances and of what centres have moved. */
const SLACK: f32 = 0.02;
const HUGE: f32 = 3e38;
/** A row that is visited anyway has bounds renewed that would soon fail: of centres not much farther than the own. */
const MARGIN: f32 = 1.03;
/** Rows that are visited together: what is read of them fits into the nearest cache. */
const MOST_WAITING: usize = 48;

/**
 * Finds the nearest centre of the rows from…to-1 by float64 distances, the lowest number of equals; moves rows that
 * changed from sum to sum. Returns how many changed.
 *
 * Distances are skipped where bounds rule them out: Y. Ding et al., "Yinyang k-means", ICML 2015, but with one bound a centre, as
 * C. Elkan, ICML 2003, has them.
 */
export function assignRows(from: i32, to: i32, p: usize): i32 {
  const width = <usize>load<u32>(p + GROUPS) << 4;
  const labels: usize = load<u32>(p + LABELS);
  const upper: usize = load<u32>(p + UPPER);
  const lower: usize = load<u32>(p + LOWER);
  const moved: usize = load<u32>(p + MOVED);
  const waiting: usize = load<u32>(p + WAITING);
  let changed = 0;
  let count: usize = 0;
  for (let i = from; i < to; i++) {
    const label = load<i32>(labels + (<usize>i << 2));
    if (label >= 0) {
      const bound = f32x4.splat(load<f32>(upper + (<usize>i << 2)) + load<f32>(moved + (<usize>label << 2)));
      const bounds = lower + <usize>i * width;
      let below = f32x4.lt(f32x4.sub(v128.load(bounds), v128.load(moved)), bound);
      for (let g: usize = 16; g < width; g += 16) {
        below = v128.or(below, f32x4.lt(f32x4.sub(v128.load(bounds + g), v128.load(moved + g)), bound));
      }
      if (!v128.any_true(below)) continue;
    }
    touch(i, p);
    store<i32>(waiting + (count << 2), i);
    if (++count < MOST_WAITING) continue;
    changed += visitAll(waiting, count, labels, p);
    count = 0;
  }
  return changed + visitAll(waiting, count, labels, p);
}

/** Visits rows and moves those that change from sum to sum; returns how many do. */
function visitAll(rows: usize, count: usize, labels: usize, p: usize): i32 {
  let changed = 0;
  for (let at: usize = 0; at < count << 2; at += 4) {
    const i = load<i32>(rows + at);
    const label = load<i32>(labels + (<usize>i << 2));
    const found = visit(i, label, p);
    if (found == label) continue;
    changed++;
    store<i32>(labels + (<usize>i << 2), found);
    if (label >= 0) addRow(label, -1, p);
    addRow(found, 1, p);
  }
  return changed;
}

/** What `touch` has read: a sum that means nothing, but keeps the compiler from leaving the reading out. */
export let touched: i32 = 0;

/** Reads a little of each cache line of a row that will be visited soon: they then arrive together, not one after the other. */
function touch(i: i32, p: usize): void {
  const span = <usize>load<u32>(p + SPANS) + <usize>i * SPAN;
  const numbers: usize = load<u32>(span);
  const end: usize = load<u32>(span, 4);
  if (numbers == end) return;
  let sum: i32 = load<u8>(numbers) + load<u8>(end - 1);
  const pixels: usize = load<u32>(span, 8);
  for (let at = pixels; at < pixels + ((end - numbers) << 2); at += 64) sum += load<u8>(at);
  touched += sum;
}

/**
 * The nearest centre of each of `count` rows (u32), into labels; the rows' own labels and their bounds stay. `sums` (as SUMS)
 * gets the sum of the rows at each centre. Returns the sum of the squared norms.
 */
export function nearestRows(rows: usize, count: i32, labels: usize, sums: usize, p: usize): f64 {
  let norms: f64 = 0;
  const groups: i32 = load<i32>(p + GROUPS);
  const lanes: usize = load<u32>(p + LANES);
  for (let at: usize = 0; at < <usize>count << 2; at += 4) {
    if (at % (MOST_WAITING << 2) == 0) {
      const end = min(at + (MOST_WAITING << 2), <usize>count << 2);
      for (let next = at; next < end; next += 4) touch(load<i32>(rows + next), p);
    }
    open(load<i32>(rows + at), p);
    best = guess(groups, lanes, p);
    bestSquare = load<f32>(lanes + (<usize>best << 2));
    bestExact = -1;
    for (let g = 0; g < groups; g++) compare(g, lanes, p);
    store<i32>(labels + at, best);
    addTo(sums, best, 1, p);
    norms += norm;
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
  addBlocks(sums + ((<usize>label * load<u32>(p + STEP)) << 1), sign);
}

// What is known of the open row while it is visited.
/** How wrong a measured square may be: centres are rounded, and float32 rounds what comes of them. */
let error: f32 = 0;
let norm: f64 = 0;
/** The nearest centre so far, its measured square, and its float64 square or -1 where nobody needed it. */
let best: i32 = 0;
let bestSquare: f32 = 0;
let bestExact: f64 = -1;

/** Opens row i: its blocks, its norm, and how wrong its measured squares may be. */
function open(i: i32, p: usize): void {
  openRow(i, load<u32>(p + SPANS));
  const largest = <f64>load<f32>(p + LARGEST);
  const unit = <f64>load<f32>(p + UNIT);
  norm = load<f64>(load<u32>(p + NORMS) + (<usize>i << 3));
  // Each pixel of a centre is wrong by half a unit at most, and that counts twice.
  error = <f32>(load<f64>(load<u32>(p + ROW_SUMS) + (<usize>i << 3)) * unit * 1.001 + 6e-7 * (norm + largest * largest));
}

/** The nearest centre of row i, whose bounds are renewed. */
function visit(i: i32, label: i32, p: usize): i32 {
  open(i, p);
  const groups: i32 = load<i32>(p + GROUPS);
  const lanes: usize = load<u32>(p + LANES);
  const measured: usize = load<u32>(p + MEASURED);
  const moved: usize = load<u32>(p + MOVED);
  const bounds = <usize>load<u32>(p + LOWER) + ((<usize>i * groups) << 4);
  const isFirst = label < 0;
  const own = isFirst ? guess(groups, lanes, p) : label;
  best = own;
  // A guess has measured all groups.
  bestSquare = isFirst ? load<f32>(lanes + (<usize>own << 2)) : measureOne(own, p);
  bestExact = -1;
  const ownSquare = bestSquare;
  const ownHigh = Mathf.sqrt(Mathf.max(0, bestSquare + error)) + SLACK;
  for (let g = 0; g < groups; g++) {
    const at = <usize>g << 4;
    store<i32>(measured + (<usize>g << 2), 0);
    if (!isFirst) {
      const now = f32x4.sub(v128.load(bounds + at), v128.load(moved + at));
      if (!v128.any_true(f32x4.lt(now, f32x4.splat(ownHigh * MARGIN)))) continue;
      measure(g, lanes, p);
    }
    store<i32>(measured + (<usize>g << 2), 1);
    compare(g, lanes, p);
  }
  for (let g = 0; g < groups; g++) {
    if (!load<i32>(measured + (<usize>g << 2))) continue;
    const at = <usize>g << 4;
    const squares = f32x4.max(f32x4.sub(v128.load(lanes + at), f32x4.splat(error)), f32x4.splat(0));
    v128.store(bounds + at, f32x4.add(f32x4.sqrt(squares), f32x4.sub(v128.load(moved + at), f32x4.splat(SLACK))));
  }
  if (best != own && !load<i32>(measured + (<usize>(own >> 2) << 2))) {
    // The own centre has become one of the others.
    const distance = Mathf.sqrt(Mathf.max(0, ownSquare - error));
    store<f32>(bounds + (<usize>own << 2), distance + load<f32>(moved + (<usize>own << 2)) - SLACK);
  }
  store<f32>(bounds + (<usize>best << 2), HUGE);
  const distance = Mathf.sqrt(Mathf.max(0, bestSquare + error));
  store<f32>(load<u32>(p + UPPER) + (<usize>i << 2), distance - load<f32>(moved + (<usize>best << 2)) + SLACK);
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

/** The largest of `count` float64, signs apart. */
export function largestOf(values: usize, count: i32): f64 {
  let most = f64x2.splat(0);
  let at = values;
  for (const end = values + (<usize>(count >> 1) << 4); at < end; at += 16) {
    most = f64x2.max(most, f64x2.abs(v128.load(at)));
  }
  const last = count & 1 ? Math.abs(load<f64>(at)) : 0;
  return Math.max(last, Math.max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1)));
}

/** The sum of the squares of `count` float64, one after the other. */
export function squareNorm(values: usize, count: i32): f64 {
  let sum: f64 = 0;
  for (let at = values, end = values + (<usize>count << 3); at < end; at += 8) sum += load<f64>(at) * load<f64>(at);
  return sum;
}

/** `count` float64 times `factor`, rounded, as int16. */
export function roundTo(values: usize, count: i32, factor: f64, rounded: usize): void {
  for (let f: usize = 0; f < <usize>count; f++) {
    store<i16>(rounded + (f << 1), <i16>nearest<f64>(load<f64>(values + (f << 3)) * factor));
  }
}
