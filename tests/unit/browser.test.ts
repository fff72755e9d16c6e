import { tmpdir } from 'node:os';
import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser, requireBrowser } from '../../scripts/browser.mjs';
import { folderWith } from '../support/folder.ts';

afterEach(() => vi.unstubAllEnvs());

test.each([
  ['is not there', () => '/no/such/browser'],
  ['is a folder', () => tmpdir()],
  ['cannot be executed', () => folderWith({ chromium: '' })('chromium')],
])('a CHROME_PATH that %s is said in one sentence; nothing is installed in its place', (_, path) => {
  const chosen = path();
  vi.stubEnv('CHROME_PATH', chosen);
  vi.stubEnv('PATH', '');
  expect(findBrowser()).toBeNull();
  expect(() => requireBrowser()).toThrow(`CHROME_PATH is ${chosen}, which is no program that can be run.`);
});

test('CHROME_PATH comes before what is on PATH', () => {
  vi.stubEnv('CHROME_PATH', process.execPath);
  expect(findBrowser()).toBe(process.execPath);
});
