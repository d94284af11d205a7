import { expect, it } from 'vitest'
import type { StandingResponse } from '@/api/types'
import { render } from '@/test/render'
import MonthBars from './MonthBars.vue'

const rupiah = (amount: string) => ({ amount, currency: 'IDR' })
const months: StandingResponse['metric']['monthSpends'] = [
  { month: '2026-11', spend: rupiah('1250000') },
  { month: '2026-09', spend: rupiah('0') },
  { month: '2026-10', spend: rupiah('625000') },
]

it('names each bar and its figure, short', () => {
  const words = render(MonthBars, { props: { months } }).findAll('text').map((text) => text.text().replaceAll('\u00a0', ' '))

  expect(words).toEqual(['Rp0', 'Sep', 'Rp625 rb', 'Okt', 'Rp1,3 jt', 'Nov'])
})

it('draws the oldest month first, the newest marked, each as high as its spend', () => {
  const bars = render(MonthBars, { props: { months } }).findAll('rect')
  const [none, half, most] = bars.map((bar) => Number(bar.attributes('height')))

  expect(most).toBe(84)
  expect(half).toBe(42)
  expect(none).toBe(3)
  expect(bars.map((bar) => bar.classes('fill-nila'))).toEqual([false, false, true])
})

it('tells the same in a table to who cannot see it, in the language that is read', () => {
  expect(render(MonthBars, { props: { months } }).get('caption').text()).toBe('Belanja per bulan')
  const rows = (language: 'id' | 'en') => render(MonthBars, { props: { months }, language }).findAll('tr').map((row) => row.text().replaceAll('\u00a0', ' '))

  expect(rows('id')).toEqual(['September 2026Rp0', 'Oktober 2026Rp625.000', 'November 2026Rp1.250.000'])
  expect(rows('en')).toEqual(['September 2026Rp0', 'October 2026Rp625,000', 'November 2026Rp1,250,000'])
})
