/**
 * Colours by slot for the light theme: Okabe and Ito's first (without black and yellow), then each as far as can be from
 * all before it and from grey, for normal and for dichromatic sight alike.
 */
const light = [
  '#0072b2',
  '#e69f00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#d55e00',
  '#7b3623',
  '#373eb6',
  '#a9a95d',
  '#940a7b',
  '#b47bff',
  '#165a4f',
  '#cb493a',
  '#538341',
  '#a1184e',
  '#7a5702',
  '#17b8c2',
  '#856285',
  '#476aca',
  '#f13c71',
  '#c98e38',
  '#7f89c2',
];

/** The same for a dark ground, the first six in the same hues. */
const dark = [
  '#56a5e3',
  '#f2b440',
  '#3cc79b',
  '#e39cc4',
  '#9fdcff',
  '#f5854a',
  '#b68560',
  '#adc0fc',
  '#4da333',
  '#d865cb',
  '#7c88fd',
  '#a8e4cd',
  '#b79f1b',
  '#77ad7d',
  '#fa898a',
  '#cbdf90',
  '#29f4ae',
  '#a287b0',
  '#38f0e8',
  '#cfb26c',
  '#a5e96e',
  '#5bc0c7',
];

/**
 * CSS colours by slot, safe for the colour-blind in the order in which they are used (M. Okabe, K. Ito, "Color Universal
 * Design", 2008). A slot past the end takes the colour of `slot % length`; shapes tell such clusters apart.
 */
export function palette(theme: 'light' | 'dark'): readonly string[] {
  return theme === 'dark' ? dark : light;
}
