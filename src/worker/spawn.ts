/** A worker of ours. */
export const spawnWorker = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
