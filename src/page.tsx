import { StrictMode, startTransition, useDeferredValue } from 'react';
import { createRoot } from 'react-dom/client';
import { labs } from './labs/index.ts';
import { useView } from './state/view.ts';
import { App } from './ui/App.tsx';
import { LabFailed, LabLoading } from './ui/shell/LabPage.tsx';
import { Shell } from './ui/shell/Shell.tsx';
import { useLoaded } from './ui/shell/useLoaded.ts';

function Page() {
  const id = useView((view) => view.lab);
  const { title, load, rail, railFold = null } = labs.find((lab) => lab.id === id) ?? labs[0]!;
  const { loading, again } = useLoaded(load);
  // The rail first, then the lab: together they would hold the thread up for too long.
  const isLabsTurn = useDeferredValue(true, false);
  const Lab = isLabsTurn && loading && 'value' in loading ? loading.value : null;
  return (
    <Shell labs={labs} rail={rail} railFold={railFold}>
      {Lab ? <Lab /> : loading && 'error' in loading ? <LabFailed title={title} onAgain={again} /> : <LabLoading />}
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
