/** Switches for a headless browser in a container. */
export const browserArguments: string[];
/** The path of an installed Chromium, or null. */
export function findBrowser(): string | null;
/** Installs Debian's chromium where that is possible; returns whether a browser is there now. */
export function installBrowser(): boolean;
