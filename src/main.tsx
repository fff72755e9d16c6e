import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './ui/styles/mantine.ts';
import './ui/styles/variables.css';
import './ui/styles/base.css';

// It fills tables of 32,768 words as it is evaluated.
await import('fflate');

// Both set out at once. Each is evaluated in a task of its own: together they would hold the thread up for too long.
const state = import('./state/start.ts');
const page = import('./page.tsx');

// The worker loads while React sets out.
(await state).startState();
(await page).showPage(document.getElementById('root')!);
