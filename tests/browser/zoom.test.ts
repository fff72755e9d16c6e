import { expect, test } from 'vitest';
import { createZoom } from '../../src/charts/stage/zoom.ts';

function zoomOf() {
  const plot = document.createElement('div');
  Object.assign(plot.style, { width: '400px', height: '300px' });
  document.body.append(plot);
  const zoom = createZoom(
    plot,
    () => true,
    () => {},
  );
  zoom.resize(400, 300);
  return zoom;
}

test('steps asked for in haste add up: none is lost in the movement of the one before', async () => {
  const zoom = zoomOf();
  for (let i = 0; i < 3; i++) zoom.by(1.5);
  await expect.poll(() => zoom.view.k).toBe(1.5 ** 3);
  expect([zoom.view.x, zoom.view.y].map(Math.round)).toEqual([-475, -356]);
  zoom.by(1 / 1.5);
  zoom.reset();
  await expect.poll(() => zoom.view.k).toBe(1);
  zoom.destroy();
});

test('a step around a place keeps it where it is, and zoom has its ends', async () => {
  const zoom = zoomOf();
  zoom.by(2, [100, 50]);
  await expect.poll(() => zoom.view.k).toBe(2);
  expect([zoom.view.x, zoom.view.y]).toEqual([-100, -50]);
  zoom.by(1e6);
  await expect.poll(() => zoom.view.k).toBe(80);
  zoom.reset(true);
  zoom.by(1e-6);
  await expect.poll(() => zoom.view.k).toBe(0.5);
  zoom.destroy();
});
