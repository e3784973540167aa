// Keeps in the address what is sought in the list and how it is sorted, so that a link opens it as its sender saw it, and copies that
// link. The address has one year's list, the one that was touched last; its place says which.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  var sections = Array.prototype.filter.call(document.querySelectorAll(".departments"), function (section) {
    return section.querySelector(".seek");
  });

  /** The column by which a list is sorted, with a minus where it is turned round. */
  function order(section) {
    var head = section.querySelector("th[aria-sort]");
    var key = head.dataset.key;
    return (head.getAttribute("aria-sort") === (key === "name" ? "ascending" : "descending") ? "" : "-") + key;
  }

  /** The address of the page with a list as it is now. All else that the address says stays. */
  function address(section) {
    var page = new URL(location.href);
    var query = page.searchParams;
    var sought = section.querySelector(".seek input").value.trim();
    var sorted = order(section);
    ["find", "sort"].forEach(function (name) { query.delete(name); });
    if (sought) query.set("find", sought);
    // The list stands by size at first.
    if (sorted !== "total") query.set("sort", sorted);
    page.hash = section.id;
    return page.href;
  }

  function keep(section) {
    // A page that may not touch its history (a sandboxed frame) works as well without.
    try { history.replaceState(null, "", address(section)); } catch (error) {}
  }

  /** Shows a list as the address asks for it. */
  function restore(section) {
    var query = new URLSearchParams(location.search);
    var input = section.querySelector(".seek input");
    var sorted = query.get("sort") || "total";
    var head = Array.prototype.find.call(section.querySelectorAll("th[data-key]"), function (head) {
      return head.dataset.key === sorted.replace(/^-/, "");
    });
    var turn = function () { if (head && order(section) !== sorted) head.querySelector("button").click(); };
    // The second touch turns the order round.
    turn();
    turn();
    if (!query.get("find")) return;
    input.value = query.get("find");
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Copies a text, by the older command where a page has no clipboard; returns whether it may be copied there at all. */
  function copied(text, place) {
    var byCommand = function () {
      var field = document.createElement("input");
      field.readOnly = true;
      field.value = text;
      field.setAttribute("aria-label", place.querySelector("[data-copied]").textContent);
      place.appendChild(field);
      field.select();
      var done = document.execCommand("copy");
      if (done) field.remove();
      return done;
    };
    if (!navigator.clipboard) return Promise.resolve(byCommand());
    return navigator.clipboard.writeText(text).then(function () { return true; }, byCommand);
  }

  function start(section) {
    var find = section.querySelector(".seek");
    var button = find.querySelector("[data-copied]");
    var said = find.querySelector(".said");
    var changed = function () {
      said.textContent = "";
      keep(section);
    };
    find.addEventListener("input", function (event) { if (!event.target.readOnly) changed(); });
    section.querySelector("thead").addEventListener("click", changed);
    button.addEventListener("click", function () {
      var field = find.querySelector("input[readonly]");
      if (field) field.remove();
      copied(address(section), find).then(function (done) {
        said.textContent = done ? button.dataset.copied : button.dataset.selected;
        if (done) button.focus();
      });
    });
  }

  var asked = document.getElementById(location.hash.slice(1));
  var first = sections.indexOf(asked) < 0 ? sections[0] : asked;
  if (first) restore(first);
  sections.forEach(start);
})();
