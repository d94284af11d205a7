import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it, vi } from 'vitest'
import type { FigureItem, Figures } from '@/api/figures'
import { render, serve } from '@/test/render'
import MainChart from './MainChart.vue'
import type { ChartSeries } from './series'

const shown = vi.hoisted(() => ({ series: [] as unknown[] }))
vi.mock('./charts', () => ({ draw: () => ({ show: (series: unknown) => shown.series.push(series), stop: () => undefined }) }))

const money = (amount: string) => ({ money: { amount, currency: 'IDR' } })
const item = (figure: FigureItem['figure'], text: string, values: FigureItem['trend'][number]['value'][]): FigureItem => ({
  figure, unit: 'money', name: { id: text, en: text }, definition: { id: '', en: '' }, listed: true, trend: values.map((value, at) => ({ from: `2026-0${at + 1}-01`, value })),
})
const figures = {
  period: 'month', from: '2026-02-01', until: '2026-02-28', over: true,
  figures: [item('sales', 'Penjualan', [money('100'), money('200')]), item('member_sales', 'Penjualan ke anggota', [money('60'), money('150')]), item('points_earned', 'Poin diberikan', [{ count: 5 }, { count: 7 }])],
} as Figures

beforeEach(() => {
  serve({})
  shown.series.length = 0
})

it('parts sales into those to members and those to others, and tells both in a table', async () => {
  const chart = render(MainChart, { props: { figures, asked: { period: 'month' } } })
  await flushPromises()
  await vi.waitFor(() => expect(shown.series).not.toHaveLength(0))

  expect((shown.series.at(-1) as ChartSeries).lines).toEqual([
    { name: 'Anggota', values: [60, 150] },
    { name: 'Bukan anggota', values: [40, 50] },
  ])
  await chart.findAll('button').find((button) => button.text() === 'Lihat tabel')!.trigger('click')
  expect(chart.findAll('tbody tr')).toHaveLength(2)
  expect(chart.text()).toContain('Rp200')
})

it('shows another subject to who asks', async () => {
  const chart = render(MainChart, { props: { figures, asked: { period: 'month' } } })
  await vi.waitFor(() => expect(shown.series).not.toHaveLength(0))

  await chart.findAll('button').find((button) => button.text() === 'Poin')!.trigger('click')
  await flushPromises()

  expect((shown.series.at(-1) as ChartSeries).lines[0]).toEqual({ name: 'Poin diberikan', values: [5, 7] })
})
