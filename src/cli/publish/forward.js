// Leads on to where the page is now, with all that its address asks for: which figure, which place.
"use strict";

location.replace(new URL(document.currentScript.dataset.to, location.href).href + location.search + location.hash);
