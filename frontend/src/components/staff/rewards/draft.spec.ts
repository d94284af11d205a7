import { expect, it } from 'vitest'
import type { RewardPlan } from '@/api/rewardPlans'
import { draftOf, fieldsOf } from './draft'

const zone = 'Asia/Jakarta'
const reward: RewardPlan = {
  rewardId: 'rew_1',
  kind: 'till_discount',
  state: 'published',
  version: 3,
  name: { id: 'Potongan', en: 'Off' },
  description: { id: 'Di kasir', en: 'At the till' },
  points: 1500,
  discount: { amount: { amount: '15000', currency: 'IDR' }, from: { amount: '75000', currency: 'IDR' } },
  stock: 0,
  perMember: 5,
  perPeriod: 1,
  period: 'week',
  tiers: ['gold'],
  startsAt: '2026-11-30T17:00:00Z',
  endsAt: '2026-12-31T17:00:00Z',
  validUntil: '2027-02-01T00:00:00Z',
  honouringPartnerId: 'par_1',
  redeemed: 0,
}

it('what was read and not touched is sent back as it was', () => {
  expect(draftOf(fieldsOf(reward, zone), 'IDR', zone, reward)).toEqual({
    kind: 'till_discount',
    name: reward.name,
    description: reward.description,
    points: 1500,
    money: undefined,
    discount: { amount: { amount: '15000', currency: 'IDR' }, percent: undefined, most: undefined, from: { amount: '75000', currency: 'IDR' } },
    stock: 0,
    perMember: 5,
    perPeriod: 1,
    period: 'week',
    budgetPoints: undefined,
    tiers: ['gold'],
    startsAt: '2026-11-30T17:00:00.000Z',
    endsAt: '2026-12-31T17:00:00.000Z',
    validDays: undefined,
    validUntil: '2027-02-01T00:00:00Z',
    honouringPartnerId: 'par_1',
  })
})

it('the days are those of the program: the last one counts whole', () => {
  const fields = fieldsOf(reward, zone)
  expect([fields.firstDay, fields.lastDay]).toEqual(['2026-12-01', '2026-12-31'])
})

it('a thing has neither voucher nor discount, and no period without a limit', () => {
  const fields = { ...fieldsOf(undefined, zone), kind: 'product' as const, points: '2500' }
  const draft = draftOf(fields, 'IDR', zone)
  expect([draft.discount, draft.validDays, draft.period, draft.stock]).toEqual([undefined, undefined, undefined, undefined])
})
