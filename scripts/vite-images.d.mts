import type { Plugin } from 'vite';

export function images(): Plugin;
