import { BarChart, LineChart } from 'echarts/charts'
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'
import type { ChartSeries, ChartWords } from './series'

echarts.use([BarChart, LineChart, GridComponent, TooltipComponent, AriaComponent, CanvasRenderer])

/** Shades of one hue, read from the theme as it is now: the figure of interest first. */
function colours() {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return { shades: [token('--nila'), token('--chart-1'), token('--chart-2')], ink: token('--ink'), soft: token('--ink-soft'), line: token('--line'), surface: token('--surface'), font: getComputedStyle(document.body).fontFamily }
}

function option(series: ChartSeries, words: ChartWords) {
  const { shades, ink, soft, line, surface, font } = colours()
  const last = series.ticks.length - 1
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const narrow = words.width < 520
  return {
    animation: !still,
    animationDuration: 180,
    animationEasing: 'cubicOut',
    textStyle: { fontFamily: font, color: ink },
    aria: { enabled: true, label: { description: words.description } },
    grid: { left: 4, right: narrow ? 92 : 124, top: 16, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      axisPointer: { type: series.kind === 'bars' ? 'shadow' : 'line' },
      backgroundColor: surface,
      borderColor: line,
      textStyle: { color: ink, fontSize: 12 },
      formatter: (items: { dataIndex: number }[]) => {
        const at = items[0]?.dataIndex ?? 0
        return [series.ticks[at], ...series.lines.map((each) => `${each.name}: ${words.full(each.values[at])}`)].join('\n')
      },
    },
    xAxis: { type: 'category', data: series.ticks, axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: soft, fontSize: 11, hideOverlap: true } },
    yAxis: { type: 'value', splitNumber: 3, splitLine: { lineStyle: { color: line } }, axisLabel: { color: soft, fontSize: 11, formatter: words.short } },
    series: series.lines.map((each, index) => ({
      name: each.name,
      type: series.kind === 'bars' ? 'bar' : 'line',
      stack: series.stacked ? 'all' : undefined,
      data: each.values.map((value, at) => ({
        value: value ?? null,
        label: { show: at === last && series.kind === 'bars', position: 'right', color: ink, fontSize: 11, fontWeight: 600, lineHeight: 15, formatter: `${each.name}\n${words.short(value ?? 0)}` },
      })),
      endLabel: { show: series.kind === 'lines', color: ink, fontSize: 11, fontWeight: 600, lineHeight: 15, distance: 8, formatter: `${each.name}\n${words.short(each.values[last] ?? 0)}` },
      labelLayout: { moveOverlap: 'shiftY' },
      barMaxWidth: 44,
      barGap: '12%',
      barCategoryGap: '28%',
      itemStyle: { color: shades[index % shades.length], decal: series.kind === 'bars' && index > 0 ? { symbol: 'rect', color: surface, dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4 } : undefined, borderRadius: series.stacked ? 0 : [4, 4, 0, 0] },
      lineStyle: { width: 2.5, color: shades[index % shades.length] },
      symbol: 'circle',
      symbolSize: 6,
      emphasis: { disabled: true },
    })),
  }
}

/** Draws into an element, and again when the theme or the size changes, until it is told to stop. */
export function draw(element: HTMLElement) {
  const chart = echarts.init(element, undefined, { renderer: 'canvas' })
  const dark = matchMedia('(prefers-color-scheme: dark)')
  let current: [ChartSeries, ChartWords] | undefined
  const show = (series: ChartSeries, words: ChartWords) => {
    current = [series, words]
    chart.setOption(option(series, { ...words, width: element.clientWidth }) as never, true)
  }
  const again = () => {
    chart.resize()
    if (current) show(...current)
  }
  const size = new ResizeObserver(again)
  size.observe(element)
  dark.addEventListener('change', again)
  return {
    show,
    stop() {
      size.disconnect()
      dark.removeEventListener('change', again)
      chart.dispose()
    },
  }
}
