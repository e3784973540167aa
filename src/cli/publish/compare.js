// Lets a reader choose departments of the list and leads to the page that compares them. What is chosen stays while the tab
// is open, also on the pages of other places.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  var bar = document.querySelector(".compare");
  if (!bar) return;
  var words = bar.dataset;
  var status = bar.querySelector("[role=status]");
  var link = bar.querySelector("a");
  /** The most that are compared: more bars than a phone shows at once say nothing. */
  var MOST = Number(words.most);
  /** The published folder, which the addresses of departments count from. */
  var root = new URL(".", document.currentScript.src).href;
  var KEY = "budget-lens:compare " + root;
  /** What is chosen: the folder, the name and the year of each, in the order in which they were ticked. */
  var chosen = [];
  /** The boxes of the page, by their department's folder. */
  var boxes = {};

  /** Reads what was chosen on another page of the list; a browser that keeps nothing has nothing. */
  function recall() {
    var kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEY));
    } catch (error) {}
    chosen = Array.isArray(kept) ? kept.filter(isChoice).slice(0, MOST) : [];
  }

  /** Whether this is a choice as it is kept. */
  function isChoice(one) {
    return Boolean(one) && /^[\w.-]+(\/[\w.-]+)?$/.test(one.folder) && typeof one.name === "string" && typeof one.year === "string";
  }

  function keep() {
    try { sessionStorage.setItem(KEY, JSON.stringify(chosen)); } catch (error) {}
  }

  /** Whether documents of one department are chosen: its years, or a budget and its final account. */
  function isOne() {
    return chosen.every(function (one, i) { return one.name === chosen[0].name && (i === 0 || one.year !== chosen[0].year); });
  }

  /** The page of the first with the budgets of the others: their figure, or that of the years of one department. */
  function address() {
    var first = chosen[0];
    var up = first.folder.replace(/[^/]+/g, "..") + "/";
    var query = new URLSearchParams();
    var asked = new URLSearchParams(location.search);
    query.append("data", "budget.json");
    chosen.slice(1).forEach(function (one) { query.append("data", up + one.folder + "/budget.json"); });
    if (document.documentElement.lang === "en") query.set("lang", "en");
    ["text", "theme"].forEach(function (name) { if (asked.has(name)) query.set(name, asked.get(name)); });
    // A slash needs no escape there, and people read the address.
    var page = new URL(root + first.folder + "/index.html?" + query.toString().replace(/%2F/g, "/"));
    page.hash = isOne() ? "years" : "compare";
    return page.href;
  }

  /** Shows the bar and the boxes as it is chosen. */
  function show() {
    var count = chosen.length;
    Object.keys(boxes).forEach(function (folder) {
      boxes[folder].checked = chosen.some(function (one) { return one.folder === folder; });
      boxes[folder].disabled = count >= MOST && !boxes[folder].checked;
    });
    bar.hidden = count === 0;
    document.documentElement.classList.toggle("has-compare", count > 0);
    link.hidden = count < 2;
    if (count > 1) link.href = address();
    link.textContent = (isOne() ? words.years : words.go).replace("{0}", count);
    status.textContent = (count === MOST ? words.full : count === 1 ? words.one : words.some).replace("{0}", count);
    status.title = chosen.map(function (one) { return one.name; }).join(" · ");
  }

  function clear() {
    var last = chosen.length ? boxes[chosen[chosen.length - 1].folder] : null;
    var isInBar = bar.contains(document.activeElement);
    chosen = [];
    keep();
    show();
    // The focus does not go away with the bar.
    var next = last || document.querySelector(".departments .choose input, .seek input");
    if (isInBar && next) next.focus();
  }

  /** Puts a box in front of a department's name. */
  function add(own, year) {
    var folder = new URL("./", own.href).href.slice(root.length).replace(/\/$/, "");
    var name = own.textContent;
    var label = document.createElement("label");
    var box = document.createElement("input");
    label.className = "choose";
    box.type = "checkbox";
    box.setAttribute("aria-label", words.choose.replace("{0}", name));
    box.addEventListener("change", function () {
      chosen = chosen.filter(function (one) { return one.folder !== folder; });
      if (box.checked) chosen.push({ folder: folder, name: name, year: year });
      keep();
      show();
    });
    label.appendChild(box);
    own.parentNode.insertBefore(label, own);
    boxes[folder] = box;
  }

  /** Puts a box in front of each of these departments, and above them what the boxes are for. */
  function addAll(links, section, place, before) {
    if (!links.length) return;
    var year = section.closest("section[id^=year-]").id;
    Array.prototype.forEach.call(links, function (own) { add(own, year); });
    place.classList.add("choosing");
    var hint = document.createElement("p");
    hint.className = "hint";
    hint.textContent = words.hint;
    place.insertBefore(hint, before);
  }

  Array.prototype.forEach.call(document.querySelectorAll(".departments"), function (section) {
    addAll(section.querySelectorAll("tbody a[data-code]"), section, section, section.querySelector(".scroll"));
    // Those of other places come when somebody searches, in place of those that were found before.
    section.addEventListener("budget-lens:departments", function (event) {
      var place = event.target;
      Object.keys(boxes).forEach(function (folder) { if (!document.contains(boxes[folder])) delete boxes[folder]; });
      addAll(place.querySelectorAll("li a"), section, place, place.querySelector("ul"));
      show();
    });
  });
  bar.querySelector("button").addEventListener("click", clear);
  // Where text is large or dark was chosen in the menu since, the link hands that on.
  link.addEventListener("click", function () { link.href = address(); });
  document.addEventListener("keydown", function (event) {
    var menu = document.querySelector(".menu[open]");
    if (event.key !== "Escape" || menu || !event.target.closest(".choose, .compare")) return;
    clear();
  });
  // Who comes back finds what was chosen meanwhile on the page of another place.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    recall();
    show();
  });
  recall();
  show();
})();
