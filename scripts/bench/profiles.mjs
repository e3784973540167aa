// The devices and networks that pages are opened with.

/** Bits a second, as the bytes a second that the browser wants. */
const bits = (number) => number / 8;

/** Each profile by its name: screen, network, and how many times slower than this machine the processor is. */
export const PROFILES = {
  phone: {
    name: "phone",
    label: "phone: 390 × 844 at 3, touch; 1.6 Mbit/s, 150 ms; processor slowed down 4 times",
    screen: { width: 390, height: 844, deviceScaleFactor: 3, mobile: true },
    network: { offline: false, latency: 150, downloadThroughput: bits(1.6e6), uploadThroughput: bits(0.75e6) },
    slowdown: 4,
  },
  desk: {
    name: "desk",
    label: "desk: 1280 × 800, mouse; 10 Mbit/s, 40 ms; processor as it is",
    screen: { width: 1280, height: 800, deviceScaleFactor: 1, mobile: false },
    network: { offline: false, latency: 40, downloadThroughput: bits(10e6), uploadThroughput: bits(10e6) },
    slowdown: 1,
  },
};
