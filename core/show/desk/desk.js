// desk.js - the county page sorts, filters and opens. The page is whole without it.
"use strict";
(function () {
  // A link may lead into what is folded; browsers of before 2022 do not open it themselves.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1)), at = id && document.getElementById(id), opened = false;
    for (var e = at; e; e = e.parentElement) {
      if (e.tagName === "DETAILS" && !e.open) { e.open = true; opened = true; }
    }
    if (opened) at.scrollIntoView();
  }

  function value(cell) {
    return cell.dataset.v === undefined ? cell.textContent.trim() : cell.dataset.v;
  }

  // Numbers by size, words by their order in the language; what is empty last, however one sorts.
  function compare(a, b, down) {
    if (a === "" || b === "") return (a === "") - (b === "");
    var x = Number(a), y = Number(b), order;
    if (isNaN(x) || isNaN(y)) order = isNaN(x) !== isNaN(y) ? isNaN(x) - isNaN(y) : a.localeCompare(b, document.documentElement.lang);
    else order = x - y;
    return down ? -order : order;
  }

  function sort(table, head, index) {
    var down = head.classList.contains("n") ? head.getAttribute("aria-sort") !== "descending" : head.getAttribute("aria-sort") === "ascending";
    var body = table.tBodies[0], rows = Array.from(body.rows).map(function (row, place) { return { row: row, key: value(row.cells[index]), place: place }; });
    rows.sort(function (a, b) { return compare(a.key, b.key, down) || a.place - b.place; });
    rows.forEach(function (item) { body.appendChild(item.row); });
    Array.from(head.parentElement.cells).forEach(function (other) { other.removeAttribute("aria-sort"); });
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
  }

  // The button stands beside the words, not around them: Chromium leaves buttons out of heads that it repeats in print.
  function sortable(table) {
    var verb = document.documentElement.lang === "en" ? "Sort by " : "排序：";
    Array.from(table.tHead.rows[0].cells).forEach(function (head, index) {
      var button = document.createElement("button");
      button.type = "button";
      button.setAttribute("aria-label", verb + head.textContent);
      head.appendChild(button);
      head.addEventListener("click", function () { sort(table, head, index); });
    });
  }

  // By name and file, and by verdict; says how many are left.
  function filterable(panel) {
    var rows = Array.from(document.querySelectorAll("#" + panel.dataset.for + " tbody tr"));
    var find = panel.querySelector("input"), choose = panel.querySelector("select"), status = panel.querySelector("[role=status]");
    var states = rows.map(function (row) { return row.querySelector(".state").textContent; });
    Array.from(new Set(states)).forEach(function (word) { choose.appendChild(new Option(word, word)); });
    function apply() {
      var words = find.value.trim().toLowerCase(), shown = 0;
      rows.forEach(function (row, index) {
        var wanted = (!choose.value || states[index] === choose.value) && row.textContent.toLowerCase().indexOf(words) >= 0;
        row.hidden = !wanted;
        shown += wanted;
      });
      var numbers = [shown, rows.length];
      status.textContent = status.dataset.of.replace(/#/g, function () { return numbers.shift(); });
    }
    find.addEventListener("input", apply);
    choose.addEventListener("change", apply);
    panel.hidden = false;
    apply();
  }

  function folding(panel) {
    Array.from(panel.querySelectorAll("button")).forEach(function (button) {
      button.addEventListener("click", function () {
        document.querySelectorAll("details.unit").forEach(function (unit) { unit.open = button.dataset.open === "1"; });
      });
    });
    panel.hidden = false;
  }

  document.querySelectorAll("table.sortable").forEach(sortable);
  document.querySelectorAll(".filter[data-for]").forEach(filterable);
  document.querySelectorAll(".reports > .filter").forEach(folding);
  window.addEventListener("hashchange", reveal);
  reveal();
})();
