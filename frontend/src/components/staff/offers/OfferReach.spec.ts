import { expect, it } from 'vitest'
import type { OfferPlan, OfferResults } from '@/api/rules'
import { render } from '@/test/render'
import OfferReach from './OfferReach.vue'

const results = { reached: 200, activated: 80, used: 50, uses: 61 } as OfferResults
const shown = (offer: Partial<OfferPlan>) => render(OfferReach, { props: { offer: { needsActivation: true, ...offer } as OfferPlan, results } })

it('each step is told in members and as a share of those it is meant for', () => {
  const text = shown({}).text().replaceAll('\u00a0', ' ')
  expect(text).toContain('80 (40%)')
  expect(text).toContain('50 (25%)')
  expect(text).toContain('61')
})

it('an offer that needs no activation has no such step', () => {
  expect(shown({ needsActivation: false }).text()).not.toContain('Mengaktifkan')
})

it('the points it has cost are known where it has a budget of them', () => {
  expect(shown({ budgetPoints: 50_000, budgetPointsLeft: 31_000 }).text()).toContain('19.000 dari 50.000')
  expect(shown({ benefit: {} as OfferPlan['benefit'] }).text()).toContain('bila penawaran punya anggaran poin')
})
