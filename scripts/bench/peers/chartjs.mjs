// The three charts with Chart.js: only the parts that they use, no movement.
import { ArcElement, BarController, BarElement, CategoryScale, Chart, DoughnutController, Legend, LinearScale, Tooltip } from "chart.js";

Chart.register(ArcElement, BarController, BarElement, CategoryScale, DoughnutController, Legend, LinearScale, Tooltip);

const COLOURS = ["#2f6db5", "#e0762d", "#3d9a50", "#8a5bb5"];

function draw(id, type, labels, series, options = {}) {
  const place = document.getElementById(id);
  const datasets = series.map(([label, data], i) => ({ label, data, backgroundColor: type === "doughnut" ? COLOURS : COLOURS[i] }));
  const chart = new Chart(place.appendChild(document.createElement("canvas")), { type, data: { labels, datasets }, options: { animation: false, maintainAspectRatio: false, ...options } });
  // Where the benchmark taps: the first entry of the legend.
  const { left, top } = chart.legend.legendHitBoxes[0];
  place.dataset.control = `${left + 8},${top + 6}`;
}

const bars = (isStacked) => ({ indexAxis: "y", scales: { x: { stacked: isStacked }, y: { stacked: isStacked } } });

fetch("data.json")
  .then((response) => response.json())
  .then(({ structure, parts, years }) => {
    const column = (rows, i) => rows.map((row) => row[i]);
    draw("structure", "doughnut", column(structure, 0), [["", column(structure, 1)]]);
    draw(
      "parts",
      "bar",
      column(parts, 0),
      [
        ["基本支出", column(parts, 1)],
        ["项目支出", column(parts, 2)],
      ],
      bars(true),
    );
    draw(
      "years",
      "bar",
      column(years, 0),
      [
        ["2025 年", column(years, 1)],
        ["2026 年", column(years, 2)],
      ],
      bars(false),
    );
  });
