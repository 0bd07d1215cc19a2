/* Closes a trace with Escape and gives the focus back to the number that opened it. */
(function () {
  "use strict";
  var opener = null;
  function close() {
    /* An anchor that does not exist closes the trace without scrolling. */
    location.replace("#-");
    if (opener) opener.focus({ preventScroll: true });
  }
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a") : null;
    if (!link) return;
    if (link.querySelector("data")) opener = link;
    if (link.className === "close" && opener) { event.preventDefault(); close(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.querySelector(".trace:target")) close();
  });
})();
