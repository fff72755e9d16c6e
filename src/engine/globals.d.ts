// All that the engine may take from its surroundings: tsconfig.engine.json knows neither the DOM nor a worker nor Node, so
// that `document`, `fetch` or `process` do not compile.

declare const performance: { now(): number };
declare function atob(text: string): string;
declare function btoa(binary: string): string;

declare class URLSearchParams {
  constructor(init?: string | Readonly<Record<string, string>>);
  get(name: string): string | null;
  has(name: string): boolean;
  set(name: string, value: string): void;
  keys(): IterableIterator<string>;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
