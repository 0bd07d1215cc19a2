/* Adds sorting to tables, and a filter to long ones; everything is there without it. */
(function () {
  "use strict";
  var compare = new Intl.Collator("zh-CN", { numeric: true }).compare;
  function isBody(row) { return !/\b(subtotal|total)\b/.test(row.className); }
  function key(row, column) {
    var cell = row.cells[column];
    if (!cell) return { text: "" };
    var data = cell.querySelector("data");
    var text = data ? data.value : cell.textContent.trim();
    var plain = text.replace(/[,%]/g, "");
    return { text: text, number: plain !== "" && isFinite(plain) ? Number(plain) : NaN };
  }
  /* What is unknown stays last in both directions. */
  function order(a, b, sign) {
    var x = isNaN(a.number), y = isNaN(b.number);
    if (!x && !y) return sign * (a.number - b.number);
    if (x !== y) return x ? 1 : -1;
    var none = function (k) { return k.text === "" || k.text === "—"; };
    if (none(a) !== none(b)) return none(a) ? 1 : -1;
    return sign * compare(a.text, b.text);
  }
  /* Sums keep their places; the rows between two of them are sorted among themselves. */
  function sort(body, column, sign) {
    var run = [];
    function flush(before) {
      run.map(function (row, index) { return { row: row, key: key(row, column), index: index }; })
        .sort(function (a, b) { return order(a.key, b.key, sign) || a.index - b.index; })
        .forEach(function (item) { body.insertBefore(item.row, before); });
      run = [];
    }
    Array.from(body.rows).forEach(function (row) {
      if (isBody(row)) run.push(row); else flush(row);
    });
    flush(null);
  }
  function addSorting(table) {
    var body = table.tBodies[0], buttons = [];
    /* One stop of the keyboard for all heads; the arrows lead from one to the next. */
    function step(button, by) {
      var next = buttons[buttons.indexOf(button) + by];
      if (!next) return;
      button.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    }
    table.querySelectorAll("thead [data-column]").forEach(function (head, at) {
      /* Not a real button: print would leave those out of heads repeated on later pages. */
      var button = document.createElement("span");
      button.setAttribute("role", "button");
      button.tabIndex = at ? -1 : 0;
      button.title = "按此列排序（左右键换列）";
      buttons.push(button);
      while (head.firstChild) button.appendChild(head.firstChild);
      head.appendChild(button);
      button.addEventListener("keydown", function (event) {
        if (event.key === "ArrowRight") step(button, 1);
        if (event.key === "ArrowLeft") step(button, -1);
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        button.click();
      });
      button.addEventListener("click", function () {
        /* What matters comes first: the largest numbers, but the first places and the first names. */
        var before = head.getAttribute("aria-sort");
        var rises = /名次|位次|序号/.test(head.textContent) || !head.classList.contains("n");
        var falling = before ? before !== "descending" : !rises;
        table.querySelectorAll("[aria-sort]").forEach(function (other) { other.removeAttribute("aria-sort"); });
        head.setAttribute("aria-sort", falling ? "descending" : "ascending");
        sort(body, Number(head.dataset.column), falling ? -1 : 1);
      });
    });
  }
  /* One stop of the keyboard for all links of a table; the arrows lead from one to the next, and to the
     same place in the next row. */
  function addSteps(body) {
    function links(row) { return Array.from(row.querySelectorAll("a[href]")); }
    function shown(row) { return row.offsetParent && links(row).length; }
    function go(from, to) {
      from.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    }
    links(body).forEach(function (link, at) { link.tabIndex = at ? -1 : 0; });
    body.addEventListener("keydown", function (event) {
      var link = event.target, sideways = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      var down = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (link.tagName !== "A" || !(sideways || down) || event.altKey) return;
      var row = link.closest("tr"), at = links(row).indexOf(link), to;
      if (sideways) to = links(row)[at + sideways];
      if (down) {
        var rows = Array.from(body.rows).filter(shown), next = rows[rows.indexOf(row) + down];
        if (next) to = links(next)[Math.min(at, links(next).length - 1)];
      }
      if (to) { event.preventDefault(); go(link, to); }
    });
  }
  function addFilter(box, rows) {
    var bar = document.createElement("div"), label = document.createElement("label");
    var input = document.createElement("input"), output = document.createElement("output");
    bar.className = "filter";
    label.textContent = "筛选";
    input.type = "search";
    input.placeholder = "输入名称、单位、日期等";
    label.appendChild(input);
    bar.appendChild(label);
    bar.appendChild(output);
    var sieve = box.previousElementSibling;
    box.parentNode.insertBefore(bar, sieve && sieve.className === "sieve" ? sieve : box);
    var texts = rows.map(function (row) { return row.textContent.toLowerCase(); });
    function filter() {
      var words = input.value.toLowerCase().split(/\s+/), shown = 0;
      rows.forEach(function (row, index) {
        row.hidden = !words.every(function (word) { return texts[index].indexOf(word) >= 0; });
        if (!row.hidden) shown += 1;
      });
      output.textContent = "共" + rows.length + "行" + (shown < rows.length ? "，显示" + shown + "行" : "");
    }
    input.addEventListener("input", filter);
    filter();
  }
  document.querySelectorAll("main > .table").forEach(function (box) {
    var rows = Array.from(box.querySelectorAll("tbody tr")).filter(isBody);
    if (rows.length > 2) {
      addSorting(box.querySelector("table"));
      addSteps(box.querySelector("tbody"));
    }
    if (rows.length > 40) addFilter(box, rows);
  });
})();
