// How the list of departments is shown: large text and the dark theme, as a budget's own page offers them. Both are in the
// address, and go along to the departments' pages.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  var menu = document.querySelector(".menu");
  var dark = document.getElementById("dark");
  var wish = matchMedia("(prefers-color-scheme: dark)");
  var asked = new URLSearchParams(location.search);
  // What the address does not say is as the browser wishes.
  var text = ["large", "largest"].indexOf(asked.get("text")) < 0 ? "" : asked.get("text");
  var theme = ["dark", "light"].indexOf(asked.get("theme")) < 0 ? null : asked.get("theme");

  function isDark() {
    return theme === null ? wish.matches : theme === "dark";
  }

  /** What is chosen, put into the query of an address. */
  function put(query) {
    if (text) query.set("text", text); else query.delete("text");
    if (theme) query.set("theme", theme); else query.delete("theme");
    return query;
  }

  /** Shows the list as it is chosen. */
  function show() {
    document.documentElement.dataset.text = text;
    dark.media = theme === null ? "screen and (prefers-color-scheme: dark)" : theme === "dark" ? "screen" : "not all";
    Array.prototype.forEach.call(document.querySelectorAll(".departments tbody a"), function (link) {
      link.search = put(new URLSearchParams(link.search));
    });
    Array.prototype.forEach.call(menu.querySelectorAll("[data-show]"), function (button) {
      button.setAttribute("aria-pressed", button.dataset.show === "text" ? text !== "" : isDark());
    });
  }

  menu.addEventListener("click", function (event) {
    var button = event.target.closest("[data-show]");
    if (!button) return;
    if (button.dataset.show === "text") text = text ? "" : "large";
    else theme = isDark() ? "light" : "dark";
    var query = put(new URLSearchParams(location.search)).toString();
    // A page that may not touch its history (a sandboxed frame) works as well without.
    try { history.replaceState(null, "", location.pathname + (query && "?" + query) + location.hash); } catch (error) {}
    show();
  });
  document.addEventListener("click", function (event) {
    if (!menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") menu.open = false;
  });
  wish.addListener(show);
  show();
  menu.hidden = false;
})();
