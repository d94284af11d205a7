import type { RewardDraft, RewardPlan } from '@/api/rewardPlans'
import { dayOf, endOfDay, lastDayOf, startOfDay } from '@/days'

/** What the form holds: texts as typed, empty for none. */
export interface RewardFields {
  kind: RewardDraft['kind']
  name: { id: string; en: string }
  description: { id: string; en: string }
  points: string
  money: string
  discountAmount: string
  discountPercent: string
  discountMost: string
  discountFrom: string
  stock: string
  perMember: string
  perPeriod: string
  period: NonNullable<RewardDraft['period']>
  budgetPoints: string
  tiers: string[]
  firstDay: string
  lastDay: string
  validDays: string
  honouringPartnerId: string
}

const plain = (value: number | undefined) => (value === undefined || value === 0 ? '' : String(value))

export function fieldsOf(reward: RewardPlan | undefined, timeZone: string): RewardFields {
  return {
    kind: reward?.kind ?? 'till_discount',
    name: { id: reward?.name.id ?? '', en: reward?.name.en ?? '' },
    description: { id: reward?.description.id ?? '', en: reward?.description.en ?? '' },
    points: plain(reward?.points),
    money: reward?.money?.amount ?? '',
    discountAmount: reward?.discount?.amount?.amount ?? '',
    discountPercent: reward?.discount?.percent ?? '',
    discountMost: reward?.discount?.most?.amount ?? '',
    discountFrom: reward?.discount?.from?.amount ?? '',
    stock: reward?.stock === undefined ? '' : String(reward.stock),
    perMember: plain(reward?.perMember),
    perPeriod: plain(reward?.perPeriod),
    period: reward?.period ?? 'month',
    budgetPoints: plain(reward?.budgetPoints),
    tiers: [...(reward?.tiers ?? [])],
    firstDay: reward?.startsAt ? dayOf(reward.startsAt, timeZone) : '',
    lastDay: reward?.endsAt ? lastDayOf(reward.endsAt, timeZone) : '',
    validDays: plain(reward?.validDays ?? (reward ? undefined : 30)),
    honouringPartnerId: reward?.honouringPartnerId ?? '',
  }
}

const numberOr = <None>(text: string, none: None) => (text.trim() === '' ? none : Number(text))

export const givesVoucher = (kind: RewardFields['kind']) => kind !== 'product' && kind !== 'donation'

/** What is sent; the server judges it. What the form does not show is sent back as it was read. */
export function draftOf(fields: RewardFields, currency: string, timeZone: string, before?: RewardPlan): RewardDraft {
  const money = (text: string) => (text.trim() === '' ? undefined : { amount: text.trim(), currency })
  return {
    kind: fields.kind,
    name: { ...fields.name },
    description: { ...fields.description },
    points: numberOr(fields.points, undefined) as number,
    money: money(fields.money),
    discount:
      fields.kind === 'till_discount'
        ? { amount: money(fields.discountAmount), percent: fields.discountPercent.trim() || undefined, most: money(fields.discountMost), from: money(fields.discountFrom) }
        : undefined,
    stock: numberOr(fields.stock, undefined),
    perMember: numberOr(fields.perMember, 0),
    perPeriod: numberOr(fields.perPeriod, 0),
    period: numberOr(fields.perPeriod, 0) === 0 ? undefined : fields.period,
    budgetPoints: numberOr(fields.budgetPoints, undefined),
    tiers: fields.tiers,
    startsAt: fields.firstDay ? startOfDay(fields.firstDay, timeZone) : undefined,
    endsAt: fields.lastDay ? endOfDay(fields.lastDay, timeZone) : undefined,
    validDays: givesVoucher(fields.kind) ? numberOr(fields.validDays, undefined) : undefined,
    validUntil: givesVoucher(fields.kind) ? before?.validUntil : undefined,
    honouringPartnerId: fields.honouringPartnerId || undefined,
  }
}
