import type { Plugin } from 'vite';

export function wordless(): Plugin;
