/** A line of four lanes, in bytes. */
const LINE: usize = 32;

/**
 * Rows from…to-1 of the Cholesky factor of a matrix whose row i holds the columns first[i]…i at data[starts[i]…], those before
 * being done.
 */
export function factorRows(data: usize, starts: usize, firsts: usize, from: i32, to: i32): void {
  for (let i = from; i < to; i++) {
    const first = load<i32>(firsts + (<usize>i << 2));
    const row = data + (<usize>load<i32>(starts + (<usize>i << 2)) << 3);
    for (let j = first; j < i; j++) {
      const otherFirst = load<i32>(firsts + (<usize>j << 2));
      const other = data + (<usize>load<i32>(starts + (<usize>j << 2)) << 3);
      const start = max(first, otherFirst);
      const sum = dot(row + (<usize>(start - first) << 3), other + (<usize>(start - otherFirst) << 3), j - start);
      const at = row + (<usize>(j - first) << 3);
      store<f64>(at, (load<f64>(at) - sum) / load<f64>(other + (<usize>(j - otherFirst) << 3)));
    }
    const end = row + (<usize>(i - first) << 3);
    store<f64>(end, sqrt<f64>(load<f64>(end) - dot(row, row, i - first)));
  }
}

function dot(x: usize, y: usize, count: i32): f64 {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let k = 0;
  for (; k + 8 <= count; k += 8, x += 64, y += 64) {
    a = f64x2.add(a, f64x2.mul(v128.load(x), v128.load(y)));
    b = f64x2.add(b, f64x2.mul(v128.load(x, 16), v128.load(y, 16)));
    c = f64x2.add(c, f64x2.mul(v128.load(x, 32), v128.load(y, 32)));
    d = f64x2.add(d, f64x2.mul(v128.load(x, 48), v128.load(y, 48)));
  }
  a = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  let sum = f64x2.extract_lane(a, 0) + f64x2.extract_lane(a, 1);
  for (; k < count; k++, x += 8, y += 8) sum += load<f64>(x) * load<f64>(y);
  return sum;
}

/** Solves F Fᵀ x = v for four v at once, in place: the four numbers of a place lie side by side. F is what factorRows made. */
export function solveFour(data: usize, starts: usize, firsts: usize, n: i32, lanes: usize): void {
  for (let i = 0; i < n; i++) {
    const first = load<i32>(firsts + (<usize>i << 2));
    let at = data + (<usize>load<i32>(starts + (<usize>i << 2)) << 3);
    let line = lanes + <usize>first * LINE;
    const own = lanes + <usize>i * LINE;
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    for (; line + LINE < own; line += 2 * LINE, at += 16) {
      const one = v128.load64_splat(at);
      const two = v128.load64_splat(at, 8);
      a = f64x2.add(a, f64x2.mul(one, v128.load(line)));
      b = f64x2.add(b, f64x2.mul(one, v128.load(line, 16)));
      c = f64x2.add(c, f64x2.mul(two, v128.load(line, 32)));
      d = f64x2.add(d, f64x2.mul(two, v128.load(line, 48)));
    }
    if (line < own) {
      const one = v128.load64_splat(at);
      a = f64x2.add(a, f64x2.mul(one, v128.load(line)));
      b = f64x2.add(b, f64x2.mul(one, v128.load(line, 16)));
      at += 8;
    }
    const pivot = v128.load64_splat(at);
    v128.store(own, f64x2.div(f64x2.sub(v128.load(own), f64x2.add(a, c)), pivot));
    v128.store(own, f64x2.div(f64x2.sub(v128.load(own, 16), f64x2.add(b, d)), pivot), 16);
  }
  for (let i = n - 1; i >= 0; i--) {
    const first = load<i32>(firsts + (<usize>i << 2));
    let at = data + (<usize>load<i32>(starts + (<usize>i << 2)) << 3);
    const own = lanes + <usize>i * LINE;
    const pivot = v128.load64_splat(at + (<usize>(i - first) << 3));
    const low = f64x2.div(v128.load(own), pivot);
    const high = f64x2.div(v128.load(own, 16), pivot);
    v128.store(own, low);
    v128.store(own, high, 16);
    for (let line = lanes + <usize>first * LINE; line < own; line += LINE, at += 8) {
      const entry = v128.load64_splat(at);
      v128.store(line, f64x2.sub(v128.load(line), f64x2.mul(entry, low)));
      v128.store(line, f64x2.sub(v128.load(line, 16), f64x2.mul(entry, high)), 16);
    }
  }
}
