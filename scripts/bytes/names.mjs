// Reads the compiler's names of functions: `_ZN4core3fmt5write17h0123456789abcdefE` is `core::fmt::write`.

/** How the older kind of names writes what no linker would take. */
const SIGNS = { SP: "@", BP: "*", RF: "&", LT: "<", GT: ">", LP: "(", RP: ")", C: "," };

/** The packages that come with the compiler and are no choice of ours. */
const STANDARD = new Set(["core", "alloc", "std", "compiler_builtins"]);

/** A function's name as its source has it; as it is where the compiler did not write it. */
export function readable(name) {
  const [symbol] = name.split(" ");
  if (symbol.startsWith("_ZN")) return older(symbol.slice(3));
  if (symbol.startsWith("_R")) return newer(symbol.slice(2));
  return name;
}

/** The package that a readable name is of, a part of our own as `budget_lens::figure`. What a library does with our types is
 * the library's; an implementation is of whose type it is for. */
export function packageOf(name) {
  const [, first, second] = /\b([a-z_]\w*)::([\w{]+)/.exec(name) || [];
  if (!first) return "no Rust";
  if (first === "budget_lens") return `${first}::${second}`;
  return STANDARD.has(first) ? "the standard library" : first;
}

/** Parts, each behind its length, the last of them a digest. */
function older(rest) {
  const parts = [];
  for (let digits = lengthAt(rest); digits; digits = lengthAt(rest)) {
    parts.push(rest.slice(digits.length, digits.length + Number(digits)));
    rest = rest.slice(digits.length + Number(digits));
  }
  if (/^h[0-9a-f]{16}$/.test(parts.at(-1) ?? "")) parts.pop();
  return parts.map(signs).join("::");
}

/** The digits that a text begins with. */
const lengthAt = (text) => /^\d*/.exec(text)[0];

/** A part with its signs: `_$LT$impl$u20$str$GT$` is `<impl str>`. */
function signs(part) {
  const plain = part.startsWith("_$") ? part.slice(1) : part;
  const sign = (all, code) => SIGNS[code] ?? (/^u[0-9a-f]+$/.test(code) ? String.fromCodePoint(parseInt(code.slice(1), 16)) : all);
  return plain.replace(/\$(\w+?)\$/g, sign).replace(/\.\./g, "::");
}

/** The words of the newer kind of names, in which only words stand behind their lengths, and digests before an underscore.
 * That leaves out which types a function is for. */
function newer(rest) {
  const parts = [];
  for (let at = 0; at < rest.length; ) {
    const [digest] = /^[sB][0-9A-Za-z]*_/.exec(rest.slice(at)) || [];
    const [all, length] = /^([1-9]\d*)_?/.exec(rest.slice(at)) || [];
    if (digest) at += digest.length;
    else if (all) {
      parts.push(rest.slice(at + all.length, at + all.length + Number(length)));
      at += all.length + Number(length);
    } else at++;
  }
  return parts.join("::");
}
