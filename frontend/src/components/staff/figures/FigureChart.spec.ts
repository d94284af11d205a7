import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from '@/test/render'
import FigureChart from './FigureChart.vue'
import type { ChartSeries } from './series'

const drawn = vi.hoisted(() => ({ shown: [] as unknown[], stopped: 0 }))
vi.mock('./charts', () => ({ draw: () => ({ show: (series: unknown) => drawn.shown.push(series), stop: () => drawn.stopped++ }) }))

const series = (name: string): ChartSeries => ({ kind: 'bars', stacked: false, ticks: ['Jan'], lines: [{ name, values: [1] }] })
const spoken = { description: 'Penjualan per bulan', short: String, full: String }

beforeEach(() => Object.assign(drawn, { shown: [], stopped: 0 }))

it('is drawn once its library is there, drawn anew when the figures are others, and stopped when it goes', async () => {
  const chart = render(FigureChart, { props: { series: series('Lama'), words: spoken } })
  expect(chart.get('[role=img]').attributes()).toMatchObject({ 'aria-label': 'Penjualan per bulan', 'aria-busy': 'true' })
  await vi.waitFor(() => expect(drawn.shown).toEqual([series('Lama')]))
  await flushPromises()
  expect(chart.get('[role=img]').attributes('aria-busy')).toBe('false')
  await chart.setProps({ series: series('Baru') } as never)
  expect(drawn.shown).toEqual([series('Lama'), series('Baru')])
  chart.unmount()
  expect(drawn.stopped).toBe(1)
})

it('draws nothing where it was gone before its library came', async () => {
  render(FigureChart, { props: { series: series('Lama'), words: spoken } }).unmount()
  await flushPromises()
  await vi.dynamicImportSettled()
  expect(drawn.shown).toEqual([])
})
