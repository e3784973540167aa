// The frame's links: what a reader has chosen, such as large text, goes along to the list and to other years.
// For engines from Chromium 75 on, as it stands.
"use strict";

(function () {
  // The page can show another year's document in its place; that year is marked then. The title changes with what is shown.
  var years = document.querySelectorAll(".portal-years [data-edition]");
  var title = document.querySelector("title");

  function mark() {
    var asked = new URLSearchParams(location.search).get("year");
    var isKnown = Array.prototype.some.call(years, function (one) { return one.dataset.edition === asked; });
    Array.prototype.forEach.call(years, function (one) {
      one.classList.toggle("shown", isKnown ? one.dataset.edition === asked : one.hasAttribute("aria-current"));
    });
  }

  if (years.length) new MutationObserver(mark).observe(title, { childList: true });

  document.addEventListener("click", function (event) {
    var link = event.target.closest(".portal-head nav a");
    if (!link) return;
    var asked = new URLSearchParams(location.search);
    var query = new URLSearchParams(link.search);
    ["lang", "text", "theme", "contrast"].forEach(function (name) {
      if (asked.has(name)) query.set(name, asked.get(name));
    });
    link.search = query;
  }, true);
})();
