/** Equal or nearly equal points share a leaf of this depth. */
const DEPTH = 40;

/**
 * A quadtree over n points of the plane, built anew for each step into the same arrays. Each node holds how many points lie
 * below it and their middle; the four children of a node follow each other.
 */
export class QuadTree {
  #capacity = 0;
  #used = 0;
  /** The first of a node's four children; 0 for a leaf. */
  #children = new Int32Array(0);
  #counts = new Int32Array(0);
  /** x and y in turn: sums. */
  #middles = new Float64Array(0);
  /** The nodes that hold points, depth first: middle, count, squared size; and where each one's successor beyond it stands. */
  #flat = new Float64Array(0);
  #skips = new Int32Array(0);
  #length = 0;
  #size = 0;

  /** @param places x and y of each point in turn */
  build(places: Float64Array): void {
    const n = places.length / 2;
    let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let i = 0; i < n; i++) {
      const [x, y] = [places[2 * i]!, places[2 * i + 1]!];
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (y < y0) y0 = y;
      if (y > y1) y1 = y;
    }
    this.#size = Math.max(x1 - x0, y1 - y0) || 1;
    this.#used = 0;
    this.#grow(4 * n + 4 * DEPTH + 8);
    this.#take(1);
    for (let i = 0; i < n; i++) this.#put(places[2 * i]!, places[2 * i + 1]!, (x0 + x1) / 2, (y0 + y1) / 2);
    if (this.#skips.length < this.#used) {
      this.#flat = new Float64Array(4 * this.#capacity);
      this.#skips = new Int32Array(this.#capacity);
    }
    this.#length = 0;
    this.#flatten(0, this.#size * this.#size);
  }

  /**
   * Adds up how all points push one at (x, y): `into` gets Σ w² (x - x'), Σ w² (y - y') and returned is Σ w, with
   * w = 1 / (1 + distance²). A node that seems narrower than `angle` (its size over its distance) counts as one point.
   */
  push(x: number, y: number, angle: number, into: Float64Array): number {
    const flat = this.#flat;
    const skips = this.#skips;
    const end = this.#length;
    const limit = angle * angle;
    let sum = 0;
    let pushX = 0;
    let pushY = 0;
    let at = 0;
    while (at < end) {
      const dx = x - flat[4 * at]!;
      const dy = y - flat[4 * at + 1]!;
      const squared = dx * dx + dy * dy;
      if (flat[4 * at + 3]! < limit * squared) {
        const w = 1 / (1 + squared);
        const all = flat[4 * at + 2]! * w;
        sum += all;
        pushX += all * w * dx;
        pushY += all * w * dy;
        at = skips[at]!;
      } else {
        at++;
      }
    }
    into[0] = pushX;
    into[1] = pushY;
    return sum;
  }

  /** Writes what lies at and below a node in the order in which it is walked, so that a walk needs no stack. */
  #flatten(node: number, squaredSize: number): void {
    const count = this.#counts[node]!;
    if (count === 0) return;
    const at = this.#length++;
    const first = this.#children[node]!;
    this.#flat[4 * at] = this.#middles[2 * node]! / count;
    this.#flat[4 * at + 1] = this.#middles[2 * node + 1]! / count;
    this.#flat[4 * at + 2] = count;
    // A leaf is narrower than anything, also from where it stands.
    this.#flat[4 * at + 3] = first === 0 ? -1 : squaredSize;
    if (first > 0) for (let child = first; child < first + 4; child++) this.#flatten(child, squaredSize / 4);
    this.#skips[at] = this.#length;
  }

  #put(x: number, y: number, rootX: number, rootY: number): void {
    // At most so many nodes are made on the way down.
    if (this.#used + 4 * DEPTH + 4 > this.#capacity) this.#grow(2 * this.#capacity);
    const children = this.#children;
    const counts = this.#counts;
    const middles = this.#middles;
    let node = 0;
    let middleX = rootX;
    let middleY = rootY;
    let half = this.#size / 4;
    for (let depth = 0; ; depth++, half /= 2) {
      const count = counts[node]!;
      if (children[node] === 0) {
        const isEmpty = count === 0;
        const isSame = !isEmpty && middles[2 * node] === x * count && middles[2 * node + 1] === y * count;
        if (isEmpty || isSame || depth >= DEPTH) break;
        const first = this.#take(4);
        children[node] = first;
        // What was in the leaf goes one down; its sums stay with the node.
        const [sx, sy] = [middles[2 * node]!, middles[2 * node + 1]!];
        const child = first + (sx / count > middleX ? 1 : 0) + (sy / count > middleY ? 2 : 0);
        counts[child] = count;
        middles[2 * child] = sx;
        middles[2 * child + 1] = sy;
      }
      counts[node]!++;
      middles[2 * node]! += x;
      middles[2 * node + 1]! += y;
      const right = x > middleX;
      const up = y > middleY;
      node = children[node]! + (right ? 1 : 0) + (up ? 2 : 0);
      middleX += right ? half : -half;
      middleY += up ? half : -half;
    }
    counts[node]!++;
    middles[2 * node]! += x;
    middles[2 * node + 1]! += y;
  }

  /** The first of so many fresh nodes that follow each other. */
  #take(count: number): number {
    const first = this.#used;
    this.#used += count;
    this.#children.fill(0, first, this.#used);
    this.#counts.fill(0, first, this.#used);
    this.#middles.fill(0, 2 * first, 2 * this.#used);
    return first;
  }

  #grow(capacity: number): void {
    if (capacity <= this.#capacity) return;
    const [children, counts, middles] = [this.#children, this.#counts, this.#middles];
    this.#capacity = capacity;
    this.#children = new Int32Array(capacity);
    this.#counts = new Int32Array(capacity);
    this.#middles = new Float64Array(2 * capacity);
    this.#children.set(children);
    this.#counts.set(counts);
    this.#middles.set(middles);
  }
}
