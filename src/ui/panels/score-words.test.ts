import { describe, expect, it } from 'vitest';
import { metricSpecs } from '../../engine/metrics/specs.ts';
import { absence, barShare, changeText, scoreText } from './score-words.ts';

const spec = (name: string) => metricSpecs.find((metric) => metric.name === name)!;

describe('scores in words', () => {
  it('show three decimals, large ones one', () => {
    expect([0.8642, -0.1, 1210.0909].map(scoreText)).toEqual(['0.864', '-0.100', '1210.1']);
    expect(scoreText(4.649123715482382e33)).toBe('4.65e33');
  });

  it('show a change by sign and arrow, and none below the last digit', () => {
    expect(changeText(0.512, 0.5)).toBe('▲ +0.012');
    expect(changeText(0.5, 0.504)).toBe('▼ −0.004');
    expect(changeText(0.5, 0.5004)).toBe('');
    expect(changeText(428.1, 816.44)).toBe('▼ −388.3');
    expect(changeText(1, 4.65e33)).toBe('▼ −4.65e33');
    expect(changeText(null, 0.5)).toBe('');
    expect(changeText(0.5, null)).toBe('');
  });

  it('have a bar where they have an upper bound', () => {
    expect(barShare(spec('silhouette_score'), 0.66)).toBe(0.66);
    expect(barShare(spec('silhouette_score'), -0.2)).toBe(0);
    expect(barShare(spec('calinski_harabasz_score'), 500)).toBeNull();
    expect(barShare(spec('silhouette_score'), null)).toBeNull();
  });

  it('say why they are absent', () => {
    expect(absence(spec('v_measure_score'), false)).toBe('needs known classes');
    expect(absence(spec('silhouette_score'), true)).toMatch(/2 clusters/);
  });
});
