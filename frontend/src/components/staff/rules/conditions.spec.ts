import { describe, expect, it } from 'vitest'
import { addCondition, conditionNames, conditionTerms, furtherConditions, isAsked, isOverMidnight, newConditions, removeCondition } from './conditions'

const common = ['categories', 'minimum', 'tiers', 'weekdays']

describe('the conditions of a rule', () => {
  it('are all either at hand or in the menu', () => {
    expect([...common, ...furtherConditions].sort()).toEqual([...conditionNames].sort())
  })

  it('ask nothing at first, and only what was added once one is', () => {
    const draft = newConditions()
    expect(conditionNames.filter((name) => isAsked(draft, name))).toEqual([])
    for (const name of ['firstPurchase', 'birthday', 'hours'] as const) addCondition(draft, name)
    expect(conditionNames.filter((name) => isAsked(draft, name))).toEqual(['hours', 'firstPurchase', 'birthday'])
    expect(conditionTerms(draft, 'IDR')).toEqual({ categories: [], tiers: [], weekdays: [], firstPurchase: true, birthday: 'month' })
    removeCondition(draft, 'birthday')
    removeCondition(draft, 'hours')
    expect(draft).toEqual({ ...newConditions(), firstPurchase: true })
  })

  it('leave out hours of which nothing is written, and let the server refuse half of them', () => {
    const hours = [{ from: '', until: '' }, { from: '22:00', until: '' }]
    expect(conditionTerms({ ...newConditions(), hours }, 'IDR').hours).toEqual([{ from: '22:00', until: '' }])
  })

  it('go over midnight where they end before they begin', () => {
    expect([['22:00', '02:00'], ['07:00', '09:00'], ['22:00', '']].map(([from, until]) => isOverMidnight({ from: from!, until: until! }))).toEqual([true, false, false])
  })
})
