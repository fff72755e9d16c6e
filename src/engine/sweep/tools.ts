export { agreementSteps } from './agreement.ts';
export { jointSilhouettes } from './joint-silhouettes.ts';
export { estimateBandwidth, kDistances } from './marks.ts';
export { createSweeper, type Sweeper } from './sweeper.ts';
