// Starts the module, and says so in the page when that cannot be.
//
// Both downloads have begun already: the page preloads them, and their names are read from there. Two more
// parts, with all that the first answers do not need, are fetched one after the other when the first has come.

const still = document.getElementById("static");

// What stands in the page is the budget beside it, in Chinese; another one is asked for here.
const another = /[?&]data=/.test(location.search);
if (another || /[?&](figure=|lang=en)/.test(location.search)) still.hidden = true;

/** The module, also from a host that serves it under a wrong type. */
async function compiled(url) {
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  const copy = response.clone();
  if (WebAssembly.compileStreaming) {
    try {
      return await WebAssembly.compileStreaming(response);
    } catch (error) {
      // Wrong type, most likely; if the bytes are wrong, the next line says so.
    }
  }
  return WebAssembly.compile(await copy.arrayBuffer());
}

/** The modules of a part of the program. */
function part(rel) {
  return Promise.all(Array.from(document.querySelectorAll(`link[rel~="${rel}"]`), (link) => compiled(link.href)));
}

/**
 * Joins the parts that follow to the first, whose memory and functions they use, and says of each that it is there,
 * or cannot be. All are compiled before the page guards itself; joining needs no permission.
 */
async function join(first) {
  const say = (what) => document.dispatchEvent(new Event(`budget-lens:${what}`));
  let rel;
  try {
    for (rel of ["later", "checks"]) {
      for (const module of await part(rel)) await WebAssembly.instantiate(module, { __wasm_split: await first });
      say(rel);
    }
  } catch (error) {
    say(`${rel}-failed`);
  }
  guard();
}

/**
 * From here on no script but this site's own, also where the host sends no policy. It is said
 * only now because compiling needs a permission whose name old engines do not know.
 */
function guard() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = "script-src 'self'; worker-src 'self'";
  document.head.append(policy);
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/** Says what is wrong, above the budget that came with the page if that is the one asked for. */
function say(zh, en, error) {
  const place = (still.isConnected ? still : document).querySelector("main");
  const alert = document.createElement("section");
  alert.className = "alert";
  alert.setAttribute("role", "alert");
  alert.append(element("p", zh), element("p", en));
  if (another) place.textContent = "";
  else alert.append(element("p", "下面是这份预算的文字、图和数字，只是不能点选。Here are the budget's words, drawings and numbers; they do not answer to a touch."));
  if (error) {
    const detail = document.createElement("details");
    detail.append(element("summary", "技术细节 Technical detail"), element("pre", String(error)));
    alert.append(detail);
  }
  still.hidden = false;
  // Nothing answers to a touch: what would is hidden, as where scripts are off.
  if (still.id) document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "still.css" }));
  place.setAttribute("aria-busy", "false");
  place.prepend(alert);
}

function start() {
  still.querySelector("main").setAttribute("aria-busy", "true");
  if (typeof WebAssembly !== "object") {
    say("这个浏览器没有开启 WebAssembly，这一页的程序运行不了。", "WebAssembly is off in this browser; the page's program cannot run.");
    return;
  }
  const glue = document.querySelector('link[rel="modulepreload"]').href;
  const module = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  let failed = false;
  addEventListener("error", (event) => {
    if (!failed && event.error instanceof WebAssembly.RuntimeError) {
      failed = true;
      say("这一页的程序出了错，请刷新再试。", "The page's program has failed; please reload.", event.error);
    }
  });
  Promise.all([compiled(module), import(glue)])
    .then(([module_or_path, { default: init }]) => {
      const first = init({ module_or_path });
      join(first);
      return first;
    })
    .catch((error) => say("这一页的程序没有启动成功。请检查网络后刷新。", "The page's program did not start. Check the network and reload.", error));
}

start();
