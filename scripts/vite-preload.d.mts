import type { Plugin } from 'vite';

export function preload(modules: readonly string[], fonts: readonly string[]): Plugin;
