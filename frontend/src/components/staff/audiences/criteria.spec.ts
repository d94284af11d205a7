import { describe, expect, it } from 'vitest'
import type { CriterionTerms } from '@/api/audiences'
import { criterionDraft, criterionTerms, isComplete, looksAtPurchases, newCriterion, partKinds, rootDraft, unreadable } from './criteria'

const terms = (draft: Parameters<typeof criterionTerms>[0]) => criterionTerms(draft, 'IDR')

describe('criteria', () => {
  it('are sent with what their kind asks for alone', () => {
    expect(terms({ ...newCriterion('balance'), fewest: '500' })).toEqual({ kind: 'balance', fewest: 500 })
    expect(terms({ ...newCriterion('tiers'), tiers: ['gold'] })).toEqual({ kind: 'tiers', tiers: ['gold'] })
    expect(terms(newCriterion('purchases'))).toEqual({ kind: 'purchases', fewest: 1, withinDays: 90 })
    expect(terms({ ...newCriterion('purchases'), bought: false, leastSpend: '5000' })).toEqual({ kind: 'purchases', fewest: 0, most: 0, withinDays: 90 })
  })

  it('come back as they were read, group within group', () => {
    const read: CriterionTerms = {
      kind: 'all',
      criteria: [
        { kind: 'purchases', fewest: 3, most: 9, leastSpend: { amount: '150000', currency: 'IDR' }, withinDays: 365, category: 'Minuman > Kopi', stores: ['sto_1'] },
        { kind: 'none', criteria: [{ kind: 'consent', purpose: 'profiling', given: false }, { kind: 'joined', from: '2026-01-01' }] },
        { kind: 'rfm', recency: [4, 5], frequency: [], monetary: [], segments: ['champions'] },
        { kind: 'birthday_month', months: [] },
      ],
    }
    expect(terms(criterionDraft(read))).toEqual(read)
  })

  it('begin with a group, whatever was read', () => {
    expect(rootDraft().kind).toBe('all')
    expect(terms(rootDraft({ kind: 'tiers', tiers: ['gold'] }))).toEqual({ kind: 'all', criteria: [{ kind: 'tiers', tiers: ['gold'] }] })
  })

  it('take figures as people write them, and say which are none', () => {
    expect(terms({ ...newCriterion('purchases'), leastSpend: '1.500.000' }).leastSpend).toEqual({ amount: '1500000', currency: 'IDR' })
    expect(unreadable({ ...newCriterion('balance'), fewest: 'banyak', most: '10' })).toEqual(['fewest'])
    expect(unreadable({ ...newCriterion('purchases'), bought: false, fewest: 'banyak' })).toEqual([])
  })

  it('are complete when no group is empty and every figure is one', () => {
    expect(isComplete(newCriterion('all'))).toBe(false)
    expect(isComplete({ ...newCriterion('all'), criteria: [newCriterion('any')] })).toBe(false)
    expect(isComplete({ ...newCriterion('all'), criteria: [{ ...newCriterion('balance'), most: 'banyak' }] })).toBe(false)
    expect(isComplete({ ...newCriterion('all'), criteria: partKinds.map(newCriterion) })).toBe(true)
  })

  it('look at purchases wherever one of them does', () => {
    expect(looksAtPurchases({ kind: 'all', criteria: [{ kind: 'any', criteria: [{ kind: 'rfm', segments: ['new'] }] }] })).toBe(true)
    expect(looksAtPurchases({ kind: 'all', criteria: [{ kind: 'balance', fewest: 1 }] })).toBe(false)
  })
})
