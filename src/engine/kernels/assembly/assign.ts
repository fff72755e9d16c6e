import { columnAt, columnEnd, dotF64, dotsF32, dotsF32x3, openRow, valueAt } from './dots';
import { PROJECTED, squaredBounds } from './project';

// The addresses of a problem, as `LloydLayout` in ../lloyd.ts lays them out: 32-bit words, in this order.
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
/** Groups of d × 4 float32. */
const TABLES: usize = 36;
/** ‖centre‖², 4 groups float32, infinite where there is no centre. */
const TABLE_NORMS: usize = 40;
/** How far each centre has moved in all, 4 groups float32, and each group at most, groupsPadded float32. */
const MOVED: usize = 44;
const GROUP_MOVED: usize = 48;
/** n × PROJECTED float32, and groups of PROJECTED × 4; 0 where nothing is projected. */
const PROJECTIONS: usize = 52;
const CENTER_PROJECTIONS: usize = 56;
/** k × d int32, and k int32. */
const SUMS: usize = 60;
const SIZES: usize = 64;
/** Scratch: 4 groups float32, then a word a group. */
const LANES: usize = 68;
const MEASURED: usize = 72;
const DIMENSIONS: usize = 76;
const GROUPS: usize = 80;
const GROUPS_PADDED: usize = 84;
/** float32: the largest ‖centre‖, and what may be wrong with a projected bound. */
const LARGEST: usize = 88;
const BOUND_SLACK: usize = 92;

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

/** Adds the rows from…to-1, of which the labels are known, to the sums. */
export function addRows(from: i32, to: i32, p: usize): void {
  const labels: usize = load<u32>(p + LABELS);
  for (let i = from; i < to; i++) {
    openRow(i, load<u32>(p + STARTS), load<u32>(p + COLUMNS), load<u32>(p + VALUES));
    addRow(load<i32>(labels + (<usize>i << 2)), 1, p);
  }
}

/** Adds the open row `sign` times to the sum of a cluster. */
function addRow(label: i32, sign: i32, p: usize): void {
  const sum: usize = load<u32>(p + SUMS) + ((<usize>label * load<u32>(p + DIMENSIONS)) << 2);
  const size: usize = load<u32>(p + SIZES) + (<usize>label << 2);
  store<i32>(size, load<i32>(size) + sign);
  let value = valueAt;
  for (let at = columnAt; at < columnEnd; at += 2, value++) {
    const to = sum + (<usize>load<u16>(at) << 2);
    store<i32>(to, load<i32>(to) + sign * <i32>load<u8>(value));
  }
}

/** ‖x - centre‖² of the open row. */
function squareTo(j: i32, norm: f64, p: usize): f64 {
  const center: usize = load<u32>(p + CENTERS) + ((<usize>j * load<u32>(p + DIMENSIONS)) << 3);
  return norm - 2 * dotF64(center) + load<f64>(load<u32>(p + CENTER_NORMS) + (<usize>j << 3));
}

/** The nearest centre of row i, whose bounds are renewed. */
function visit(i: i32, label: i32, p: usize): i32 {
  openRow(i, load<u32>(p + STARTS), load<u32>(p + COLUMNS), load<u32>(p + VALUES));
  const groups: i32 = load<i32>(p + GROUPS);
  const norm = load<f64>(load<u32>(p + NORMS) + (<usize>i << 3));
  const lanes: usize = load<u32>(p + LANES);
  const measured: usize = load<u32>(p + MEASURED);
  const groupMoved: usize = load<u32>(p + GROUP_MOVED);
  const moved: usize = load<u32>(p + MOVED);
  const row: usize = load<u32>(p + LOWER) + ((<usize>i * load<u32>(p + GROUPS_PADDED)) << 2);
  const largest = <f64>load<f32>(p + LARGEST);
  // What may be wrong with a float32 distance, squared: as many roundings as there are entries, and those of the norms.
  const entries = <f64>((columnEnd - columnAt) >> 1);
  const error = <f32>((entries + 16) * 1.2e-7 * 2 * (Math.sqrt(norm) * largest) + 2.4e-7 * (norm + largest * largest));
  const own = label >= 0 ? label : guess(i, groups, norm, p);
  const ownSquare = squareTo(own, norm, p);
  const ownDistance = <f32>Math.sqrt(Math.max(0, ownSquare));
  const isFirst = label < 0;
  let best = own;
  let least = ownSquare;
  for (let g = 0; g < groups; g++) {
    const at = <usize>g << 2;
    if (!isFirst && load<f32>(row + at) - load<f32>(groupMoved + at) >= ownDistance + SLACK) {
      store<i32>(measured + at, 0);
      continue;
    }
    const mask = ownMask(own, g);
    const bounds = projectedBound(i, g, p);
    if (bounds >= 0) {
      // The own centre may be the nearest of its group; what counts is the nearest of the others.
      const least4 = least4Of(maskedBounds, mask);
      if (least4 >= ownDistance + SLACK) {
        store<f32>(row + at, least4 + load<f32>(groupMoved + at) - SLACK);
        store<i32>(measured + at, 0);
        continue;
      }
    }
    if (!isFirst || bounds >= 0) measure(g, <f32>norm, lanes, p);
    store<i32>(measured + at, 1);
    const squares = v128.load(lanes + (at << 2));
    // Lanes that may be nearer than the best are measured again in float64.
    const near = f32x4.le(f32x4.sub(squares, f32x4.splat(error)), f32x4.splat(<f32>least + error));
    let bits = v128.bitmask<i32>(near);
    while (bits) {
      const j = (g << 2) + ctz(bits);
      bits &= bits - 1;
      if (j == own) continue;
      const square = squareTo(j, norm, p);
      if (square < least || (square == least && j < best)) {
        least = square;
        best = j;
      }
    }
  }
  for (let g = 0; g < groups; g++) {
    const at = <usize>g << 2;
    if (!load<i32>(measured + at)) continue;
    const squares = f32x4.sub(v128.load(lanes + (at << 2)), f32x4.splat(error));
    const lowest = least4Of(f32x4.sqrt(f32x4.max(squares, f32x4.splat(0))), ownMask(best, g));
    store<f32>(row + at, lowest + load<f32>(groupMoved + at) - SLACK);
  }
  if (best != own && !load<i32>(measured + (<usize>(own >> 2) << 2))) {
    const at = <usize>(own >> 2) << 2;
    const now = ownDistance + load<f32>(groupMoved + at) - SLACK;
    store<f32>(row + at, min(load<f32>(row + at), now));
  }
  const distance = <f32>Math.sqrt(Math.max(0, least));
  store<f32>(load<u32>(p + UPPER) + (<usize>i << 2), distance - load<f32>(moved + (<usize>best << 2)) + SLACK);
  return best;
}

/** Float32 squares of the distances to the centres of a group, into its lanes. */
function measure(g: i32, norm: f32, lanes: usize, p: usize): void {
  const table = load<u32>(p + TABLES) + ((<usize>g * load<u32>(p + DIMENSIONS)) << 4);
  finish(g, norm, dotsF32(table), lanes, p);
}

function finish(g: i32, norm: f32, dots: v128, lanes: usize, p: usize): void {
  const norms = v128.load(load<u32>(p + TABLE_NORMS) + (<usize>g << 4));
  const squares = f32x4.add(f32x4.sub(f32x4.splat(norm), f32x4.add(dots, dots)), norms);
  v128.store(lanes + (<usize>g << 4), squares);
}

/** All bits of the lane of centre j, if it is in group g. */
function ownMask(j: i32, g: i32): v128 {
  const lane = j - (g << 2);
  return i32x4.eq(i32x4(0, 1, 2, 3), i32x4.splat(lane));
}

/** The least of four lanes but those of the mask. */
function least4Of(values: v128, mask: v128): f32 {
  const rest = v128.bitselect(f32x4.splat(HUGE), values, mask);
  const half = f32x4.min(rest, v128.shuffle<f32>(rest, rest, 2, 3, 0, 1));
  return f32x4.extract_lane(f32x4.min(half, v128.shuffle<f32>(half, half, 1, 0, 3, 2)), 0);
}

let maskedBounds: v128 = f32x4.splat(0);

/** Leaves lower bounds of the distances to the centres of a group in `maskedBounds`; -1 where nothing is projected. */
function projectedBound(i: i32, g: i32, p: usize): f32 {
  const projections: usize = load<u32>(p + PROJECTIONS);
  if (projections == 0) return -1;
  const row = projections + ((<usize>i * PROJECTED) << 2);
  const others = <usize>load<u32>(p + CENTER_PROJECTIONS) + ((<usize>g * PROJECTED) << 4);
  const slack = f32x4.splat(load<f32>(p + BOUND_SLACK));
  maskedBounds = f32x4.max(f32x4.sub(f32x4.sqrt(squaredBounds(row, others)), slack), f32x4.splat(0));
  return 0;
}

/** The centre that seems nearest, of a row that has none yet: by float32 distances, or by projections. */
function guess(i: i32, groups: i32, norm: f64, p: usize): i32 {
  const lanes: usize = load<u32>(p + LANES);
  const isProjected = load<u32>(p + PROJECTIONS) != 0;
  let g = 0;
  if (!isProjected) {
    const tables: usize = load<u32>(p + TABLES);
    const step = <usize>load<u32>(p + DIMENSIONS) << 4;
    for (; g + 3 <= groups; g += 3) {
      const at = lanes + (<usize>g << 4);
      dotsF32x3(tables + <usize>g * step, step, at);
      for (let t = 0; t < 3; t++) finish(g + t, <f32>norm, v128.load(at + (<usize>t << 4)), lanes, p);
    }
    for (; g < groups; g++) measure(g, <f32>norm, lanes, p);
  }
  let best = 0;
  let least = HUGE;
  for (g = 0; g < groups; g++) {
    if (isProjected) {
      projectedBound(i, g, p);
      v128.store(lanes + (<usize>g << 4), maskedBounds);
    }
    for (let t = 0; t < 4; t++) {
      const value = load<f32>(lanes + (<usize>g << 4) + (<usize>t << 2));
      if (value < least) {
        least = value;
        best = (g << 2) + t;
      }
    }
  }
  return best;
}
