// The worker fits and tells no stories: in the build it goes without the words of the algorithms (what a step did, why a row is
// where it is), which only the page speaks. It loads before the first picture, so that each kilobyte counts.
import { readFile } from 'node:fs/promises';

const WORDS = /\/src\/engine\/algorithms\/[^/]+\/(?:words|narrate|why)\.ts$/;
const EXPORTED = /^export (?:function|const) (\w+)/gm;

/** A plugin of the build of workers. What is left out says so to whoever calls it after all. */
export function wordless() {
  return {
    name: 'clusterscope:wordless',
    apply: 'build',
    enforce: 'pre',
    async load(id) {
      if (!WORDS.test(id)) return null;
      const names = [...(await readFile(id, 'utf8')).matchAll(EXPORTED)].map(([, name]) => name);
      return [
        `const left = () => { throw new Error('a worker has no words'); };`,
        ...names.map((name) => `export const ${name} = left;`),
      ].join('\n');
    },
  };
}
