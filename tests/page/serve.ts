import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    url: string;
  }
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Serves the built page on a free port for as long as the tests run; builds it only if nobody has. */
export default async function serve(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(`${root}dist/index.html`)) await buildForUse();
  const server = await preview({ root, logLevel: 'silent', preview: { port: 0, host: '127.0.0.1' } });
  const { port } = server.httpServer.address() as { port: number };
  project.provide('url', `http://127.0.0.1:${port}/`);
  return () => server.close();
}

/** Vitest's own NODE_ENV is "test", with which React's development build would go into the page. */
async function buildForUse(): Promise<void> {
  const own = process.env.NODE_ENV;
  process.env.NODE_ENV = 'production';
  try {
    await build({ root, logLevel: 'warn' });
  } finally {
    process.env.NODE_ENV = own;
  }
}
