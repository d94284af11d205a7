import { expect, it } from 'vitest'
import type { Lot } from '@/api/types'
import { render } from '@/test/render'
import { words } from '@/test/within'
import LotBars from './LotBars.vue'

const lot = (points: number, expiresAt?: string): Lot => ({ points, state: 'available', earnedAt: '2026-01-05T03:00:00Z', expiresAt })

it('adds up the points of a month by the last day on which they count, the nearest month first and endless ones last', () => {
  const bars = render(LotBars, { props: { lots: [lot(70), lot(300, '2027-02-28T17:00:00Z'), lot(40, '2026-11-30T17:00:00Z'), lot(60, '2026-11-15T17:00:00Z')] } })
  expect(bars.findAll('g').map(words)).toEqual(['100Nov', '300Feb', '70tanpa batas'])
  expect(bars.findAll('rect').map((bar) => bar.classes('fill-nila'))).toEqual([true, false, false])
  expect(words(bars.findAll('tbody tr')[2]!)).toBe('30 November 2026tersedia40')
})

it('says how many points are good for longer than the picture reaches', () => {
  const lots = Array.from({ length: 9 }, (_, month) => lot(10 + month, new Date(Date.UTC(2027, month, 15)).toISOString()))
  const bars = render(LotBars, { props: { lots } })
  expect(bars.findAll('g')).toHaveLength(8)
  expect(words(bars)).toContain('18 poin lagi berlaku lebih lama.')
})

it('says so when there are no points', () => {
  expect(render(LotBars, { props: { lots: [] } }).text()).toBe('Tidak ada poin yang berlaku.')
})
