import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import TrialOutcome from './TrialOutcome.vue'

describe('what a trial came to', () => {
  it('stands beside what the rules in force give', () => {
    const item = (points: number) => ({ ruleId: 'rul_1', ruleVersion: 0, name: { id: 'Kopi', en: 'Coffee' }, outcome: 'applied', points, reason: { id: '2×', en: '2×' }, lines: [] })
    const text = render(TrialOutcome, { props: { trial: { tier: 'red', inForce: { points: 50, explanation: [] }, trial: { points: 100, explanation: [item(100)] }, difference: 50 } } }).text().replaceAll('\u00a0', ' ')
    expect(text).toContain('+50')
    expect(text).toContain('50 poin')
    expect(text).toContain('100 poin')
    expect(text).toContain('Kopi')
  })
})
