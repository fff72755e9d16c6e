import { NOISE, type Params } from '../types.ts';
import type { Noun } from './algorithm.ts';
import { completeParams, counts } from './defaults.ts';
import type { Param, ParamSpecs } from './kinds.ts';
import { counted, listed } from './words.ts';

/** What a result is judged by. */
export interface Facts {
  readonly labels: Int32Array;
  readonly specs: ParamSpecs;
  readonly params: Params;
  readonly noun: Noun;
}

const NEARLY = 0.9;

/**
 * What looks wrong with a result whatever the method, each with what to try: no cluster at all, nearly all noise, one cluster
 * only, one that holds nearly everything, each row its own. For results of which the method itself has said nothing: its own
 * warnings know more.
 */
export function redFlags({ labels, specs, params, noun }: Facts): string[] {
  const n = labels.length;
  const sizes = sizesOf(labels);
  const noise = sizes.get(NOISE) ?? 0;
  sizes.delete(NOISE);
  const k = sizes.size;
  const advise = (aim: Aim) => advice(specs, completeParams(specs, params), aim);
  if (n < 3) return [];
  if (k === 0) return [`All ${counted(n, noun)} are noise.${advise('fewer clusters')}`];
  if (noise > NEARLY * n) return [`${percent(noise / n)} of the ${noun.many} are noise.${advise('fewer clusters')}`];
  if (k === 1)
    return params.n_clusters === 1 ? [] : [`One cluster only: nothing is told apart.${advise('more clusters')}`];
  if (k === n) return [`Every ${noun.one} is a cluster of its own.${advise('fewer clusters')}`];
  if (k > n / 2) return [`${counted(k, CLUSTERS)} for ${counted(n, noun)}: most are alone.${advise('fewer clusters')}`];
  const largest = Math.max(...sizes.values());
  if (largest > 0.95 * n && n - noise > largest) {
    const rest = n - noise - largest;
    return [
      `One cluster holds ${percent(largest / n)} of the ${noun.many}; the other ${counted(k - 1, CLUSTERS)} ${k === 2 ? 'holds' : 'hold'} ${rest}.`,
    ];
  }
  return [];
}

const CLUSTERS: Noun = { one: 'cluster', many: 'clusters' };
type Aim = 'more clusters' | 'fewer clusters';

function sizesOf(labels: Int32Array): Map<number, number> {
  const sizes = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) sizes.set(labels[i]!, (sizes.get(labels[i]!) ?? 0) + 1);
  return sizes;
}

/** " Raise eps or lower min_samples to get fewer clusters."; nothing where no parameter that counts is known to do it. */
function advice(specs: ParamSpecs, params: Params, aim: Aim): string {
  const raise: string[] = [];
  const lower: string[] = [];
  for (const [name, param] of Object.entries(specs)) {
    const does = raisingOf(param);
    if (!does || !counts(specs, params, name)) continue;
    if (typeof params[name] === 'number' && atEnd(param, params[name], does === aim)) continue;
    (does === aim ? raise : lower).push(name);
  }
  const parts = [raise.length > 0 ? `raise ${listed(raise)}` : '', lower.length > 0 ? `lower ${listed(lower)}` : ''];
  const words = parts.filter(Boolean).join(' or ');
  return words ? ` Try to ${words}.` : '';
}

const raisingOf = (param: Param) => ('raising' in param ? param.raising : undefined);

function atEnd(param: Param, value: number, up: boolean): boolean {
  const { min, max } = param as { min?: number; max?: number };
  return up ? max !== undefined && value >= max : min !== undefined && value <= min;
}

const percent = (share: number) => `${Number((share * 100).toPrecision(3))} %`;
