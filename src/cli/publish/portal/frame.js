// What a reader has chosen, such as large text, goes along the ways of the frame: to the list, and to other years.
// For engines from Chromium 75 on, as it stands.
"use strict";

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
