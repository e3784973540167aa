// Says what has failed, and what helps: another network, or reloading because the host has a newer page.
//
// The name of this script never changes, so that a page of an earlier release, whose files are gone, finds it, too. What
// it is asked must not change either: `say(still, what, error)`.

/** What can fail, in Chinese and English: before the advice to reload, and the advice itself unless the page is old. */
const SENTENCES = {
  off: ["这个浏览器没有开启 WebAssembly，这一页的程序运行不了。", "WebAssembly is off in this browser; the page's program cannot run."],
  broken: ["这一页的程序出了错，请刷新再试。", "The page's program has failed; please reload."],
  absent: ["这一页的程序没有启动成功。请检查网络后刷新。", "The page's program did not start. Check the network and reload."],
  updated: ["网页已更新，请刷新：这里打开的是旧的一版，有些内容已经取不到了。", "The page has been updated, please reload: this is an earlier one, and parts of it are gone."],
};

/** The name of the script that starts a page, which differs from release to release. */
const BOOT = /boot-\w{16}\.js/;

/** Whether the host has a page of another release than this one by now. */
async function isUpdated() {
  const [own] = BOOT.exec(document.documentElement.outerHTML) || [];
  try {
    const response = await fetch(location.href.replace(/[?#].*/, ""), { cache: "no-store" });
    const [now] = BOOT.exec(response.ok ? await response.text() : "") || [];
    return Boolean(now) && now !== own;
  } catch {
    return false;
  }
}

function element(tag, text) {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

/**
 * Shows what has failed at the top of the page, above the budget in the page's HTML if that is the one asked for: `off`,
 * `broken` or `absent`. A `part` that did not arrive is told by the program itself, which does not know that the page
 * has been updated.
 * @param {HTMLElement} still
 * @param {string} what
 * @param {unknown} [error]
 */
export async function say(still, what, error) {
  const hasUpdate = what !== "off" && (await isUpdated());
  if (what === "part" && !hasUpdate) return;
  const root = document.documentElement;
  const place = (still.isConnected ? still : document).querySelector("main");
  const alert = element("section", "");
  alert.className = "alert";
  alert.setAttribute("role", "alert");
  const told = SENTENCES[hasUpdate ? "updated" : what];
  alert.append(...told.map((sentence) => element("p", sentence)));
  if (what !== "part") {
    if (/[?&]data=/.test(location.search)) place.textContent = "";
    else alert.append(element("p", "下面是这份预算的文字、图和数字，只是不能点选。Here are the budget's words, drawings and numbers; they do not answer to a touch."));
    if (error) {
      const detail = element("details", "");
      detail.append(element("summary", "技术细节 Technical detail"), element("pre", String(error)));
      alert.append(detail);
    }
    still.hidden = false;
    // Without the program no control works: they are hidden, as where scripts are off.
    if (still.id) document.head.append(Object.assign(element("link", ""), { rel: "stylesheet", href: new URL("noscript.css", import.meta.url) }));
    place.setAttribute("aria-busy", "false");
  }
  if (what !== "off") {
    const button = Object.assign(element("button", "刷新 Reload"), { type: "button", className: "button", onclick: () => location.reload() });
    alert.append(button);
  }
  // The page's own sentence, and the program's, which knows nothing of an update, are not shown beside this one.
  delete root.dataset.failed;
  root.dataset.told = hasUpdate ? "updated" : "";
  place.prepend(alert);
}
