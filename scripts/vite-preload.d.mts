import type { Plugin } from 'vite';

export function preload(modules: readonly string[]): Plugin;
