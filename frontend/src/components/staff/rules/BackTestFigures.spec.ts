import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import BackTestFigures from './BackTestFigures.vue'

describe('the figures of a back-test', () => {
  it('tell points, money, members and purchases', () => {
    const result = {
      figures: { purchases: 5214, purchasesTouched: 730, pointsGiven: 184200, pointsBefore: 184200, pointsWith: 210950, difference: 26750 },
      members: 1840,
      membersTouched: 512,
      cost: { amount: '267500', currency: 'IDR' },
      liability: { amount: '214000', currency: 'IDR' },
      expectedUsePercent: 80,
    }
    const text = render(BackTestFigures, { props: { result } }).text()
    for (const figure of ['+26.750', 'Rp267.500', 'Rp214.000', '512', '1.840', '730', '5.214']) expect(text).toContain(figure)
  })
})
