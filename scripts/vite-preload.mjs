/**
 * Names in `index.html` the scripts and style sheets that the page imports as soon as it starts, so that they are fetched with the
 * first script and not after it. Those are the entry's own dynamic imports and the modules given. Fonts likewise: one that comes
 * after the first words has all of them laid out again.
 * @param {readonly string[]} modules how further modules' paths end
 * @param {readonly string[]} fonts how the names of the fonts' files begin
 * @returns {import('vite').Plugin}
 */
export function preload(modules, fonts) {
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
        const named = Object.keys(bundle ?? {}).filter((file) => fonts.some((name) => file.includes(`/${name}`)));
        files.push(...named.filter((file) => file.endsWith('.woff2')));
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

/** Of every kind of file, how a page asks for it early. */
const asked = {
  js: { rel: 'modulepreload' },
  // Used at once, not only fetched: the browser complains of one that the page then does without.
  css: { rel: 'stylesheet' },
  woff2: { rel: 'preload', as: 'font', type: 'font/woff2' },
};

const asTag = (file) => ({
  tag: 'link',
  attrs: { ...asked[file.slice(file.lastIndexOf('.') + 1)], crossorigin: true, href: `./${file}` },
  injectTo: 'head',
});
