import { describe, expect, it } from 'vitest'
import { daysIn, hasLimits, limitTerms, newLimits, nextCap, unreadable } from './limits'

const draft = (change: (limits: ReturnType<typeof newLimits>) => void) => {
  const limits = newLimits()
  change(limits)
  return limits
}

describe('the limits of a rule', () => {
  it('are none at first', () => {
    expect(hasLimits(newLimits(), 'base')).toBe(false)
    expect(limitTerms(newLimits(), 'base')).toEqual({ expiryMonths: 12 })
  })

  it.each<[string, (limits: ReturnType<typeof newLimits>) => void, boolean]>([
    ['a cap', (limits) => (limits.caps.perPurchase = '500'), false],
    ['a group', (limits) => (limits.stacking.group = 'kopi'), false],
    ['confirmation', (limits) => (limits.waiting.until = 'confirmation'), false],
    ['waiting', (limits) => (limits.waiting.until = 'days'), true],
    ['another expiry', (limits) => (limits.expiry.kind = 'end_of_month'), true],
    ['what is no figure', (limits) => (limits.caps.budget = 'banyak'), false],
  ])('are there with %s, and not where only purchases know it', (_, change, alsoForJoining) => {
    expect([hasLimits(draft(change), 'bonus'), hasLimits(draft(change), 'join_bonus')]).toEqual([true, alsoForJoining])
  })

  it('say what is no figure at its place, and nothing of what is not asked', () => {
    const limits = draft((all) => {
      all.caps = { perPurchase: '1,5', perMember: [{ period: 'day', unit: 'points', most: '1.000' }, { period: 'week', unit: 'points', most: 'seribu' }], budget: '1.000.000' }
      all.waiting = { until: 'days', days: 'dua' }
      all.expiry = { kind: 'fixed_date', months: 'x', month: '12', day: '31', leastDays: 'x' }
      all.stacking = { group: 'kopi', priority: 'satu' }
    })
    expect(unreadable(limits, 'base')).toEqual(['/caps/perPurchase', '/caps/perMember/1/most', '/stacking/priority', '/waiting/days', '/expiry/leastDays'])
    expect(unreadable(limits, 'event_bonus')).toEqual(['/waiting/days', '/expiry/leastDays'])
    expect(unreadable({ ...limits, waiting: { until: 'none', days: 'dua' }, expiry: { ...limits.expiry, kind: 'inactivity' } }, 'join_bonus')).toEqual(['/expiry/months'])
    expect(limitTerms(limits, 'base').caps?.budget).toBe(1_000_000)
  })

  it('of one member are each there once', () => {
    const first = nextCap([])!
    expect(first).toEqual({ unit: 'points', period: 'day', most: '' })
    const all: ReturnType<typeof newLimits>['caps']['perMember'] = []
    for (let cap = nextCap(all); cap; cap = nextCap(all)) all.push(cap)
    expect(new Set(all.map(({ unit, period }) => unit + period)).size).toBe(10)
  })

  it('know how long a month can be', () => {
    expect(['2', '4', '12'].map(daysIn)).toEqual([29, 30, 31])
  })
})
