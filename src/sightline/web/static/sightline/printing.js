// The sheet for the night asks the browser to print it, once. Without this file the browser's own Print does.
window.addEventListener("load", function () {
  "use strict";
  window.print();
});
