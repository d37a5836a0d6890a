"use strict";
// Everything works without this file, but for what moves by itself: tables are filtered, and an order under way is followed.

function filterTables(form) {
  const rows = [...document.querySelectorAll(form.dataset.filter)];
  const words = form.querySelector("input[type=search]");
  const columns = [...form.querySelectorAll("select[data-column]")];
  const shown = form.querySelector("output");
  const apply = () => {
    const wanted = words.value.trim().toLowerCase();
    const chosen = columns.filter((one) => one.value !== "");
    let count = 0;
    for (const row of rows) {
      const fits = row.textContent.toLowerCase().includes(wanted)
        && chosen.every((one) => row.cells[one.dataset.column].textContent === one.value);
      row.hidden = !fits;
      count += fits ? 1 : 0;
    }
    for (const part of document.querySelectorAll("[data-hides]")) {
      const filtering = wanted !== "" || chosen.length > 0;
      part.hidden = filtering && part.querySelector(form.dataset.filter + ":not([hidden])") === null;
      if (filtering && !part.hidden && part.tagName === "DETAILS") {
        part.open = true;
      }
    }
    if (shown) {
      shown.textContent = String(count);
    }
  };
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
}

function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

class Pace {
  constructor(place) {
    this.place = place;
    this.rows = [[], [], []];
    fetch(place.dataset.trail, { headers: { Accept: "application/json" } })
      .then((answer) => (answer.ok ? answer.json() : { at: [], records: [], rate: [] }))
      .then((trail) => {
        this.rows = [trail.at, trail.records, trail.rate];
        this.draw();
      });
    window.addEventListener("resize", () => this.plot && this.plot.setSize(this.size()));
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.plot && this.plot.redraw());
  }

  size() {
    return { width: Math.max(260, this.place.clientWidth), height: 220 };
  }

  draw() {
    const axis = { stroke: () => colour("--ink"), grid: { stroke: () => colour("--line"), width: 1 } };
    this.plot = new uPlot({
      ...this.size(),
      scales: { rate: { range: (plot, low, high) => [0, Math.max(1, high * 1.1)] }, y: { range: (plot, low, high) => [0, Math.max(1, high * 1.05)] } },
      series: [
        {},
        { label: "records", stroke: () => colour("--c1"), width: 2, scale: "y" },
        { label: "in a second", stroke: () => colour("--c2"), width: 2, scale: "rate" },
      ],
      axes: [axis, { ...axis, scale: "y", size: 70 }, { ...axis, scale: "rate", side: 1, grid: { show: false } }],
    }, this.rows, this.place);
  }

  add(records) {
    const now = Math.round(Date.now() / 1000);
    const [at, all, rate] = this.rows;
    const last = at.length - 1;
    if (!this.plot || (last >= 0 && at[last] >= now)) {
      return;
    }
    at.push(now);
    all.push(records);
    rate.push(last < 0 ? 0 : Math.max(0, (records - all[last]) / (now - at[last])));
    this.plot.setData(this.rows);
  }
}

function follow(place) {
  const chart = document.querySelector("[data-trail]");
  const pace = chart && window.uPlot ? new Pace(chart) : null;
  const source = new EventSource(place.dataset.events);
  source.addEventListener("order", (event) => {
    const order = JSON.parse(event.data);
    if (pace && order.progress) {
      const all = Object.values(order.progress.counts).flatMap((fates) => Object.values(fates));
      pace.add(all.reduce((sum, one) => sum + one, 0));
    }
    htmx.trigger(document.body, "moved");
  });
  source.addEventListener("over", () => {
    source.close();
    window.location.reload();
  });
}

document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("form[data-filter]").forEach(filterTables);
  document.querySelectorAll("[data-events]").forEach(follow);
  document.querySelectorAll("[data-typed]").forEach((input) => {
    const button = input.form.querySelector("button[data-needs-typed]");
    const check = () => { button.disabled = input.value !== input.dataset.typed; };
    input.addEventListener("input", check);
    check();
  });
});
