// Finds projects of all departments, and departments of all places, in files that are fetched when somebody searches.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  /** How many hits are shown at first, since a slow phone has to draw them. */
  var FIRST = 30;
  /** How many more are shown each time that a reader asks for more. */
  var MORE = 100;
  /** The files that were fetched, by their address. */
  var files = {};

  /** A file of lines: a name, its pinyin, an amount, the number of its group, and what its link needs. */
  function lines(address) {
    if (!files[address]) {
      files[address] = fetch(address).then(function (answer) {
        if (!answer.ok) throw new Error(String(answer.status));
        return answer.json();
      }).then(function (data) {
        var all = data.lines.split("\n");
        var cut = function (part) { return function (line) { return line.split("\t", part + 1)[part] || ""; }; };
        var names = all.map(cut(0)).map(function (name) { return name.toLowerCase(); });
        return { groups: data.groups, lines: all, names: names, codes: all.map(cut(1)) };
      });
      files[address].catch(function () { delete files[address]; });
    }
    return files[address];
  }

  /** The lines of a file that have what is sought: how many, and the first of them, at most so many. */
  function found(file, has, most) {
    var hits = { count: 0, first: [] };
    file.names.forEach(function (name, i) {
      if (!has(name, file.codes[i])) return;
      hits.count += 1;
      if (hits.first.length < most) hits.first.push(file.lines[i].split("\t"));
    });
    return hits;
  }

  /** The text with its parts in it. */
  function filled(text, parts) {
    return text.replace(/\{(\d)\}/g, function (_, i) { return parts[i]; });
  }

  /** An element with a class and a text. */
  function made(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    element.textContent = text;
    return element;
  }

  /** A hit as a line of the list. */
  function line(address, name, of, amount, project) {
    var item = made("li", "", "");
    var link = made("a", "", name);
    link.href = address;
    var asked = new URLSearchParams(location.search);
    var query = new URLSearchParams();
    if (document.documentElement.lang === "en") query.set("lang", "en");
    ["text", "theme"].forEach(function (key) { if (asked.has(key)) query.set(key, asked.get(key)); });
    if (project) {
      query.set("project", project);
      link.hash = "projects";
    }
    link.search = query;
    item.appendChild(link);
    item.appendChild(made("span", "of", of));
    item.appendChild(made("span", "amount", amount));
    return item;
  }

  function start(section) {
    var place = section.querySelector(".hits");
    if (!place) return;
    var words = place.dataset;
    var up = words.up;
    var field = section.querySelector(".seek input");
    // Who goes to the field is about to type: the first letter finds the file read.
    if (field && section.dataset.list) {
      field.addEventListener("focus", function () { lines(section.dataset.list).catch(function () {}); }, { once: true });
    }
    /** The number of the search that is running: what an earlier one finds late is not shown. */
    var turn = 0;

    /** Shows hits below a sentence, which says how many there are; with a button if there are more of them. */
    function show(into, sentence, items, more) {
      into.textContent = "";
      into.appendChild(made("p", "count", sentence));
      var list = made("ul", "", "");
      items.forEach(function (item) { list.appendChild(item); });
      into.appendChild(list);
      if (!more) return;
      var button = into.appendChild(made("button", "button", words.more));
      button.type = "button";
      button.addEventListener("click", function () {
        var next = items.length;
        // Who reads with the keyboard goes on at the first of the new ones.
        more().then(function () { into.querySelectorAll("li")[next].querySelector("a").focus({ preventScroll: true }); });
      });
    }

    function departments(file, has, into, most) {
      var hits = found(file, has, most);
      place.dataset.looked = file.names.length;
      var sentence = hits.count > hits.first.length ? words.departments : hits.count ? words.allDepartments : words.noDepartment;
      show(into, filled(sentence, [hits.count, hits.first.length]), hits.first.map(function (hit) {
        return line(up + hit[4] + "/index.html", hit[0], file.groups[hit[3]][1], hit[2]);
      }), hits.count > hits.first.length && function () { return Promise.resolve(departments(file, has, into, most + MORE)); });
      // Each of them can be chosen for comparison as the rows of a list can.
      into.dispatchEvent(new CustomEvent("budget-lens:departments", { bubbles: true }));
    }

    function projects(addresses, has, into, mine, most) {
      var count = 0, looked = 0, items = [];
      return addresses.reduce(function (before, address, i) {
        return before.then(function () { return mine === turn ? lines(address) : null; }).then(function (file) {
          if (!file || mine !== turn) return;
          var hits = found(file, has, most);
          count += hits.count;
          looked += file.names.length;
          place.dataset.looked = looked;
          hits.first.slice(0, most - items.length).forEach(function (hit) {
            var of = file.groups[hit[3]];
            items.push(line(up + of[0] + "/index.html", hit[0], of[1], hit[2], hit[4] || hit[0]));
          });
          // Of many files one line says how far the search is.
          var rest = addresses.length - i - 1;
          var sentence = filled(count ? words.projects : words.noProject, [count, items.length]);
          show(into, rest ? filled(words.rest, [sentence, rest]) : sentence, items, !rest && count > items.length && function () {
            return projects(addresses, has, into, mine, most + MORE);
          });
        });
      }, Promise.resolve());
    }

    section.addEventListener("budget-lens:seek", function (event) {
      turn += 1;
      var has = event.detail.has, mine = turn;
      place.hidden = event.detail.words.length === 0;
      if (place.hidden) return;
      var failed = function (into) { return function () { if (mine === turn) show(into, words.failed, []); }; };
      place.textContent = "";
      var first = place.appendChild(made("div", "", "")), second = place.appendChild(made("div", "", ""));
      if (section.dataset.list) {
        lines(section.dataset.list).then(function (file) {
          if (mine !== turn) return;
          departments(file, has, first, FIRST);
          var all = file.groups.map(function (group) { return group[2]; }).filter(Boolean);
          if (!all.length) return;
          // Millions of projects are fetched for nobody who has not asked for them.
          var ask = second.appendChild(made("button", "button", words.ask));
          ask.type = "button";
          ask.addEventListener("click", function () { projects(all, has, second, mine, FIRST).catch(failed(second)); });
        }).catch(failed(first));
      } else if (words.file) {
        projects([words.file], has, second, mine, FIRST).catch(failed(second));
      }
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll(".departments"), start);
})();
