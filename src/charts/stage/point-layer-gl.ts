import type { Marks } from './marks.ts';
import { type MarkLook, MUTED, type Places, type PointLayer } from './point-layer.ts';
import { drawSprites, keysInUse, type Sprites } from './sprites.ts';

const vertexSource = `#version 300 es
in vec2 from;
in vec2 to;
in float cell;
uniform vec3 view;
uniform vec2 size;
uniform float progress;
uniform float pixels;
flat out float sprite;
void main() {
  vec2 place = mix(from, to, progress) * view.x + view.yz;
  gl_Position = vec4(place.x / size.x * 2.0 - 1.0, 1.0 - place.y / size.y * 2.0, 0.0, 1.0);
  gl_PointSize = pixels;
  sprite = cell;
}`;

const fragmentSource = `#version 300 es
precision highp float;
uniform sampler2D sprites;
uniform vec2 cells;
uniform float opacity;
flat in float sprite;
out vec4 color;
void main() {
  vec2 corner = vec2(mod(sprite, cells.x), floor(sprite / cells.x));
  color = texture(sprites, (corner + gl_PointCoord) / cells) * opacity;
}`;

/** Far enough from any plot, and still finite: where points without a place go. */
const AWAY = 1e7;

function link(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertexSource],
    [gl.FRAGMENT_SHADER, fragmentSource],
  ] as const) {
    const shader = gl.createShader(type);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
}

/** Whether the processor only pretends to be a GPU; browsers do not always own up to it as a performance caveat. */
function isSoftware(gl: WebGL2RenderingContext): boolean {
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(name);
}

const giveBack = (gl: WebGL2RenderingContext) => gl.getExtension('WEBGL_lose_context')?.loseContext();

/** WebGL 2 on `canvas`; null where there is none, or only a software renderer and that will not do. */
function contextOf(canvas: HTMLCanvasElement, software: boolean): WebGL2RenderingContext | null {
  const gl = canvas.getContext('webgl2', {
    antialias: false,
    premultipliedAlpha: true,
    failIfMajorPerformanceCaveat: !software,
  });
  if (!gl || software || !isSoftware(gl)) return gl;
  giveBack(gl);
  return null;
}

/** Whether `createPointLayerGl` may be asked for a layer. */
export function hasGpu(): boolean {
  const gl = contextOf(document.createElement('canvas'), false);
  if (gl) giveBack(gl);
  return gl !== null;
}

/** Five floats a point, in drawing order: from, to, cell. */
function vertices({ fromX, fromY, toX, toY }: Places, { keys, order }: Marks, { cellOf }: Sprites): Float32Array {
  const out = new Float32Array(order.length * 5);
  const finite = (v: number) => (v - v === 0 ? v : AWAY);
  for (let at = 0, o = 0; at < order.length; at++) {
    const i = order[at]!;
    out[o++] = finite(fromX[i]!);
    out[o++] = finite(fromY[i]!);
    out[o++] = finite(toX[i]!);
    out[o++] = finite(toY[i]!);
    out[o++] = cellOf[keys[i]!]!;
  }
  return out;
}

/**
 * Points on the GPU: a step uploads them once, motion and zoom are then uniforms only.
 * @param software also accept a renderer without a GPU (for tests).
 * @param onLost the GPU took its context back; the layer draws nothing from then on.
 * @returns null where there is no WebGL 2 with a real GPU.
 */
export function createPointLayerGl(onLost: () => void, software = false): PointLayer | null {
  const canvas = document.createElement('canvas');
  const gl = contextOf(canvas, software);
  const program = gl && link(gl);
  if (!gl || !program) return null;
  canvas.addEventListener('webglcontextlost', onLost);
  // biome-ignore lint/correctness/useHookAtTopLevel: WebGL's, not React's.
  gl.useProgram(program);
  gl.enable(gl.BLEND);
  gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const uniforms = {
    view: uniform('view'),
    size: uniform('size'),
    progress: uniform('progress'),
    pixels: uniform('pixels'),
    cells: uniform('cells'),
    opacity: uniform('opacity'),
  };
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  ['from', 'to', 'cell'].forEach((name, i) => {
    const at = gl.getAttribLocation(program, name);
    gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(at, i < 2 ? 2 : 1, gl.FLOAT, false, 20, i * 8);
  });
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  for (const side of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, side, gl.CLAMP_TO_EDGE);
  for (const size of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) gl.texParameteri(gl.TEXTURE_2D, size, gl.LINEAR);
  gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);

  let ratio = 1;
  let width = 1;
  let height = 1;
  let places: Places | null = null;
  let marks: Marks | null = null;
  let look: MarkLook | null = null;
  let sprites: Sprites | null = null;
  let stale = true;

  function upload(): void {
    if (!sprites) {
      sprites = drawSprites(keysInUse(marks!.keys), look!, ratio);
      gl!.texImage2D(gl!.TEXTURE_2D, 0, gl!.RGBA, gl!.RGBA, gl!.UNSIGNED_BYTE, sprites.image);
      gl!.uniform2f(uniforms.cells, sprites.image.width / sprites.cell, sprites.image.height / sprites.cell);
      gl!.uniform1f(uniforms.pixels, sprites.cell);
      stale = true;
    }
    if (stale) gl!.bufferData(gl!.ARRAY_BUFFER, vertices(places!, marks!, sprites), gl!.DYNAMIC_DRAW);
    stale = false;
  }

  return {
    canvas,
    resize(nextWidth, nextHeight, pixelRatio) {
      [width, height, ratio] = [nextWidth, nextHeight, pixelRatio];
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      gl.viewport(0, 0, canvas.width, canvas.height);
      sprites = null;
    },
    set(nextPlaces, nextMarks) {
      if (nextPlaces !== places || nextMarks !== marks) stale = true;
      if (nextMarks !== marks) sprites = null;
      places = nextPlaces;
      marks = nextMarks;
    },
    look(next) {
      const { radius, palette, colors } = next;
      const same = look && radius === look.radius && palette === look.palette && colors === look.colors;
      if (!same) sprites = null;
      look = next;
    },
    draw(view, progress) {
      gl.clearColor(0, 0, 0, 0);
      gl.clear(gl.COLOR_BUFFER_BIT);
      if (!places || !marks || !look || marks.order.length === 0) return true;
      upload();
      gl.uniform3f(uniforms.view, view.k, view.x, view.y);
      gl.uniform2f(uniforms.size, width, height);
      gl.uniform1f(uniforms.progress, progress);
      gl.uniform1f(uniforms.opacity, look.opacity * MUTED);
      gl.drawArrays(gl.POINTS, 0, marks.muted);
      gl.uniform1f(uniforms.opacity, marks.muted > 0 ? Math.max(0.8, look.opacity) : look.opacity);
      gl.drawArrays(gl.POINTS, marks.muted, marks.order.length - marks.muted);
      return true;
    },
    destroy() {
      canvas.removeEventListener('webglcontextlost', onLost);
      giveBack(gl);
      canvas.remove();
    },
  };
}
