import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import RejudgementCounts from './RejudgementCounts.vue'

describe('what judging again comes to', () => {
  it('tells more and less with their signs', () => {
    const text = render(RejudgementCounts, { props: { counts: { seen: 10, purchases: 4, members: 3, pointsTaken: 120, pointsGiven: 30, debt: 15 } } }).text()
    for (const figure of ['+30', '−120', '15']) expect(text).toContain(figure)
  })
})
