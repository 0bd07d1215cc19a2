/* Turns the link to the search page into a box. */
(function () {
  "use strict";
  var link = document.querySelector("a.find");
  if (!link) return;
  var input = document.createElement("input");
  input.type = "search";
  input.className = "find";
  input.placeholder = "搜索";
  input.title = "名称的任意部分，或拼音首字母";
  input.setAttribute("aria-label", "搜索单位、项目、条款和正文");
  input.addEventListener("keydown", function (event) {
    if (event.key !== "Enter" || event.isComposing || !input.value.trim()) return;
    location.href = link.href + "#q=" + encodeURIComponent(input.value);
  });
  link.parentNode.replaceChild(input, link);
})();
