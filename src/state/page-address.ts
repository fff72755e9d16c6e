/** The page's address, or a test's. */
export interface Address {
  read(): string;
  write(search: string, how: 'push' | 'replace'): void;
  /** Calls back when Back or Forward changed it. */
  onMove(listener: () => void): () => void;
}

export const pageAddress: Address = {
  read: () => location.search,
  write: (search, how) => {
    const url = location.pathname + search + location.hash;
    try {
      if (how === 'push') history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    } catch {
      // Too many writes for this browser, or too long an address: the page goes on with the one that is there.
    }
  },
  onMove: (listener) => {
    addEventListener('popstate', listener);
    return () => removeEventListener('popstate', listener);
  },
};
