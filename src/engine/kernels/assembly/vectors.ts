/** Columns whose products are added up before they join the sum: short sums lose fewer digits, and their lanes stay in the cache. */
const BLOCK: i32 = 256;
/** A line of four lanes, in bytes. */
const LINE: usize = 32;

/** Rows from…to-1 of a matrix of n columns times four vectors, of which the four numbers of a place lie side by side; so does `out`. */
export function timesFour(matrix: usize, from: i32, to: i32, n: i32, lanes: usize, out: usize): void {
  let i = from;
  for (; i + 4 <= to; i += 4) fourRowsTimesFour(matrix, i, n, lanes, out);
  for (; i < to; i++) rowTimesFour(matrix, i, n, lanes, out);
}

function fourRowsTimesFour(matrix: usize, i: i32, n: i32, lanes: usize, out: usize): void {
  const step = <usize>n << 3;
  const row = matrix + <usize>i * step;
  const to = out + <usize>i * LINE;
  memory.fill(to, 0, 4 * LINE);
  for (let from = 0; from < n; from += BLOCK) {
    const first = row + (<usize>from << 3);
    const end = row + (<usize>min(n, from + BLOCK) << 3);
    let line = lanes + <usize>from * LINE;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let e = a;
    let f = a;
    let g = a;
    let h = a;
    for (let at = first; at < end; at += 8, line += LINE) {
      const low = v128.load(line);
      const high = v128.load(line, 16);
      let tie = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.mul(tie, low));
      b = f64x2.add(b, f64x2.mul(tie, high));
      tie = v128.load64_splat(at + step);
      c = f64x2.add(c, f64x2.mul(tie, low));
      d = f64x2.add(d, f64x2.mul(tie, high));
      tie = v128.load64_splat(at + 2 * step);
      e = f64x2.add(e, f64x2.mul(tie, low));
      f = f64x2.add(f, f64x2.mul(tie, high));
      tie = v128.load64_splat(at + 3 * step);
      g = f64x2.add(g, f64x2.mul(tie, low));
      h = f64x2.add(h, f64x2.mul(tie, high));
    }
    addTo(to, a, b);
    addTo(to + LINE, c, d);
    addTo(to + 2 * LINE, e, f);
    addTo(to + 3 * LINE, g, h);
  }
}

function rowTimesFour(matrix: usize, i: i32, n: i32, lanes: usize, out: usize): void {
  const row = matrix + <usize>i * (<usize>n << 3);
  const to = out + <usize>i * LINE;
  memory.fill(to, 0, LINE);
  for (let from = 0; from < n; from += BLOCK) {
    const end = row + (<usize>min(n, from + BLOCK) << 3);
    let line = lanes + <usize>from * LINE;
    let a = f64x2.splat(0);
    let b = a;
    for (let at = row + (<usize>from << 3); at < end; at += 8, line += LINE) {
      const tie = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.mul(tie, v128.load(line)));
      b = f64x2.add(b, f64x2.mul(tie, v128.load(line, 16)));
    }
    addTo(to, a, b);
  }
}

function addTo(to: usize, low: v128, high: v128): void {
  v128.store(to, f64x2.add(v128.load(to), low));
  v128.store(to, f64x2.add(v128.load(to, 16), high), 16);
}

/** The products of each of `count` vectors, one after another, with v. Their length is a multiple of 4. */
export function dotAll(vectors: usize, count: i32, length: i32, v: usize, dots: usize): void {
  const bytes = <usize>length << 3;
  for (let k = 0; k < count; k++, dots += 8) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let other = v;
    const end = vectors + bytes;
    const paired = vectors + (bytes & ~63);
    for (; vectors < paired; vectors += 64, other += 64) {
      a = f64x2.add(a, f64x2.mul(v128.load(vectors), v128.load(other)));
      b = f64x2.add(b, f64x2.mul(v128.load(vectors, 16), v128.load(other, 16)));
      c = f64x2.add(c, f64x2.mul(v128.load(vectors, 32), v128.load(other, 32)));
      d = f64x2.add(d, f64x2.mul(v128.load(vectors, 48), v128.load(other, 48)));
    }
    for (; vectors < end; vectors += 16, other += 16) {
      a = f64x2.add(a, f64x2.mul(v128.load(vectors), v128.load(other)));
    }
    a = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
    store<f64>(dots, f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1));
  }
}

/** v += Σ weight × vector, over `count` vectors one after another. Their length is a multiple of 4. */
export function addAll(vectors: usize, count: i32, length: i32, weights: usize, v: usize): void {
  const bytes = <usize>length << 3;
  let k = 0;
  for (; k + 4 <= count; k += 4, vectors += 4 * bytes, weights += 32) {
    const wa = v128.load64_splat(weights);
    const wb = v128.load64_splat(weights, 8);
    const wc = v128.load64_splat(weights, 16);
    const wd = v128.load64_splat(weights, 24);
    let a = vectors;
    for (let at = v; at < v + bytes; at += 16, a += 16) {
      const ab = f64x2.add(f64x2.mul(wa, v128.load(a)), f64x2.mul(wb, v128.load(a + bytes)));
      const cd = f64x2.add(f64x2.mul(wc, v128.load(a + 2 * bytes)), f64x2.mul(wd, v128.load(a + 3 * bytes)));
      v128.store(at, f64x2.add(v128.load(at), f64x2.add(ab, cd)));
    }
  }
  for (; k < count; k++, weights += 8) {
    const w = v128.load64_splat(weights);
    for (let at = v; at < v + bytes; at += 16, vectors += 16) {
      v128.store(at, f64x2.add(v128.load(at), f64x2.mul(w, v128.load(vectors))));
    }
  }
}

/** Rows from…to-1 of n × n numbers, each divided by its row's root times its column's. */
export function divideRows(matrix: usize, from: i32, to: i32, n: i32, roots: usize): void {
  const step = <usize>n << 3;
  for (let i = from; i < to; i++) {
    const row = matrix + <usize>i * step;
    const root = v128.load64_splat(roots + (<usize>i << 3));
    let at = row;
    let other = roots;
    for (; at + 16 <= row + step; at += 16, other += 16) {
      v128.store(at, f64x2.div(v128.load(at), f64x2.mul(root, v128.load(other))));
    }
    if (at < row + step) store<f64>(at, load<f64>(at) / (f64x2.extract_lane(root, 0) * load<f64>(other)));
  }
}

/**
 * Rows from…to-1 of a sparse matrix times four vectors, laid as above, so is `out`: the entries of row i stand at
 * starts[i]…starts[i + 1]-1 of `columns` and `values`.
 */
export function sparseTimesFour(
  starts: usize,
  columns: usize,
  values: usize,
  from: i32,
  to: i32,
  lanes: usize,
  out: usize,
): void {
  let t = <usize>load<i32>(starts + (<usize>from << 2));
  for (let i = from; i < to; i++) {
    const end = <usize>load<i32>(starts + (<usize>(i + 1) << 2));
    let a = f64x2.splat(0);
    let b = a;
    for (; t < end; t++) {
      const value = v128.load64_splat(values + (t << 3));
      const line = lanes + <usize>load<i32>(columns + (t << 2)) * LINE;
      a = f64x2.add(a, f64x2.mul(value, v128.load(line)));
      b = f64x2.add(b, f64x2.mul(value, v128.load(line, 16)));
    }
    const to = out + <usize>i * LINE;
    v128.store(to, a);
    v128.store(to, b, 16);
  }
}
