// Observable Plot, which only the labs for reading use, has its own copy of D3's modules in the build. A module can be in one chunk
// only: if they shared them, the first picture would load all that Plot needs of D3, dates and time scales included.
import { readFile } from 'node:fs/promises';

const MARK = '?of-plot';

/** A plugin of the build. */
export function d3OfPlot() {
  return {
    name: 'clusterscope:d3-of-plot',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      const ofPlot = importer?.includes('/node_modules/@observablehq/plot/') || importer?.endsWith(MARK);
      if (!ofPlot || !/^d3(-|$)/.test(source)) return null;
      const found = await this.resolve(source, importer.replace(MARK, ''), { skipSelf: true });
      return found && { ...found, id: found.id + MARK };
    },
    load: (id) => (id.endsWith(MARK) ? readFile(id.slice(0, -MARK.length), 'utf8') : null),
  };
}
