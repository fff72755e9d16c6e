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

declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean });
  /** @throws TypeError for bytes that are not of its encoding */
  decode(bytes?: Uint8Array, options?: { readonly stream: boolean }): string;
}

declare class DecompressionStream {
  constructor(format: 'gzip');
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } };
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
}

declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Instance {
    constructor(module: Module);
    readonly exports: Readonly<Record<string, unknown>>;
  }
  function validate(bytes: Uint8Array): boolean;
}
