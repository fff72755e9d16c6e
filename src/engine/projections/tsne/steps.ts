import type { LayoutSteps } from '../layout.ts';
import { nearest } from '../near.ts';
import { start } from '../start.ts';
import { type Affinities, affinities } from './affinities.ts';
import { QuadTree } from './quad-tree.ts';

const ITERATIONS = 750;
/** Neighbours attract each other more strongly for so long. */
const EXPLORATION = 250;
/** A layout that no force moves any more has settled. */
const STILL = 1e-7;
/** How often that is looked at. */
const LOOK = 50;
/** The share of the work that finding neighbours is taken for. */
const NEAR_SHARE = 0.15;
const SPREAD = 1e-4;

/**
 * t-SNE: van der Maaten, "Accelerating t-SNE using tree-based algorithms", JMLR 15 (2014), with the constants of scikit-learn:
 * start by the principal components, learning rate `auto`, momentum 0.5 then 0.8, gains. 750 steps, as openTSNE has it, in place
 * of 1,000: of the last quarter nothing is seen but a slow growth.
 * A perplexity that the rows are too few for is lowered to (n - 1) / 3. Equal rows start side by side and stay near.
 */
export const layoutSteps: LayoutSteps = function* ({ points, params, random }) {
  const n = points.rows;
  const perplexity = Math.max(1, Math.min(params.perplexity as number, (n - 1) / 3));
  const places = start(points, SPREAD, random);
  const write = (into: Float64Array) => into.set(places);
  yield { share: 0, write };
  const k = Math.min(n - 1, Math.floor(3 * perplexity + 1));
  if (k < 1) return;
  const near = nearest(points, points, k, true, random);
  for (;;) {
    const step = near.next();
    if (!step.done) {
      yield { share: step.value * NEAR_SHARE, write };
      continue;
    }
    const attraction = affinities(step.value, n, perplexity);
    const exaggeration = params.early_exaggeration as number;
    const descent = new Descent(places, attraction, params.angle as number, Math.max(n / exaggeration / 4, 50));
    for (let t = 0; t < ITERATIONS; t++) {
      const isEarly = t < EXPLORATION;
      const gradient = descent.step(isEarly ? exaggeration : 1, isEarly ? 0.5 : 0.8);
      yield { share: NEAR_SHARE + ((1 - NEAR_SHARE) * (t + 1)) / ITERATIONS, write };
      if (!isEarly && t % LOOK === LOOK - 1 && gradient <= STILL) break;
    }
    return;
  }
};

/** Gradient descent with momentum, and a gain for each coordinate that grows while it keeps its direction. */
class Descent {
  readonly #places: Float64Array;
  readonly #attraction: Affinities;
  readonly #angle: number;
  readonly #rate: number;
  readonly #tree = new QuadTree();
  readonly #gains: Float64Array;
  readonly #moves: Float64Array;
  readonly #pushes: Float64Array;

  constructor(places: Float64Array, attraction: Affinities, angle: number, rate: number) {
    this.#places = places;
    this.#attraction = attraction;
    this.#angle = angle;
    this.#rate = rate;
    this.#gains = new Float64Array(places.length).fill(1);
    this.#moves = new Float64Array(places.length);
    this.#pushes = new Float64Array(places.length);
  }

  /** One step; returns the length of the gradient. */
  step(exaggeration: number, momentum: number): number {
    const [places, pushes, gains, moves] = [this.#places, this.#pushes, this.#gains, this.#moves];
    const n = places.length / 2;
    const total = this.#repel();
    const pull = new Float64Array(2);
    let length = 0;
    for (let i = 0; i < n; i++) {
      this.#attract(i, pull);
      for (let axis = 0; axis < 2; axis++) {
        const at = 2 * i + axis;
        const gradient = 4 * (exaggeration * pull[axis]! - pushes[at]! / total);
        length += gradient * gradient;
        const keeps = gradient * moves[at]! < 0;
        gains[at] = Math.max(0.01, keeps ? gains[at]! + 0.2 : gains[at]! * 0.8);
        moves[at] = momentum * moves[at]! - this.#rate * gains[at]! * gradient;
      }
    }
    // All at once, so that no row sees another's new place.
    for (let at = 0; at < places.length; at++) places[at]! += moves[at]!;
    return Math.sqrt(length);
  }

  /** Fills the pushes of all on each; returns the sum of the weights of all pairs. */
  #repel(): number {
    const [places, pushes] = [this.#places, this.#pushes];
    this.#tree.build(places);
    const own = new Float64Array(2);
    let total = 0;
    for (let at = 0; at < places.length; at += 2) {
      // Each row met itself, at no distance: a weight of 1, and no push.
      total += this.#tree.push(places[at]!, places[at + 1]!, this.#angle, own) - 1;
      pushes[at] = own[0]!;
      pushes[at + 1] = own[1]!;
    }
    return Math.max(total, Number.EPSILON);
  }

  #attract(i: number, pull: Float64Array): void {
    const places = this.#places;
    const { starts, columns, values } = this.#attraction;
    const x = places[2 * i]!;
    const y = places[2 * i + 1]!;
    let sumX = 0;
    let sumY = 0;
    for (let at = starts[i]!; at < starts[i + 1]!; at++) {
      const j = columns[at]!;
      const dx = x - places[2 * j]!;
      const dy = y - places[2 * j + 1]!;
      const w = values[at]! / (1 + dx * dx + dy * dy);
      sumX += w * dx;
      sumY += w * dy;
    }
    pull[0] = sumX;
    pull[1] = sumY;
  }
}
