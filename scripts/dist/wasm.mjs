// Reads and writes the sections of a WebAssembly module.

const [FUNCTION, TABLE, MEMORY] = [0, 1, 2];

/** Reads numbers in the format's variable length (LEB128), and bytes, from `at` on. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
  }

  take(length) {
    const start = this.at;
    this.at += length;
    return this.bytes.subarray(start, this.at);
  }

  name() {
    return this.take(this.number()).toString("utf8");
  }

  /** Passes what kind of thing is imported and its type; returns whether it is a function. */
  imported() {
    const [kind] = this.take(1);
    // A function has a type, a table an element type and limits, a memory limits, a global a type and whether it changes.
    if (kind === FUNCTION) this.number();
    else if (kind === TABLE || kind === MEMORY) {
      if (kind === TABLE) this.take(1);
      const hasMost = this.number() & 1;
      this.number();
      if (hasMost) this.number();
    } else this.take(2);
    return kind === FUNCTION;
  }
}

/** Encodes a number as LEB128. */
export function number(value) {
  const parts = [];
  for (; value >= 0x80; value >>>= 7) parts.push((value & 0x7f) | 0x80);
  return Buffer.from([...parts, value]);
}

/** Copies a module with each section's content replaced by `change(id, content)`; `null` drops the section. */
export function changed(bytes, change) {
  const reader = new Reader(bytes);
  const kept = [reader.take(8)]; // the magic number and the version
  while (reader.at < bytes.length) {
    const id = reader.take(1);
    const content = change(id[0], reader.take(reader.number()));
    if (content) kept.push(id, number(content.length), content);
  }
  return Buffer.concat(kept);
}
