import type { Birthday, Channel, ConditionTerms, Hours, PaymentKind, Weekday } from '@/api/rules'
import { plainFigure } from '@/figures'

/** When a rule applies, as it stands in a form; what is empty asks nothing. */
export interface ConditionDraft {
  categories: string[]
  minimum: string
  tiers: string[]
  weekdays: Weekday[]
  skus: string[]
  brands: string[]
  partners: string[]
  stores: string[]
  channels: Channel[]
  hours: Hours[]
  daysOfMonth: number[]
  calendars: string[]
  audiences: string[]
  firstPurchase: boolean
  birthday: Birthday | ''
  payments: PaymentKind[]
}

export type ConditionName = keyof ConditionDraft

/** What can be asked beyond category, amount, tier and day of the week, by what it is about. */
export const conditionGroups = {
  what: ['skus', 'brands'],
  where: ['partners', 'stores', 'channels'],
  when: ['hours', 'daysOfMonth', 'calendars'],
  who: ['audiences', 'firstPurchase', 'birthday'],
  payment: ['payments'],
} as const satisfies Record<string, readonly ConditionName[]>

export type ConditionGroup = keyof typeof conditionGroups
export type FurtherCondition = (typeof conditionGroups)[ConditionGroup][number]

export const furtherConditions: FurtherCondition[] = Object.values(conditionGroups).flat()
export const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
export const channels: Channel[] = ['store', 'online', 'app', 'phone']
export const birthdays: Birthday[] = ['day', 'week', 'month']
export const payments: PaymentKind[] = ['cash', 'card', 'e_wallet', 'bank_transfer', 'points', 'voucher', 'gift_card', 'other']
export const mostSpans = 12

export function newConditions(): ConditionDraft {
  return {
    categories: [],
    minimum: '',
    tiers: [],
    weekdays: [],
    skus: [],
    brands: [],
    partners: [],
    stores: [],
    channels: [],
    hours: [],
    daysOfMonth: [],
    calendars: [],
    audiences: [],
    firstPurchase: false,
    birthday: '',
    payments: [],
  }
}

export const conditionNames = Object.keys(newConditions()) as ConditionName[]

export function conditionDraft(terms: ConditionTerms = {}): ConditionDraft {
  return {
    categories: [...(terms.categories ?? [])],
    minimum: terms.minimum?.amount ?? '',
    tiers: [...(terms.tiers ?? [])],
    weekdays: [...(terms.weekdays ?? [])],
    skus: [...(terms.skus ?? [])],
    brands: [...(terms.brands ?? [])],
    partners: [...(terms.partners ?? [])],
    stores: [...(terms.stores ?? [])],
    channels: [...(terms.channels ?? [])],
    hours: (terms.hours ?? []).map(({ from, until }) => ({ from, until })),
    daysOfMonth: [...(terms.daysOfMonth ?? [])],
    calendars: [...(terms.calendars ?? [])],
    audiences: [...(terms.audiences ?? [])],
    firstPurchase: terms.firstPurchase ?? false,
    birthday: terms.birthday ?? '',
    payments: [...(terms.payments ?? [])],
  }
}

export function conditionTerms(draft: ConditionDraft, currency: string): ConditionTerms {
  const hours = draft.hours.filter(({ from, until }) => from || until)
  return {
    categories: draft.categories,
    tiers: draft.tiers,
    weekdays: draft.weekdays,
    ...(draft.minimum.trim() ? { minimum: { amount: plainFigure(draft.minimum), currency } } : {}),
    ...listed('skus', draft.skus),
    ...listed('brands', draft.brands),
    ...listed('partners', draft.partners),
    ...listed('stores', draft.stores),
    ...listed('channels', draft.channels),
    ...listed('hours', hours),
    ...listed('daysOfMonth', draft.daysOfMonth),
    ...listed('calendars', draft.calendars),
    ...listed('audiences', draft.audiences),
    ...(draft.firstPurchase ? { firstPurchase: true } : {}),
    ...(draft.birthday ? { birthday: draft.birthday } : {}),
    ...listed('payments', draft.payments),
  }
}

function listed<Name extends keyof ConditionTerms>(name: Name, values: ConditionTerms[Name] & unknown[]): Partial<ConditionTerms> {
  return values.length > 0 ? { [name]: values } : {}
}

/** Whether the condition asks anything, or is about to. */
export function isAsked(draft: ConditionDraft, name: ConditionName): boolean {
  const value = draft[name]
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** A condition as it stands once it was added: what needs no choice is chosen. */
export function addCondition(draft: ConditionDraft, name: FurtherCondition) {
  if (name === 'firstPurchase') draft.firstPurchase = true
  if (name === 'birthday') draft.birthday = 'month'
  if (name === 'hours') draft.hours = [{ from: '', until: '' }]
}

export function removeCondition(draft: ConditionDraft, name: FurtherCondition) {
  Object.assign(draft, { [name]: newConditions()[name] })
}

/** Whether a span goes on after midnight. */
export const isOverMidnight = ({ from, until }: Hours) => from !== '' && until !== '' && until < from
