import type { CapPeriod, CapUnit, ExpiryKind, RuleKind, RuleTerms } from '@/api/rules'
import { figure, written } from '@/figures'

export interface CapDraft {
  period: CapPeriod
  unit: CapUnit
  most: string
}

/** How much a rule gives at most, how long its points wait and last, and what it excludes; figures are texts until they are sent. */
export interface LimitDraft {
  caps: { perPurchase: string; perMember: CapDraft[]; budget: string }
  waiting: { until: WaitingKind; days: string }
  expiry: { kind: LapseKind; months: string; month: string; day: string; leastDays: string }
  stacking: { group: string; priority: string }
}

export type WaitingKind = 'none' | 'days' | 'confirmation'

/** `by_months` is what most rules say: at the end of the month so many months later, or never. */
export type LapseKind = 'by_months' | ExpiryKind

type LimitTerms = Pick<RuleTerms, 'caps' | 'waiting' | 'expiry' | 'expiryMonths' | 'stacking'>

export const periods: CapPeriod[] = ['day', 'week', 'month', 'year', 'ever']
export const units: CapUnit[] = ['points', 'times']
export const expiryKinds: ExpiryKind[] = ['months_after', 'end_of_month', 'fixed_date', 'inactivity']
const longestMonths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** Whether the rule is about purchases, and not about joining or something else that happens. */
export const isOfPurchases = (kind: RuleKind) => kind !== 'join_bonus' && kind !== 'event_bonus'

export function newLimits(): LimitDraft {
  return {
    caps: { perPurchase: '', perMember: [], budget: '' },
    waiting: { until: 'none', days: '14' },
    expiry: { kind: 'by_months', months: '12', month: '12', day: '31', leastDays: '' },
    stacking: { group: '', priority: '' },
  }
}

export function limitDraft({ caps, waiting, expiry, expiryMonths, stacking }: LimitTerms): LimitDraft {
  const begun = newLimits()
  return {
    caps: {
      perPurchase: written(caps?.perPurchase),
      perMember: (caps?.perMember ?? []).map(({ period, unit, most }) => ({ period, unit, most: written(most) })),
      budget: written(caps?.budget),
    },
    waiting: waiting ? { until: waiting.confirmation ? 'confirmation' : 'days', days: written(waiting.days) || begun.waiting.days } : begun.waiting,
    expiry: expiry
      ? {
          kind: expiry.kind,
          months: written(expiry.months) || begun.expiry.months,
          month: written(expiry.month) || begun.expiry.month,
          day: written(expiry.day) || begun.expiry.day,
          leastDays: written(expiry.leastDays),
        }
      : { ...begun.expiry, months: written(expiryMonths) },
    stacking: { group: stacking?.group ?? '', priority: written(stacking?.priority) },
  }
}

/** The terms to send; only what the kind allows. */
export function limitTerms({ caps, waiting, expiry, stacking }: LimitDraft, kind: RuleKind): LimitTerms {
  const ofPurchases = isOfPurchases(kind)
  return {
    ...(ofPurchases ? capsTerms(caps) : {}),
    ...waitingTerms(waiting, ofPurchases),
    ...expiryTerms(expiry),
    ...(ofPurchases ? stackingTerms(stacking) : {}),
  }
}

function capsTerms({ perPurchase, perMember, budget }: LimitDraft['caps']): Partial<LimitTerms> {
  const caps = {
    ...given('perPurchase', figure(perPurchase)),
    ...(perMember.length > 0 ? { perMember: perMember.map((cap) => ({ ...cap, most: figure(cap.most) as number })) } : {}),
    ...given('budget', figure(budget)),
  }
  return Object.keys(caps).length > 0 ? { caps } : {}
}

function waitingTerms({ until, days }: LimitDraft['waiting'], ofPurchases: boolean): Partial<LimitTerms> {
  switch (until) {
    case 'none':
      return {}
    case 'days':
      return { waiting: given('days', figure(days)) }
    case 'confirmation':
      return ofPurchases ? { waiting: { confirmation: true } } : {}
  }
}

function expiryTerms({ kind, months, month, day, leastDays }: LimitDraft['expiry']): Pick<LimitTerms, 'expiry' | 'expiryMonths'> {
  switch (kind) {
    case 'by_months':
      return { expiryMonths: figure(months) ?? 0 }
    case 'end_of_month':
      return { expiryMonths: 0, expiry: { kind } }
    case 'months_after':
    case 'inactivity':
      return { expiryMonths: 0, expiry: { kind, ...given('months', figure(months)) } }
    case 'fixed_date':
      return { expiryMonths: 0, expiry: { kind, month: Number(month), day: Number(day), ...given('leastDays', figure(leastDays)) } }
  }
}

function stackingTerms({ group, priority }: LimitDraft['stacking']): Partial<LimitTerms> {
  return group.trim() || priority.trim() ? { stacking: { group: group.trim(), ...given('priority', figure(priority)) } } : {}
}

function given<Name extends string>(name: Name, value: number | undefined): { [name in Name]?: number } {
  return value === undefined ? {} : ({ [name]: value } as { [name in Name]?: number })
}

/** Whether a rule of this kind says more of its points than how many and for how many months. */
export function hasLimits(draft: LimitDraft, kind: RuleKind): boolean {
  const { caps, waiting, expiry, stacking } = limitTerms(draft, kind)
  return Boolean(caps ?? waiting ?? expiry ?? stacking) || unreadable(draft, kind).length > 0
}

/** Where something is written that is no number, which would otherwise be left out unseen. */
export function unreadable({ caps, waiting, expiry, stacking }: LimitDraft, kind: RuleKind): string[] {
  const ofPurchases = {
    '/caps/perPurchase': caps.perPurchase,
    ...Object.fromEntries(caps.perMember.map(({ most }, index) => [`/caps/perMember/${index}/most`, most])),
    '/caps/budget': caps.budget,
    '/stacking/priority': stacking.priority,
  }
  const ofAll = {
    '/waiting/days': waiting.until === 'days' ? waiting.days : '',
    '/expiry/months': expiry.kind === 'months_after' || expiry.kind === 'inactivity' ? expiry.months : '',
    '/expiry/leastDays': expiry.kind === 'fixed_date' ? expiry.leastDays : '',
  }
  return Object.entries({ ...(isOfPurchases(kind) ? ofPurchases : {}), ...ofAll })
    .filter(([, text]) => text.trim() !== '' && figure(text) === undefined)
    .map(([place]) => place)
}

/** The next limit of one member that is not said yet; none when all are. */
export function nextCap(caps: CapDraft[]): CapDraft | undefined {
  const all = units.flatMap((unit) => periods.map((period) => ({ unit, period, most: '' })))
  return all.find((one) => !caps.some(({ unit, period }) => unit === one.unit && period === one.period))
}

/** How many days a month has at most. */
export const daysIn = (month: string) => longestMonths[Number(month) - 1] ?? 31
