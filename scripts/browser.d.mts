/** Switches for a headless browser in a container. */
export const browserArguments: string[];
/** The path of an installed Chromium, or null. */
export function findBrowser(): string | null;
/** Installs Debian's chromium if there is no browser and it may; throws an Error that says what to do. */
export function requireBrowser(): void;
