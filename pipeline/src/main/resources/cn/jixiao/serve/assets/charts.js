// Draws the charts anew with what ECharts can do beyond a picture: values under the pointer, legends that hide lines, PNG.
'use strict';
(() => {
  const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const grouped = (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',');

  // Words that the pointer shows are drawn on the canvas: the page allows no style of its own in HTML.
  const tip = () => ({ renderMode: 'richText', backgroundColor: css('--surface'), borderColor: css('--line-strong'),
    textStyle: { color: css('--ink') }, confine: true });
  const axisText = () => ({ color: css('--quiet') });
  const rule = () => ({ lineStyle: { color: css('--line') } });

  const line = (chart) => ({
    tooltip: { ...tip(), trigger: 'axis', order: 'valueDesc', valueFormatter: (value) => value == null ? '–' : grouped(value) + chart.unit },
    legend: { type: 'scroll', bottom: 0, textStyle: { color: css('--ink') }, pageTextStyle: axisText() },
    grid: { left: 12, right: 24, top: 36, bottom: 44, containLabel: true },
    xAxis: { type: 'category', data: chart.years.map(String), axisLabel: axisText(), axisLine: rule() },
    yAxis: { type: 'value', name: chart.unit, nameTextStyle: axisText(), axisLabel: axisText(), splitLine: rule() },
    series: chart.series.map((row) => ({ type: 'line', name: row.name, data: row.values, connectNulls: false,
      symbolSize: row.marked ? 10 : 7, lineStyle: { width: row.marked ? 4 : 2 }, emphasis: { focus: 'series' } })),
  });

  const bar = (chart) => {
    const rows = [...chart.series].reverse();
    return {
      tooltip: { ...tip(), trigger: 'item', formatter: (item) => `${rows[item.dataIndex].full}\n${grouped(item.value)}${chart.unit}` },
      grid: { left: 12, right: 90, top: 12, bottom: 24, containLabel: true },
      xAxis: { type: 'value', axisLabel: axisText(), splitLine: rule() },
      yAxis: { type: 'category', data: rows.map((row) => row.name), axisLabel: { color: css('--ink') }, axisLine: rule() },
      series: [{ type: 'bar', barMaxWidth: 18, label: { show: true, position: 'right', color: css('--ink'), formatter: (item) => grouped(item.value) },
        data: rows.map((row) => ({ value: row.values[chart.column],
          itemStyle: { color: row.marked ? css('--series-2') : css('--series-1') } })) }],
    };
  };

  const spread = (chart) => ({
    tooltip: { ...tip(), trigger: 'item', formatter: (item) => item.seriesType === 'boxplot' ? item.name
      : `${item.data.full}\n${grouped(item.data.value[0])}${chart.unit}` },
    grid: { left: 24, right: 24, top: 16, bottom: 36, containLabel: true },
    xAxis: { type: 'value', name: chart.unit, axisLabel: axisText(), splitLine: rule(), scale: true },
    yAxis: { type: 'category', data: ['', ' '], axisLine: { show: false }, axisTick: { show: false } },
    series: [
      { type: 'boxplot', layout: 'vertical', data: chart.box ? [[...chart.box]] : [], itemStyle: { color: css('--sunk'), borderColor: css('--quiet') } },
      { type: 'scatter', data: chart.series.map((row, i) => ({ full: row.full, value: [row.values[chart.column], 1], symbolOffset: [0, row.marked ? 0 : (i % 5 - 2) * 9],
        symbolSize: row.marked ? 18 : 8, itemStyle: { color: row.marked ? css('--series-2') : css('--series-1'), opacity: row.marked ? 1 : .65 } })) },
    ],
  });

  const options = { line, bar, spread };
  const drawn = [];

  const draw = (figure) => {
    const chart = JSON.parse(figure.dataset.chart);
    const place = document.createElement('div');
    place.className = 'lively';
    place.setAttribute('role', 'img');
    place.setAttribute('aria-label', chart.title);
    place.style.height = (chart.show === 'bar' ? 60 + chart.series.length * 26 : chart.show === 'spread' ? 260 : 420) + 'px';
    figure.querySelector('.drawn').replaceChildren(place);
    const made = echarts.init(place, null, { renderer: 'canvas' });
    const paint = () => made.setOption({ animation: false, color: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => css('--series-' + i)),
      textStyle: { fontFamily: css('--sans') }, ...options[chart.show](chart) }, true);
    paint();
    drawn.push({ made, paint });
    const button = document.createElement('a');
    button.className = 'button slim';
    button.textContent = figure.dataset.png;
    button.href = '#';
    button.download = 'jixiao-chart.png';
    button.addEventListener('click', () => { button.href = made.getDataURL({ pixelRatio: 2, backgroundColor: css('--surface') }); });
    figure.querySelector('.files').append(button);
  };

  document.addEventListener('DOMContentLoaded', () => {
    if (typeof echarts === 'undefined') return;
    document.querySelectorAll('[data-chart]').forEach(draw);
    window.addEventListener('resize', () => drawn.forEach(({ made }) => made.resize()));
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawn.forEach(({ paint }) => paint()));
  });
})();
