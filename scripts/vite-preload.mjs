/**
 * Names in `index.html` the scripts and style sheets that the page imports as soon as it starts, so that they are fetched with the
 * first script and not after it. Those are the entry's own dynamic imports and the modules given.
 * @param {readonly string[]} modules how further modules' paths end
 * @returns {import('vite').Plugin}
 */
export function preload(modules) {
  return {
    name: 'clusterscope:preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle, chunk }) {
        const chunks = Object.values(bundle ?? {}).filter(({ type }) => type === 'chunk');
        const wanted = new Set(chunk?.dynamicImports);
        for (const { fileName, facadeModuleId } of chunks)
          if (modules.some((path) => facadeModuleId?.endsWith(path))) wanted.add(fileName);
        const files = [...wanted].flatMap((file) => [file, ...importsOf(bundle, file)]);
        const isNamed = (file) => html.includes(`/${file}"`);
        return [...new Set(files)].filter((file) => !isNamed(file)).map(asTag);
      },
    },
  };
}

/** What a chunk brings along, at any depth: scripts, and style sheets. */
function importsOf(bundle, file, seen = new Set()) {
  const { imports = [], viteMetadata } = bundle[file] ?? {};
  for (const css of viteMetadata?.importedCss ?? []) seen.add(css);
  for (const next of imports) {
    if (seen.has(next)) continue;
    seen.add(next);
    importsOf(bundle, next, seen);
  }
  return [...seen];
}

// A style sheet is used at once, not only fetched: the browser complains of one that the page then does without.
const asTag = (file) => ({
  tag: 'link',
  attrs: file.endsWith('.css')
    ? { rel: 'stylesheet', crossorigin: true, href: `./${file}` }
    : { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
  injectTo: 'head',
});
