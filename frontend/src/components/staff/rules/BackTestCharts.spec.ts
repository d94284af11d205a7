import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import BackTestCharts from './BackTestCharts.vue'

const figures = (before: number, withIt: number) => ({ purchases: 1, purchasesTouched: 1, pointsGiven: before, pointsBefore: before, pointsWith: withIt, difference: withIt - before })
const result = {
  weeks: [{ monday: '2026-10-05', pointsBefore: 10, pointsWith: 20 }],
  months: [{ month: '2026-10', tier: 'red', figures: figures(10, 20) }, { month: '2026-10', tier: 'gold', figures: figures(5, 5) }],
  tiers: [{ tier: 'red', members: 4, winners: 3, losers: 1, pointsWon: 20, pointsLost: 10 }],
}
const tables = (of: object) => render(BackTestCharts, { props: { result: of, from: '2026-10-05', until: '2026-10-18' } }).findAll('tbody').map((body) => body.text().replaceAll('\u00a0', ' '))

describe('a back-test in pictures', () => {
  it('tells weeks without purchases too, members by tier, and the months', () => {
    const [weeks, tiers, months] = tables(result)
    expect(weeks).toContain('5 Oktober 2026')
    expect(weeks).toContain('12 Oktober 202600')
    expect(tiers).toBe('red13')
    expect(months).toContain('+10')
  })

  it('tells a long time by month', () => {
    expect(tables({ ...result, weeks: [] })[0]).toContain('1525')
  })
})
