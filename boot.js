// Starts the module, and says so in the page when that cannot be.
//
// Both downloads have begun already: the page preloads them, and their names are read from there.

const still = document.getElementById("static");

// What stands in the page is the budget beside it, in Chinese; another one is asked for here.
if (/[?&](data|figure|lang)=/.test(location.search)) still.hidden = true;

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

function say(zh, en, error) {
  const alert = document.createElement("section");
  alert.className = "alert";
  alert.setAttribute("role", "alert");
  const line = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    return element;
  };
  alert.append(line("p", zh), line("p", en));
  if (error) {
    const detail = document.createElement("details");
    detail.append(line("summary", "技术细节 Technical detail"), line("pre", String(error)));
    alert.append(detail);
  }
  const place = still.isConnected ? still.querySelector(".main") : document.querySelector("main");
  still.hidden = false;
  place.setAttribute("aria-busy", "false");
  place.prepend(alert);
}

function start() {
  if (typeof WebAssembly !== "object") {
    say("这个浏览器没有开启 WebAssembly，图不能点、单位不能换。下面是这份预算的文字、图和数字。",
      "WebAssembly is off in this browser. Here are the budget's words, drawings and numbers; they do not answer to a touch.");
    return;
  }
  const glue = document.querySelector('link[rel="modulepreload"]').href;
  const module = document.querySelector('link[rel="preload"][type="application/wasm"]').href;
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) {
      say("页面程序出了错，请刷新再试。", "The page's program has failed; please reload.", event.error);
    }
  });
  Promise.all([compiled(module), import(glue)])
    .then(([module_or_path, { default: init }]) => {
      guard();
      return init({ module_or_path });
    })
    .catch((error) => say("页面程序没有启动成功，图不能点。下面是这份预算的文字、图和数字。请检查网络后刷新。",
      "The page's program did not start. Here are the budget's words, drawings and numbers. Check the network and reload.", error));
}

start();
