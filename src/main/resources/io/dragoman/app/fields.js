const form = document.querySelector(".filters");
const rows = [...document.querySelectorAll("tbody tr")];
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", () => {
  const chosen = [...form.querySelectorAll("select")].filter((one) => one.value !== "");
  const wanted = form.querySelector("input").value.toLowerCase();
  let shown = 0;
  for (const row of rows) {
    const cells = row.cells;
    const fits = chosen.every((one) => cells[one.dataset.column].textContent === one.value)
      && (cells[1].textContent + " " + cells[2].textContent).toLowerCase().includes(wanted);
    row.hidden = !fits;
    shown += fits ? 1 : 0;
  }
  form.querySelector("output").textContent = shown;
});
