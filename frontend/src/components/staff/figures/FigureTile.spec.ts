import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, it } from 'vitest'
import type { FigureItem } from '@/api/figures'
import { render, serve } from '@/test/render'
import FigureTile from './FigureTile.vue'

const share: FigureItem = {
  figure: 'member_share',
  unit: 'share',
  name: { id: 'Porsi penjualan anggota', en: 'Members’ share of sales' },
  definition: { id: 'Penjualan ke anggota dibagi semua penjualan.', en: 'Sales to members over all sales.' },
  listed: true,
  value: { share: 0.62 },
  before: { share: 0.595 },
  target: { share: 0.65 },
  asOf: '2026-11-22T04:10:00Z',
  trend: [{ from: '2026-10-01', value: { share: 0.595 } }, { from: '2026-11-01', value: { share: 0.62 } }],
}

beforeEach(() => void serve({}))

it('tells a share with its change in percentage points and how much of the target is reached', () => {
  const text = render(FigureTile, { props: { figure: share, before: '1–22 Oktober 2026' } }).text()

  expect(text).toContain('62%')
  expect(text).toContain('2,5 poin persen')
  expect(text).toContain('dibanding 1–22 Oktober 2026')
  expect(text).toContain('95% dari target 65%')
})

it('says what the figure means, and as of when it is, to who asks', async () => {
  const tile = render(FigureTile, { props: { figure: share, before: '' } })
  expect(tile.text()).not.toContain('dibagi semua penjualan')

  await tile.get('button').trigger('click')
  await flushPromises()

  expect(tile.get('button').attributes('aria-expanded')).toBe('true')
  expect(tile.text()).toContain('dibagi semua penjualan')
  expect(tile.text()).toContain('Dihitung')
})

it('shows a dash where nothing was counted, and compares nothing', () => {
  const tile = render(FigureTile, { props: { figure: { ...share, value: undefined, target: undefined }, before: 'Oktober' } })

  expect(tile.text()).toContain('–')
  expect(tile.text()).not.toContain('Oktober')
})

it('tells money short', () => {
  const sales: FigureItem = { ...share, figure: 'sales', unit: 'money', value: { money: { amount: '1250000', currency: 'IDR' } }, before: { money: { amount: '1000000', currency: 'IDR' } }, target: undefined, trend: [] }
  const text = render(FigureTile, { props: { figure: sales, before: '' }, language: 'en' }).text()

  expect(text).toContain('Rp1.3m')
  expect(text).toContain('25%')
})
