import { describe, expect, it } from 'vitest'
import { benefitDraft, benefitTerms, codeOf, newBenefit } from './benefit'

describe('what a rule gives', () => {
  it('is sent with what its kind asks for alone', () => {
    expect(benefitTerms({ ...newBenefit('base'), funderId: 'par_1' }, 'IDR')).toEqual({
      kind: 'base', points: 1, per: { amount: '1000', currency: 'IDR' }, conditions: { categories: [], tiers: [], weekdays: [] }, expiryMonths: 12, funderId: 'par_1',
    })
    expect(benefitTerms({ ...newBenefit('join_bonus'), funderId: 'par_1' }, 'IDR')).toEqual({ kind: 'join_bonus', points: 100, expiryMonths: 12, funderId: 'par_1' })
    expect(benefitTerms({ ...newBenefit('multiplier'), factor: '2,5' }, 'IDR').factor).toBe('2.5')
  })

  it('leaves out a number that is none, so that the server says it is missing', () => {
    expect(benefitTerms({ ...newBenefit('bonus'), points: 'banyak' }, 'IDR').points).toBeUndefined()
  })

  it('comes back as it was read', () => {
    const terms = benefitTerms({ ...newBenefit('multiplier'), categories: ['Kopi'], weekdays: ['sunday'], calendars: ['cal_1'], funderId: 'par_1' }, 'IDR')
    expect(benefitTerms(benefitDraft(terms), 'IDR')).toEqual(terms)
  })

  it('keeps what the pages do not know', () => {
    const read = {
      kind: 'bonus' as const,
      points: 50,
      conditions: { categories: [], tiers: [], weekdays: [], stores: ['sto_1'], birthday: 'month' },
      expiryMonths: 0,
      funderId: 'par_1',
      caps: { perMember: [{ period: 'day', unit: 'times', most: 1 }] },
    }
    const draft = benefitDraft({ ...read, expiry: { kind: 'inactivity', months: 12 } } as unknown as Parameters<typeof benefitDraft>[0])
    expect(benefitTerms(draft, 'IDR')).toEqual({ ...read, expiry: { kind: 'inactivity', months: 12 } })
    expect(benefitTerms({ ...draft, expiryMonths: '6' }, 'IDR')).toEqual({ ...read, expiryMonths: 6 })
  })

  it('gets a code from its name', () => {
    expect(codeOf(' Kopi 2× akhir pekan! ')).toBe('kopi-2-akhir-pekan')
    expect(codeOf('Kafé'.repeat(30)).length).toBeLessThanOrEqual(50)
  })
})
