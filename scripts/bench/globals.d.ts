// Declarations for the type check (`make style`): what the benchmark adds to pages, and libraries that only it fetches.

/** The drawings on a canvas: when the first began and ended, when the last ended, how many there were. */
interface BenchDrawings {
  first: number;
  end: number;
  last: number;
  draws: number;
  isCleared: boolean;
}

interface Window {
  /** What recorder.js notes: times and durations in milliseconds. */
  benchRecord: {
    canvases: Map<HTMLCanvasElement, BenchDrawings>;
    events: Record<string, number>;
    tasks: [start: number, length: number][];
    shift: number;
    taps: number[];
    errors: string[];
    /** Whether the figures were on the screen when anything was painted for the first time. */
    readable: boolean;
  };
}

declare module "chart.js";
declare module "echarts/*";
