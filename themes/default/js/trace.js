/* Closes a trace with Escape and gives the focus back to the number that opened it. */
(function () {
  "use strict";
  var opener = null;
  function close() {
    /* An anchor that does not exist closes the trace without scrolling. */
    location.replace("#-");
    if (opener) opener.focus({ preventScroll: true });
  }
  /* Of the numbers of a figure in a row the first leads to its trace, for all of them. */
  function leading(data) {
    var row = data && data.closest("tr");
    var alike = Array.from(row ? row.querySelectorAll("a > data") : []);
    var first = alike.find(function (one) { return one.dataset.figure === data.dataset.figure; });
    return first ? first.parentNode : null;
  }
  /* The step that gives the number which was clicked is marked, and stands in sight. */
  function mark(link, text) {
    var trace = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    var digits = text.match(/[0-9][0-9.]*/);
    if (!trace) return;
    trace.querySelectorAll(".asked").forEach(function (one) { one.classList.remove("asked"); });
    if (!digits) return;
    var steps = Array.from(trace.querySelectorAll("li"));
    var exact = new RegExp("(^|[^0-9.])" + digits[0].replace(/\./g, "\\.") + "([^0-9.]|\\.?$)");
    var step = steps.reverse().find(function (one) { return exact.test(one.textContent); });
    if (!step) return;
    step.classList.add("asked");
    setTimeout(function () { step.scrollIntoView({ block: "nearest" }); });
  }
  document.addEventListener("click", function (event) {
    var near = function (what) { return event.target.closest ? event.target.closest(what) : null; };
    var link = near("a"), data = near("data"), first = link ? null : leading(data);
    if (first) { first.click(); mark(first, data.textContent); return; }
    if (!link) {
      /* A click beside the panel closes it, unless text is being marked. */
      var open = document.querySelector(".trace:target");
      if (open && !near(".trace") && String(getSelection()) === "") close();
      return;
    }
    if (link.querySelector("data")) { opener = link; mark(link, link.textContent); }
    if (link.className === "close" && opener) { event.preventDefault(); close(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && document.querySelector(".trace:target")) close();
  });
})();
