import type { Plugin } from 'vite';

export function d3OfPlot(): Plugin;
