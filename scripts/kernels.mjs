// Compiles src/engine/kernels/assembly (AssemblyScript) to WebAssembly with SIMD, as a module that everything can import: the
// page's worker, the terminal, the tests. It lies beside its types, src/engine/kernels/compiled.d.ts, and is not kept in git.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

const folder = join(root, 'src/engine/kernels/assembly');
const target = join(root, 'src/engine/kernels/compiled.js');
const options = ['--optimizeLevel', '3', '--converge', '--noAssert', '--runtime', 'stub', '--enable', 'simd'];

function sources() {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

function digestOf(files) {
  const hash = createHash('sha256').update(options.join(' '));
  const compiler = JSON.parse(readFileSync(join(root, 'node_modules/assemblyscript/package.json'), 'utf8'));
  hash.update(compiler.version);
  for (const [name, text] of files) hash.update(name).update(text);
  return hash.digest('hex').slice(0, 16);
}

function isFresh(digest) {
  try {
    return readFileSync(target, 'utf8').includes(digest);
  } catch {
    return false;
  }
}

/**
 * Compiles the kernels unless that has been done since they last changed.
 * @throws with the compiler's messages
 */
export async function compileKernels() {
  const files = sources();
  const digest = digestOf(files);
  if (isFresh(digest)) return;
  const binary = await compile(files);
  const text = `// Compiled from assembly/ by scripts/kernels.mjs (${digest}).\nexport const wasm = '${Buffer.from(binary).toString('base64')}';\n`;
  writeFileSync(`${target}.${process.pid}`, text);
  renameSync(`${target}.${process.pid}`, target);
}

async function compile(files) {
  const { main } = await import('assemblyscript/asc');
  let binary = null;
  let messages = '';
  const { error } = await main(['index.ts', '--outFile', 'kernels.wasm', ...options], {
    readFile: (name) => files.get(name.replace(/^\.\//, '')) ?? null,
    writeFile: (_, contents) => {
      binary = contents;
    },
    listFiles: () => [],
    stderr: {
      write: (text) => {
        messages += text;
      },
    },
  });
  if (error || !binary) throw new Error(`The kernels do not compile.\n${messages}${error?.message ?? ''}`);
  return binary;
}
