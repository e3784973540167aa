// Finds and sorts in the list of departments. Without it the whole list stands there, by size.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  var collator = new Intl.Collator(document.documentElement.lang);

  /** A list with what belongs to it. */
  function start(section) {
    var body = section.querySelector("tbody");
    var heads = Array.prototype.slice.call(section.querySelectorAll("thead th"));
    var rows = Array.prototype.slice.call(body.rows);
    var find = section.querySelector(".seek");
    // One department alone needs neither.
    if (!find) return;
    var input = find.querySelector("input");
    var status = find.querySelector("[role=status]");
    var all = status.textContent;
    var names = rows.map(function (row) { return row.cells[0].textContent; });
    var plain = names.map(function (name) { return name.toLowerCase(); });

    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row, i) {
        var has = words.every(function (word) { return plain[i].indexOf(word) >= 0; });
        row.hidden = !has;
        if (has) shown += 1;
      });
      status.textContent = words.length ? status.dataset.some.replace("{0}", shown).replace("{1}", rows.length) : all;
    });

    /** Where each row stands by a column, its largest or, of names, its first in front. */
    function order(column) {
      var places = rows.map(function (row, i) { return i; });
      return places.sort(function (a, b) {
        if (column === 0) return collator.compare(names[a], names[b]);
        return rows[a].cells[column].dataset.rank - rows[b].cells[column].dataset.rank;
      });
    }

    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      // Names begin at their first, numbers at their largest.
      var first = column === 0 ? "ascending" : "descending";
      var second = column === 0 ? "descending" : "ascending";
      button.addEventListener("click", function () {
        var next = head.getAttribute("aria-sort") === first ? second : first;
        var sorted = order(column);
        if (next === second) sorted.reverse();
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", next);
        var moved = document.createDocumentFragment();
        sorted.forEach(function (i) { moved.appendChild(rows[i]); });
        body.appendChild(moved);
      });
    });
    find.hidden = false;
  }

  /** Whose page an address asks for that names a budget: figures in portals know only the folder of all. */
  function wanted() {
    var query = new URLSearchParams(location.search);
    var data = query.get("data");
    if (data === null) return;
    Array.prototype.forEach.call(document.querySelectorAll(".departments tbody a"), function (link) {
      var own = [new URL("budget.json", link.href).href];
      // What the address was while there was one year.
      if (link.dataset.also) own.push(absolute(link.dataset.also));
      if (own.indexOf(absolute(data)) < 0) return;
      query.delete("data");
      var page = new URL(link.href);
      query.forEach(function (value, name) { page.searchParams.set(name, value); });
      page.hash = location.hash;
      location.replace(page.href);
    });
  }

  /** An address as a budget's own page would understand it; none if it is none. */
  function absolute(address) {
    try {
      return new URL(address, location.href).href;
    } catch (error) {
      return "";
    }
  }

  Array.prototype.forEach.call(document.querySelectorAll(".departments"), start);
  wanted();
})();
