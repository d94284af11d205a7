import { describe, expect, it } from 'vitest'
import type { RuleKind, RuleTerms } from '@/api/rules'
import { benefitDraft, benefitTerms, codeOf, newBenefit, newGives } from './benefit'

type Terms = Omit<RuleTerms, 'name' | 'summary'>

/** Terms in which everything is said that a rule for purchases can say. */
const full: Terms = {
  kind: 'per_piece',
  points: 10,
  conditions: {
    categories: ['Minuman > Kopi'],
    tiers: ['gold'],
    weekdays: ['saturday', 'sunday'],
    minimum: { amount: '50000', currency: 'IDR' },
    skus: ['8991002101234'],
    brands: ['Kapal Api'],
    partners: ['par_1'],
    stores: ['sto_1', 'sto_2'],
    channels: ['online', 'app'],
    hours: [{ from: '07:00', until: '09:00' }, { from: '22:00', until: '02:00' }],
    daysOfMonth: [1, 25],
    calendars: ['cal_1'],
    audiences: ['aud_1'],
    firstPurchase: true,
    birthday: 'week',
    payments: ['e_wallet', 'card'],
  },
  expiryMonths: 0,
  funderId: 'par_1',
  stacking: { group: 'akhir-pekan', priority: 0 },
  caps: { perPurchase: 500, perMember: [{ period: 'day', unit: 'times', most: 1 }, { period: 'ever', unit: 'points', most: 1_000_000_000 }], budget: 1_000_000_000_000 },
  expiry: { kind: 'fixed_date', month: 12, day: 31, leastDays: 0 },
  waiting: { days: 14 },
}
const none = { categories: [], tiers: [], weekdays: [] }
const again = (terms: Terms) => benefitTerms(benefitDraft(terms as RuleTerms), 'IDR')

describe('what a rule gives', () => {
  it('is sent with what its kind asks for alone', () => {
    expect(benefitTerms({ ...newBenefit('base'), funderId: 'par_1' }, 'IDR')).toEqual({ kind: 'base', points: 1, per: { amount: '1000', currency: 'IDR' }, conditions: none, expiryMonths: 12, funderId: 'par_1' })
    expect(benefitTerms({ ...newBenefit('join_bonus'), funderId: 'par_1' }, 'IDR')).toEqual({ kind: 'join_bonus', points: 100, expiryMonths: 12, funderId: 'par_1' })
    expect(benefitTerms({ ...newBenefit('per_piece'), funderId: 'par_1' }, 'IDR')).toEqual({ kind: 'per_piece', points: 10, conditions: none, expiryMonths: 12, funderId: 'par_1' })
    expect(benefitTerms({ ...newBenefit('event_bonus'), funderId: 'par_1' }, 'IDR')).toEqual({ kind: 'event_bonus', points: 100, event: { occasion: 'birthday' }, expiryMonths: 12, funderId: 'par_1' })
    expect(benefitTerms({ ...newBenefit('multiplier'), gives: { ...newGives('multiplier'), factor: '2,5' } }, 'IDR').factor).toBe('2.5')
  })

  it('leaves out a number that is none, so that the server says it is missing', () => {
    expect(benefitTerms({ ...newBenefit('bonus'), gives: { ...newGives('bonus'), points: 'banyak' } }, 'IDR').points).toBeUndefined()
  })

  it('takes figures with their thousands parted', () => {
    const draft = newBenefit('base')
    draft.gives.per = '10.000'
    draft.conditions.minimum = '1.500.000'
    expect(benefitTerms(draft, 'IDR')).toMatchObject({ per: { amount: '10000' }, conditions: { minimum: { amount: '1500000' } } })
  })

  it('comes back as it was read, with everything a rule can say', () => {
    expect(again(full)).toEqual(full)
  })

  it.each<Partial<Terms>>([
    { kind: 'base', points: 1, per: { amount: '1000', currency: 'IDR' } },
    { kind: 'multiplier', points: undefined, factor: '2.5' },
    { kind: 'bonus', waiting: { confirmation: true } },
    { expiry: { kind: 'end_of_month' } },
    { expiry: { kind: 'months_after', months: 6 } },
    { expiry: { kind: 'inactivity', months: 24 } },
    { expiry: { kind: 'fixed_date', month: 6, day: 30 } },
    { expiry: undefined, expiryMonths: 9 },
    { expiry: undefined, expiryMonths: 0 },
    { caps: { budget: 5 } },
    { caps: undefined, stacking: { group: 'kopi' }, waiting: undefined },
    { conditions: none },
  ])('comes back with %o', (changed) => {
    expect(again({ ...full, ...changed })).toEqual({ ...full, ...changed })
  })

  it.each<Terms>([
    { kind: 'event_bonus', points: 50, event: { occasion: 'custom', code: 'survey-answered', limit: 'once_a_day' }, expiryMonths: 12, funderId: 'par_1', waiting: { days: 3 } },
    { kind: 'event_bonus', points: 50, event: { occasion: 'referrer' }, expiryMonths: 0, expiry: { kind: 'inactivity', months: 12 }, funderId: 'par_1' },
    { kind: 'join_bonus', points: 100, expiryMonths: 12, funderId: 'par_1' },
  ])('comes back where it is not about purchases: %o', (terms) => {
    expect(again(terms)).toEqual(terms)
  })

  it.each<RuleKind>(['join_bonus', 'event_bonus'])('of the kind %s says nothing that only purchases know, and has it again as another kind', (kind) => {
    const draft = benefitDraft({ ...full, waiting: { confirmation: true } } as RuleTerms)
    draft.gives = newGives(kind)
    const sent = benefitTerms(draft, 'IDR')
    for (const absent of ['conditions', 'caps', 'stacking', 'waiting', 'per', 'factor']) expect(sent, absent).not.toHaveProperty(absent)
    expect(sent).toMatchObject({ expiry: full.expiry, funderId: 'par_1' })
    draft.gives = newGives('bonus')
    expect(benefitTerms(draft, 'IDR')).toEqual({ ...full, kind: 'bonus', points: 100, waiting: { confirmation: true } })
  })

  it('keeps what the pages do not know', () => {
    const read = { ...full, moon: 'full', conditions: { ...full.conditions, weather: ['rain'] } } as unknown as Terms
    expect(again(read)).toEqual(read)
  })

  it('gets a code from its name', () => {
    expect(codeOf(' Kopi 2× akhir pekan! ')).toBe('kopi-2-akhir-pekan')
    expect(codeOf('Kafé'.repeat(30)).length).toBeLessThanOrEqual(50)
  })
})
