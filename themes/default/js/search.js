/* Searches the entries that the page carries, or the files beside it, which are read when something
   is first looked for: any part of a name or text, or pinyin initials. */
(function () {
  "use strict";
  if (!document.getElementById("found")) return;
  var MOST = 60, AROUND = 36;
  /* Full-width and half-width are alike, and so are capital and small letters. */
  function fold(text) { return text.normalize("NFKC").toLowerCase(); }
  var entries = [], carried = document.getElementById("entries");
  function add(rows) {
    rows.forEach(function (row) {
      entries.push({
        kind: row[0], name: row[1], href: row[2], text: row[3],
        folded: fold(row[1]), body: fold(row[3]), initials: row[4].split(" ")
      });
    });
  }
  if (carried) add(JSON.parse(carried.textContent));
  function startsAt(initials, word, start) {
    for (var i = 0; i < word.length; i += 1) {
      if (initials[start + i].indexOf(word[i]) < 0) return false;
    }
    return true;
  }
  function hasInitials(initials, word) {
    for (var start = 0; start + word.length <= initials.length; start += 1) {
      if (startsAt(initials, word, start)) return true;
    }
    return false;
  }
  /* 4 for the whole name, then its beginning, a part of it, its initials, its text; 0 for nothing. */
  function rank(entry, word) {
    if (entry.folded === word) return 5;
    var at = entry.folded.indexOf(word);
    if (at >= 0) return at === 0 ? 4 : 3;
    if (/^[a-z0-9]{2,}$/.test(word) && hasInitials(entry.initials, word)) return 2;
    return entry.body.indexOf(word) >= 0 ? 1 : 0;
  }
  function find(query) {
    var words = fold(query).split(/\s+/).filter(Boolean), found = [];
    if (!words.length) return null;
    entries.forEach(function (entry, index) {
      var ranks = words.map(function (word) { return rank(entry, word); });
      var least = Math.min.apply(null, ranks);
      if (least > 0) found.push({ entry: entry, rank: least, index: index });
    });
    found.sort(function (a, b) { return b.rank - a.rank || a.index - b.index; });
    return { words: words, found: found };
  }
  function element(name, className, text) {
    var made = document.createElement(name);
    if (className) made.className = className;
    if (text) made.textContent = text;
    return made;
  }
  /* Marks what was found; where folding changes the length, nothing is marked. */
  function marked(into, text, words) {
    var folded = fold(text), at = -1, length = 0;
    if (folded.length === text.length) {
      words.forEach(function (word) {
        var found = folded.indexOf(word);
        if (found >= 0 && (at < 0 || found < at)) { at = found; length = word.length; }
      });
    }
    if (at < 0) { into.textContent = text.length > 3 * AROUND ? text.slice(0, 3 * AROUND) + "…" : text; return into; }
    var from = Math.max(0, at - AROUND), to = Math.min(text.length, at + length + 2 * AROUND);
    into.appendChild(document.createTextNode((from ? "…" : "") + text.slice(from, at)));
    into.appendChild(element("mark", "", text.slice(at, at + length)));
    into.appendChild(document.createTextNode(text.slice(at + length, to) + (to < text.length ? "…" : "")));
    return into;
  }
  function item(hit, words) {
    var row = element("li"), link = element("a");
    link.href = hit.entry.href;
    row.appendChild(element("span", "kind", hit.entry.kind));
    row.appendChild(marked(link, hit.entry.name, words));
    if (hit.entry.text) row.appendChild(marked(element("p"), hit.entry.text, words));
    return row;
  }
  var place = document.getElementById("found"), index = document.getElementById("index");
  var box = element("div", "box"), label = element("label", "hidden", "搜索单位、项目、条款和正文");
  var input = element("input"), output = element("output"), list = element("ul", "results");
  input.type = "search";
  input.id = "query";
  label.htmlFor = "query";
  input.placeholder = "名称的任意部分，或拼音首字母";
  input.autocomplete = "off";
  [label, input, output].forEach(function (part) { box.appendChild(part); });
  place.appendChild(box);
  place.appendChild(list);
  /* The files are read one after the other, so that the entries keep their order. */
  var parts = Number(place.dataset.parts || 0), read = 0, reading = false;
  function readNext() {
    var script = element("script"), name = "search." + (read + 1) + ".js";
    script.src = name;
    script.onload = function () {
      read += 1;
      if (read < parts) readNext();
      show();
    };
    script.onerror = function () { reading = false; output.textContent = "读不到" + name + "，请重试"; };
    document.body.appendChild(script);
  }
  function isReady() {
    if (read < parts && !reading) {
      reading = true;
      window.addEntries = add;
      readNext();
    }
    return read >= parts;
  }
  function show() {
    if (input.value.trim() && !isReady()) {
      index.hidden = true;
      output.textContent = "正在读取（" + read + "／" + parts + "）";
      return;
    }
    var result = find(input.value);
    index.hidden = result !== null;
    list.textContent = "";
    output.textContent = result ? (result.found.length ? "找到" + result.found.length + "条" : "没有找到") : "";
    if (!result) return;
    if (result.found.length > MOST) output.textContent += "，列出前" + MOST + "条";
    result.found.slice(0, MOST).forEach(function (hit) { list.appendChild(item(hit, result.words)); });
  }
  function take() {
    var query = /^#q=(.*)$/.exec(location.hash);
    if (query) { try { input.value = decodeURIComponent(query[1]); } catch (error) { input.value = ""; } }
    show();
  }
  input.addEventListener("input", function () {
    history.replaceState(null, "", "#q=" + encodeURIComponent(input.value));
    show();
  });
  window.addEventListener("hashchange", take);
  take();
  input.focus();
})();
