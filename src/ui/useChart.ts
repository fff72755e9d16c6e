import { type RefObject, useEffect, useRef } from 'react';
import { attempt, forget } from '../charts/attempt.ts';
import type { Chart } from '../charts/chart.ts';
import { inTurn } from './in-turn.ts';

/**
 * Joins a chart to React: creates it in the node when its turn comes, hands it each new `data`, destroys it at the end. The
 * callbacks may change from render to render; the chart always calls the latest.
 */
export function useChart<Data, Callbacks extends object>(
  create: (node: HTMLElement, callbacks: Callbacks) => Chart<Data>,
  data: Data,
  callbacks: Callbacks,
): RefObject<HTMLDivElement | null> {
  const node = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart<Data> | null>(null);
  const latest = useRef(callbacks);
  latest.current = callbacks;
  const latestData = useRef(data);
  latestData.current = data;

  useEffect(() => {
    const forward = new Proxy({} as Callbacks, {
      get: (_, key) => latest.current[key as keyof Callbacks],
      has: (_, key) => key in latest.current,
    });
    const callOff = inTurn(() => {
      attempt(node, () => {
        chart.current = create(node.current!, forward);
        chart.current.update(latestData.current);
      });
    });
    return () => {
      callOff();
      forget(node);
      chart.current?.destroy();
      chart.current = null;
    };
  }, [create]);

  // In braces: what the call returns is no clean-up.
  useEffect(() => {
    attempt(node, () => chart.current?.update(data));
  }, [data]);
  return node;
}
