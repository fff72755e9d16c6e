import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/styles/mantine.ts';
import './ui/styles/variables.css';
import './ui/styles/base.css';

const nextTask = () => new Promise((resolve) => setTimeout(resolve));

// One after the other, each in a task of its own: together they would hold the thread up for too long. All are fetched at once
// (scripts/vite-preload.mjs). Packing fills tables of 32,768 words as it is evaluated.
await import('./engine/spec/packed-points.ts');
await nextTask();
const { startState } = await import('./state/start.ts');
await nextTask();
// The worker loads while React sets out.
startState();
await import('react-dom/client');
await nextTask();
const { showPage } = await import('./page.tsx');
await nextTask();
showPage(document.getElementById('root')!);
