import type { Frame, Matrix, Params } from '../types.ts';
import type { PythonPiece } from './dataset.ts';
import type { ParamSpecs } from './kinds.ts';

/** What a dataset calls its rows: "flower" / "flowers". */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

export interface Narration {
  /** "Step 3 · assign" */
  readonly title: string;
  /** "10 flowers changed cluster; inertia fell 19.0 % to 34.14." */
  readonly text: string;
}

export interface WhyQuestion {
  readonly row: number;
  /** The rows that were clustered, n × d, scaled. */
  readonly X: Matrix;
  readonly frame: Frame;
  readonly frames: readonly Frame[];
  readonly noun: Noun;
}

/** Points of the clustered space, each with a label: a new point would get that of the nearest. */
export interface Sites {
  readonly points: Matrix;
  readonly labels: Int32Array;
}

export interface Why {
  /** A figure for each cluster that matters (the distance to its centre, …), in the order to show. */
  readonly figures: readonly { readonly cluster: number; readonly value: number }[];
  /** What the figures are: "distance to each centre". */
  readonly caption: string;
  /** "nearest centre: 2, so cluster 2" */
  readonly reason: string;
  /** The few figures that decided, where they are of several kinds: a line for each candidate, a column for each kind. */
  readonly table?: {
    readonly caption: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly name: string; readonly values: readonly number[] }[];
  };
  /** Rows that the reason speaks of (neighbours within eps, …): the stage links them to the row, `strong` ones clearly. */
  readonly links?: readonly { readonly row: number; readonly strong?: boolean }[];
}

/** What a fit would take, roughly. */
export interface Cost {
  readonly seconds: number;
  readonly bytes: number;
}

/** An algorithm as data: all that the page, the URL, the code export and the terminal need to know without its fit. */
export interface AlgorithmSpec {
  /** scikit-learn's class name. */
  readonly id: string;
  /** "K-Means" */
  readonly title: string;
  readonly summary: string;
  /** scikit-learn's page. */
  readonly href: string;
  readonly params: ParamSpecs;
  /** The fit as Python where the constructor alone would not do; it leaves the fitted estimator as `model`. `params` are complete. */
  readonly python?: (params: Params) => PythonPiece;
  /** What the player's curve shows: "inertia". */
  readonly score: string;
  /** Whether the clusters are their means, which every frame has as its centres, and the result has their inertia. */
  readonly isOfMeans?: true;
  /** Whether its fit works on images as the bytes they are; of the others each pixel must be a number (`image-rows.ts`). */
  readonly takesBytes?: true;
  /** Whether a step numbers its clusters anew, so that the same cluster has another number in the next. */
  readonly renumbers?: true;
  /** What a step did. `previous` is null for the first frame; frames in between may have been thinned out. */
  narrate(frame: Frame, previous: Frame | null, noun: Noun): Narration;
  /** Why a row is where it is in this frame. */
  why(question: WhyQuestion): Why;
  /** An honest estimate for n rows of d features, where many rows would take long or much memory; the page shows it first. */
  cost?(n: number, d: number, params: Params): Cost;
  /**
   * Where a new point would fall, where that is what `predict` says: to the nearest of the frame's centres (the default), or
   * of the sites that a frame holds. 'neighbours': there is no `predict`, and the nearest labelled row stands in.
   */
  readonly regions?: 'centers' | 'neighbours' | ((frame: Frame) => Sites | null);
}
