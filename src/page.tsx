import { StrictMode, Suspense, startTransition, useDeferredValue } from 'react';
import { createRoot } from 'react-dom/client';
import { labs } from './labs/index.ts';
import { useView } from './state/view.ts';
import { App } from './ui/App.tsx';
import { LabLoading } from './ui/shell/LabPage.tsx';
import { Shell } from './ui/shell/Shell.tsx';

function Page() {
  const id = useView((view) => view.lab);
  const { view: Lab, rail, railFold = null } = labs.find((lab) => lab.id === id) ?? labs[0]!;
  // The rail first, then the lab: together they would hold the thread up for too long.
  const isLabsTurn = useDeferredValue(true, false);
  return (
    <Shell labs={labs} rail={rail} railFold={railFold}>
      <Suspense fallback={<LabLoading />}>{isLabsTurn && <Lab />}</Suspense>
    </Shell>
  );
}

/** Shows the page in the node, for good. */
export function showPage(node: HTMLElement): void {
  const root = createRoot(node);
  // A transition is rendered in slices: the page's first rendering is no task of its own that holds up a click.
  startTransition(() =>
    root.render(
      <StrictMode>
        <App>
          <Page />
        </App>
      </StrictMode>,
    ),
  );
}
