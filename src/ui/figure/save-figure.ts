import type { Picture } from '../../charts/figure/export-svg.ts';
import { download } from '../export/download.ts';
import { notify } from '../notify.ts';

const fileName = (title: string) =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');

/** Saves what stands in the picture's body as a file called by its title; the code that writes it is loaded when it is asked for. */
export async function saveFigure(picture: Picture, kind: 'svg' | 'png'): Promise<void> {
  try {
    const { exportSvg, exportPng } = await import('../../charts/figure/export-svg.ts');
    const name = `${fileName(picture.title)}.${kind}`;
    if (kind === 'svg') download(name, exportSvg(picture).svg, 'image/svg+xml');
    else download(name, await exportPng(picture), 'image/png');
  } catch (error) {
    void notify({ color: 'red', title: 'Not exported', message: (error as Error).message });
  }
}
