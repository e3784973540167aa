// Aids for a mouse: a line that follows it, to read along, and a large pointer.

const root = document.documentElement;
/** @type {HTMLElement} */
let bar;

function follow({ clientY }) {
  bar.style.top = `${clientY}px`;
}

/** The line to read along, below the pointer. */
export const line = {
  name: "line",
  on: () => !!bar,
  set(on) {
    removeEventListener("mousemove", follow);
    bar?.remove();
    bar = undefined;
    if (!on) return;
    bar = Object.assign(document.createElement("div"), { className: "reading-line" });
    bar.style.top = "50%";
    document.body.append(bar);
    addEventListener("mousemove", follow);
  },
};

/** The large pointer, which is a style. */
export const pointer = {
  name: "pointer",
  on: () => root.dataset.pointer === "large",
  set(on) {
    root.dataset.pointer = on ? "large" : "";
  },
};
