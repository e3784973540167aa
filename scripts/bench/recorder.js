// Runs in every document before its own scripts, and records what happens there: drawing on canvases, long tasks, shifts
// of the layout, answers to taps, errors, the program's events. No site has to cooperate. visit.mjs asks what it knows.
{
  // Files for later visits are fetched when nobody waits for them: they would only be counted by chance.
  Reflect.deleteProperty(Navigator.prototype, "serviceWorker");

  /** Without anything drawn for so long, what is drawn next is another drawing. */
  const PAUSE = 100;
  /** Each canvas with its drawings: when the first one began and ended, when the last one ended, how many there are. */
  const canvases = new Map();
  const record = { canvases, events: {}, tasks: [], shift: 0, taps: [], errors: [], readable: false };
  Object.assign(window, { benchRecord: record });

  function drawn(canvas) {
    const now = performance.now();
    const known = canvases.get(canvas);
    if (!known) canvases.set(canvas, { first: now, end: now, last: now, draws: 1, isCleared: false });
    else {
      if (known.isCleared || now - known.last > PAUSE) known.draws++;
      else if (known.draws === 1) known.end = now;
      Object.assign(known, { last: now, isCleared: false });
    }
  }

  function cleared(canvas) {
    const known = canvases.get(canvas);
    if (known) known.isCleared = true;
  }

  const context = CanvasRenderingContext2D.prototype;
  const hook = (name, notice) => {
    const call = context[name];
    context[name] = function (...words) {
      notice(this.canvas);
      return call.apply(this, words);
    };
  };
  for (const name of ["fill", "stroke", "fillRect", "strokeRect", "fillText", "strokeText", "drawImage"]) hook(name, drawn);
  hook("clearRect", cleared);
  // Setting the size of a canvas clears it.
  for (const name of ["width", "height"]) {
    const own = Object.getOwnPropertyDescriptor(HTMLCanvasElement.prototype, name);
    Object.defineProperty(HTMLCanvasElement.prototype, name, {
      ...own,
      set(value) {
        cleared(this);
        own.set.call(this, value);
      },
    });
  }

  // Events of the program are dispatched at the document or at an element: noted when all who listen have answered.
  const dispatch = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (event) {
    const answer = dispatch.call(this, event);
    if (event.type.startsWith("budget-lens:")) record.events[event.type] ??= performance.now();
    return answer;
  };

  const observe = (type, notice, options = {}) => new PerformanceObserver((list) => list.getEntries().forEach(notice)).observe({ type, buffered: true, ...options });
  observe("longtask", ({ startTime, duration }) => record.tasks.push([startTime, duration]));
  observe("layout-shift", ({ value, hadRecentInput }) => {
    if (!hadRecentInput) record.shift += value;
  });
  observe("event", ({ interactionId, duration }) => interactionId && record.taps.push(duration), { durationThreshold: 16 });
  observe("paint", ({ name }) => {
    if (name === "first-contentful-paint") record.readable = Array.from(document.querySelectorAll("figure svg")).some((drawing) => drawing.getClientRects().length > 0);
  });
  addEventListener("error", ({ message }) => message && record.errors.push(message));
  addEventListener("unhandledrejection", ({ reason }) => record.errors.push(String(reason)));
}
