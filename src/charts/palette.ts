/** Colours by slot for the light theme: Okabe and Ito's eight first (without black), then others that stay apart. */
const light = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#7a5195',
  '#a6b400',
  '#8c564b',
  '#00a6a6',
  '#e0566f',
  '#4b5fd6',
  '#6b8e23',
  '#b8860b',
  '#b03a8c',
  '#2f4b7c',
  '#f0805a',
  '#1f7a4d',
  '#9a8cd8',
  '#7d7461',
  '#8f1d3f',
  '#5a9bb5',
];

/** The same hues, in the same order, lifted for a dark ground. */
const dark = [
  '#56a5e3',
  '#f2b440',
  '#3cc79b',
  '#e39cc4',
  '#9fdcff',
  '#f5854a',
  '#b794e0',
  '#cfdc4a',
  '#c49a8c',
  '#3fd0d4',
  '#ff8a9c',
  '#8b9bff',
  '#9fc65a',
  '#d9b15a',
  '#e57fd0',
  '#7f9fd6',
  '#ffb394',
  '#67b98a',
  '#cbc3ff',
  '#b5ac97',
  '#d9708f',
  '#86bfd2',
];

/**
 * CSS colours by slot, safe for the colour-blind in the order in which they are used (M. Okabe, K. Ito, "Color Universal
 * Design", 2008). A slot past the end takes the colour of `slot % length`; shapes tell such clusters apart.
 */
export function palette(theme: 'light' | 'dark'): readonly string[] {
  return theme === 'dark' ? dark : light;
}
