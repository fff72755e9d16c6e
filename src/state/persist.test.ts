import { describe, expect, onTestFinished, test } from 'vitest';
import { keepLocally } from './persist.ts';
import { createTimelineStore } from './timeline.ts';
import { createViewStore } from './view.ts';

function open(kept: Record<string, string> = {}) {
  const stores = { timeline: createTimelineStore(), view: createViewStore() };
  const storage = {
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
  const stop = keepLocally(storage, stores);
  return { ...stores, kept, stop };
}

describe('what this browser keeps', () => {
  test('is read, and kept when it changes', () => {
    const { timeline, view, kept, stop } = open({
      'clusterscope.view.theme': '"dark"',
      'clusterscope.timeline.speed': '2',
    });
    expect(view.getState().theme).toBe('dark');
    expect(timeline.getState().speed).toBe(2);
    view.getState().setTheme('light');
    timeline.getState().setSpeed(4);
    stop();
    view.getState().setTheme('auto');
    expect(kept).toEqual({ 'clusterscope.view.theme': '"light"', 'clusterscope.timeline.speed': '4' });
  });

  test('is not written by what is kept nowhere', () => {
    const { view, kept } = open();
    view.getState().hover(3);
    expect(kept).toEqual({});
  });

  test('that makes no sense is passed over', () => {
    const { timeline, view } = open({ 'clusterscope.view.theme': '"neon"', 'clusterscope.timeline.speed': '{' });
    expect(view.getState().theme).toBe('auto');
    expect(timeline.getState().speed).toBe(1);
  });

  test('a browser whose localStorage cannot even be named is no reason to fail', () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    onTestFinished(() => {
      if (own) Object.defineProperty(globalThis, 'localStorage', own);
      else Reflect.deleteProperty(globalThis, 'localStorage');
    });
    Object.defineProperty(globalThis, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
    const view = createViewStore();
    keepLocally(undefined, { timeline: createTimelineStore(), view });
    view.getState().setTheme('dark');
    expect(view.getState().theme).toBe('dark');
  });

  test('a storage that refuses is no reason to fail', () => {
    const refuse = () => {
      throw new Error('denied');
    };
    const view = createViewStore();
    keepLocally({ getItem: refuse, setItem: refuse }, { timeline: createTimelineStore(), view });
    view.getState().setTheme('dark');
    expect(view.getState().theme).toBe('dark');
  });
});
