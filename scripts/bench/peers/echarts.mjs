// The three charts with ECharts: its core and only the parts that they use, no movement.
import { BarChart, PieChart } from "echarts/charts";
import { GridComponent, LegendComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";

use([BarChart, CanvasRenderer, GridComponent, LegendComponent, PieChart, TooltipComponent]);

function draw(id, options) {
  const place = document.getElementById(id);
  const chart = init(place);
  chart.setOption({ animation: false, tooltip: { trigger: "item" }, legend: { left: 0, bottom: 0 }, ...options });
  addEventListener("resize", () => chart.resize());
  // Where the benchmark taps: the first entry of the legend.
  place.dataset.control = `14,${place.clientHeight - 14}`;
}

const bars = (rows, names, stack) => ({
  grid: { left: 120 },
  xAxis: { type: "value" },
  yAxis: { type: "category", data: rows.map(([name]) => name) },
  series: names.map((name, i) => ({ name, type: "bar", stack, data: rows.map((row) => row[i + 1]) })),
});

fetch("data.json")
  .then((response) => response.json())
  .then(({ structure, parts, years }) => {
    const data = structure.map(([name, value]) => ({ name, value }));
    draw("structure", { series: [{ type: "pie", radius: ["35%", "60%"], label: { formatter: "{b} {d}%" }, data }] });
    draw("parts", bars(parts, ["基本支出", "项目支出"], "all"));
    draw("years", bars(years, ["2025 年", "2026 年"]));
  });
