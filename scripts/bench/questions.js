// What visit.mjs asks an opened page, its frames of the same site included. Times are milliseconds since the page was asked
// for. It is added to each document, as recorder.js is, and answers in the outermost.
{
  /** This window and its frames, with what was recorded there and how much later they began. */
  const views = () =>
    [window, ...Array.from(document.querySelectorAll("iframe"), ({ contentWindow }) => contentWindow)]
      .filter(({ benchRecord }) => benchRecord)
      .map((view) => ({ view, record: view.benchRecord, later: view.performance.timeOrigin - performance.timeOrigin }));

  /** The canvases of the page that something is drawn on, in the order of their first drawings. */
  function canvases() {
    const all = views().flatMap(({ record, later }) =>
      Array.from(record.canvases, ([canvas, { first, end, last, draws }]) => ({ canvas, first: first + later, end: end + later, last: last + later, draws })),
    );
    return all.filter(({ canvas }) => canvas.isConnected && canvas.getClientRects().length).sort((one, other) => one.first - other.first);
  }

  const times = (name) => views().flatMap(({ record, later }) => (name in record.events ? [record.events[name] + later] : []));

  /** Whether so many charts are drawn, all events were there, and then nothing has happened for so long. */
  function isQuiet(charts, events, silence) {
    if (document.readyState !== "complete" || canvases().length < charts) return false;
    if (events.some((name) => !times(name).length)) return false;
    const ends = [...canvases().map(({ last }) => last), ...events.flatMap(times), ...views().flatMap(({ record, later }) => record.tasks.map(([start, length]) => start + length + later))];
    return performance.now() - Math.max(...ends) > silence;
  }

  /** What was recorded until now. */
  function recorded(charts, events) {
    const drawn = canvases();
    const first = drawn.slice(0, charts);
    const most = (numbers) => Math.max(0, ...numbers);
    const paint = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null;
    const done = first.length < charts ? null : most(first.map(({ end }) => end));
    const { tasks, readable } = views()[0].record;
    return {
      paint,
      readable: readable || done === null ? paint : most([paint, done]),
      firstChart: first[0]?.end ?? null,
      charts: done,
      complete: done === null ? null : most([done, ...events.flatMap(times)]),
      quiet: most(drawn.map(({ last }) => last)),
      // A window is told of the long tasks of its frames, too.
      longest: most(tasks.map(([, length]) => length)),
      busy: tasks.reduce((sum, [, length]) => sum + length, 0),
      shift: views().reduce((sum, { record }) => sum + record.shift, 0),
      draws: most(first.map(({ draws }) => draws)),
      drawsInAll: drawn.reduce((sum, { draws }) => sum + draws, 0),
      errors: views().flatMap(({ record }) => record.errors),
    };
  }

  /** All documents and shadow trees. */
  const trees = () => views().flatMap(({ view }) => [view.document, ...Array.from(view.document.querySelectorAll("budget-lens"), ({ shadowRoot }) => shadowRoot).filter(Boolean)]);

  /** Brings an element into sight and returns where it is to be tapped: at this point of it, in CSS pixels. */
  function place(element, x, y) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const frame = element.ownerDocument.defaultView.frameElement?.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    return [box.x + x + (frame?.x ?? 0), box.y + y + (frame?.y ?? 0)];
  }

  /** The first element of a selector. */
  const find = (selector) => trees().flatMap((tree) => Array.from(tree.querySelectorAll(selector)))[0];

  /** Where a chart is tapped: at these parts of its width and height, and so many pixels beside that; null where there is none. */
  function placeOfChart(selector, [x, y, beside]) {
    const chart = find(selector);
    return chart ? place(chart, chart.clientWidth * x + beside, chart.clientHeight * y) : null;
  }

  /** Where a control is tapped: in the middle, or where it says itself. The folds around it are opened. */
  function placeOfControl(selector) {
    const control = find(selector);
    if (!control) return null;
    for (let fold = control.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const [x, y] = control.dataset.control?.split(",").map(Number) ?? [control.offsetWidth / 2, control.offsetHeight / 2];
    return place(control, x, y);
  }

  /** How long the answer to a tap took until it was on the screen: the longest since this was last asked; null if none is known yet. */
  function answered() {
    const all = views().flatMap(({ record }) => record.taps.splice(0));
    return all.length ? Math.max(...all) : null;
  }

  Object.assign(window, { bench: { isQuiet, recorded, placeOfChart, placeOfControl, answered } });
}
