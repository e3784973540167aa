// Finds and sorts in the list of departments. Without it the whole list stands there, by size.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  var collator = new Intl.Collator(document.documentElement.lang);

  /** What is sought: tells of a name, in small letters, and of its pinyin whether all words are in it. */
  function seeker(words) {
    var spelled = words.map(function (word) {
      if (!/^[a-z]{2,}$/.test(word)) return null;
      // A capital is another reading of the character before it.
      var letters = word.split("").map(function (letter) {
        return "(?:" + letter + "[A-Z]*|[a-z][A-Z]*" + letter.toUpperCase() + "[A-Z]*)";
      });
      return new RegExp(letters.join(""));
    });
    return function (name, code) {
      return words.every(function (word, i) {
        return name.indexOf(word) >= 0 || (spelled[i] !== null && spelled[i].test(code));
      });
    };
  }

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
    var links = rows.map(function (row) { return row.querySelector("a"); });
    var names = links.map(function (link) { return link.textContent; });
    var plain = names.map(function (name) { return name.toLowerCase(); });
    // Each department with its units, which stay below it.
    var groups = [];
    rows.forEach(function (row, i) {
      if (row.className === "part" && groups.length) groups[groups.length - 1].push(i);
      else groups.push([i]);
    });

    // On a phone a long list begins with its first lines, in whatever order; what is found is shown whole.
    var rest = section.querySelector(".rest");
    var isShort = rest !== null;
    function shorten(wanted) {
      section.classList.toggle("short", isShort && wanted);
      if (rest) rest.hidden = !isShort || !wanted;
    }
    if (rest) {
      rest.querySelector("button").addEventListener("click", function () {
        var next = Array.prototype.find.call(body.rows, function (row) { return !row.offsetHeight; });
        isShort = false;
        shorten(false);
        // The focus goes on with the list, as the button is gone.
        if (next) next.querySelector("a").focus();
      });
    }
    shorten(true);

    input.addEventListener("input", function () {
      var words = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var has = seeker(words);
      var shown = 0;
      rows.forEach(function (row, i) {
        row.hidden = !has(plain[i], links[i].dataset.code);
        if (!row.hidden) shown += 1;
      });
      section.querySelector(".scroll").hidden = shown === 0;
      shorten(words.length === 0);
      status.textContent = words.length ? status.dataset.some.replace("{0}", shown).replace("{1}", rows.length) : all;
      section.dispatchEvent(new CustomEvent("budget-lens:seek", { detail: { has: has, words: words, shown: shown } }));
    });

    /** Compares two rows by a column: the largest or, of names, the first in front. */
    function comparison(column) {
      return function (a, b) {
        if (column === 0) return collator.compare(names[a], names[b]);
        return rows[a].cells[column].dataset.rank - rows[b].cells[column].dataset.rank;
      };
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
        var forwards = comparison(column);
        var compare = next === first ? forwards : function (a, b) { return forwards(b, a); };
        var moved = document.createDocumentFragment();
        groups.sort(function (a, b) { return compare(a[0], b[0]); }).forEach(function (group) {
          [group[0]].concat(group.slice(1).sort(compare)).forEach(function (i) { moved.appendChild(rows[i]); });
        });
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", next);
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
    var asked = absolute(data);

    /** Goes to a department's page, if it is the one; the other is what its budget's address was while there was one year. */
    function go(address, also) {
      var own = [new URL("budget.json", address).href];
      if (also) own.push(absolute(also));
      if (own.indexOf(asked) < 0) return false;
      query.delete("data");
      var page = new URL(address);
      query.forEach(function (value, name) { page.searchParams.set(name, value); });
      page.hash = location.hash;
      location.replace(page.href);
      return true;
    }
    Array.prototype.forEach.call(document.querySelectorAll(".departments"), function (section) {
      if (!section.dataset.list) {
        Array.prototype.some.call(section.querySelectorAll("tbody a"), function (link) {
          return go(link.href, link.dataset.also);
        });
        return;
      }
      // Departments of many places are not in the page.
      fetch(section.dataset.list).then(function (answer) { return answer.json(); }).then(function (data) {
        data.lines.split("\n").some(function (line) {
          var parts = line.split("\t");
          return go(absolute(parts[4] + "/index.html"), parts[5] && parts[5] + "/budget.json");
        });
      });
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
