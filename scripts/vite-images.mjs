import { packImages } from './images.mjs';

/** Serves the packed images under `data/` while developing, and writes them to the build. */
export function images() {
  let packed = null;
  const files = () => {
    packed ??= packImages();
    return packed;
  };
  return {
    name: 'clusterscope:images',
    configureServer({ middlewares }) {
      middlewares.use(async (request, response, next) => {
        const path = new URL(request.url ?? '/', 'http://localhost').pathname;
        if (!path.startsWith('/data/')) return next();
        const file = (await files()).find(({ name }) => path === `/${name}`);
        if (!file) return next();
        response.setHeader('Content-Type', typeOf(file.name));
        response.end(file.bytes);
      });
    },
    async generateBundle() {
      // A build for workers runs the same plugins; the page's alone writes the files.
      for (const { name, bytes } of await files()) this.emitFile({ type: 'asset', fileName: name, source: bytes });
    },
  };
}

function typeOf(name) {
  return name.endsWith('.json') ? 'application/json' : 'application/octet-stream';
}
