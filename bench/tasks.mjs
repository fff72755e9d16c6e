// What the page's main thread does while something happens, by Chromium's own trace.

const CATEGORIES = ['toplevel', 'devtools.timeline', 'v8'];

/**
 * Tasks of the main thread while `action` runs, longest first: `cpu` and `wall` in ms, and the calls in it that took the most.
 * @param cdp a session of the page
 */
export async function tasksDuring(cdp, action) {
  const events = [];
  const collect = ({ value }) => events.push(...value);
  cdp.on('Tracing.dataCollected', collect);
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: CATEGORIES } });
  await action();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  cdp.off('Tracing.dataCollected', collect);
  return tasksIn(mainThreadOf(events));
}

/** The page's own thread is the one that lays it out. */
function mainThreadOf(events) {
  const names = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
  const layouts = ({ pid, tid }) =>
    events.filter((event) => event.pid === pid && event.tid === tid && event.name === 'Layout').length;
  const counts = new Map(names.map((thread) => [thread, layouts(thread)]));
  const [main] = names.sort((a, b) => counts.get(b) - counts.get(a));
  return main ? events.filter(({ pid, tid, ph }) => pid === main.pid && tid === main.tid && ph === 'X') : [];
}

function tasksIn(events) {
  const isTask = ({ name }) => name.endsWith('RunTask');
  const long = events.filter((event) => !isTask(event) && event.tdur > 3000);
  const inside = (task) =>
    long
      .filter((event) => event.ts >= task.ts && event.ts < task.ts + task.dur)
      .sort((a, b) => b.tdur - a.tdur)
      .slice(0, 6)
      .map(({ name, tdur, args }) => `${name} ${Math.round(tdur / 1000)} ${args?.data?.functionName ?? ''}`.trim());
  return events
    .filter((event) => isTask(event) && event.dur > 4000)
    .sort((a, b) => b.dur - a.dur)
    .map((task) => ({ wall: task.dur / 1000, cpu: (task.tdur ?? 0) / 1000, calls: inside(task) }));
}
