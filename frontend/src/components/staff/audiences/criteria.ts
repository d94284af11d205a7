import type { CriterionKind, CriterionTerms, RfmSegment } from '@/api/audiences'
import { figure, plainFigure } from '@/figures'

/** How the criteria of a group are joined. */
export const groupKinds = ['all', 'any', 'none'] as const satisfies CriterionKind[]

/** What a single criterion looks at, what is wanted most often first. */
export const partKinds = ['purchases', 'rfm', 'tiers', 'balance', 'joined', 'birthday_month', 'consent', 'language', 'state', 'list'] as const satisfies CriterionKind[]

export const segments: RfmSegment[] = ['champions', 'loyal', 'potential_loyalists', 'new', 'promising', 'need_attention', 'about_to_sleep', 'at_risk', 'cannot_lose', 'hibernating']
export const purposes = ['marketing_email', 'marketing_phone', 'profiling', 'partner_sharing'] as const
export const states = ['active', 'unclaimed', 'frozen'] as const
export const scores = ['recency', 'frequency', 'monetary'] as const

/** A group is the first level, a criterion in a group in a group … the fifth; the server takes no deeper one. */
export const deepestGroup = 4
export const mostInGroup = 20

/** A criterion as it stands in a form: figures are texts until they are sent. */
export interface CriterionDraft {
  key: number
  kind: CriterionKind
  criteria: CriterionDraft[]
  languages: string[]
  from: string
  until: string
  months: string[]
  states: string[]
  tiers: string[]
  bought: boolean
  fewest: string
  most: string
  leastSpend: string
  mostSpend: string
  withinDays: string
  category: string
  stores: string[]
  purpose: string
  given: boolean
  recency: string[]
  frequency: string[]
  monetary: string[]
  segments: RfmSegment[]
  audienceId: string
}

let last = 0

export function newCriterion(kind: CriterionKind): CriterionDraft {
  return {
    key: ++last,
    kind,
    criteria: [],
    languages: [],
    from: '',
    until: '',
    months: [],
    states: [],
    tiers: [],
    bought: true,
    fewest: kind === 'purchases' ? '1' : '',
    most: '',
    leastSpend: '',
    mostSpend: '',
    withinDays: kind === 'purchases' ? '90' : '',
    category: '',
    stores: [],
    purpose: 'marketing_email',
    given: true,
    recency: [],
    frequency: [],
    monetary: [],
    segments: [],
    audienceId: '',
  }
}

/** What is written when an audience begins: a group, and everything else in it. */
export function rootDraft(terms?: CriterionTerms): CriterionDraft {
  if (!terms) return newCriterion('all')
  return isGroup(terms.kind) ? criterionDraft(terms) : { ...newCriterion('all'), criteria: [criterionDraft(terms)] }
}

export function isGroup(kind: CriterionKind): kind is (typeof groupKinds)[number] {
  return (groupKinds as readonly string[]).includes(kind)
}

export function criterionDraft(terms: CriterionTerms): CriterionDraft {
  return {
    ...newCriterion(terms.kind),
    criteria: (terms.criteria ?? []).map(criterionDraft),
    languages: [...(terms.languages ?? [])],
    from: terms.from ?? '',
    until: terms.until ?? '',
    months: texts(terms.months),
    states: [...(terms.states ?? [])],
    tiers: [...(terms.tiers ?? [])],
    bought: terms.most !== 0,
    fewest: text(terms.fewest),
    most: text(terms.most),
    leastSpend: terms.leastSpend?.amount ?? '',
    mostSpend: terms.mostSpend?.amount ?? '',
    withinDays: text(terms.withinDays),
    category: terms.category ?? '',
    stores: [...(terms.stores ?? [])],
    purpose: terms.purpose ?? 'marketing_email',
    given: terms.given ?? true,
    recency: texts(terms.recency),
    frequency: texts(terms.frequency),
    monetary: texts(terms.monetary),
    segments: [...(terms.segments ?? [])],
    audienceId: terms.audienceId ?? '',
  }
}

const text = (figure: number | undefined) => (figure === undefined ? '' : String(figure))
const texts = (figures: number[] | undefined) => (figures ?? []).map(String)

/** The terms to send; only what the kind asks for. */
export function criterionTerms(draft: CriterionDraft, currency: string): CriterionTerms {
  const { kind } = draft
  switch (kind) {
    case 'all':
    case 'any':
    case 'none':
      return { kind, criteria: draft.criteria.map((part) => criterionTerms(part, currency)) }
    case 'language':
      return { kind, languages: draft.languages }
    case 'joined':
      return { kind, ...given('from', draft.from), ...given('until', draft.until) }
    case 'birthday_month':
      return { kind, months: draft.months.map(Number) }
    case 'state':
      return { kind, states: draft.states }
    case 'tiers':
      return { kind, tiers: draft.tiers }
    case 'balance':
      return { kind, ...given('fewest', figure(draft.fewest)), ...given('most', figure(draft.most)) }
    case 'purchases':
      return { kind, ...which(draft), ...(draft.bought ? bounds(draft, currency) : { fewest: 0, most: 0 }) }
    case 'consent':
      return { kind, purpose: draft.purpose, given: draft.given }
    case 'rfm':
      return { kind, recency: draft.recency.map(Number), frequency: draft.frequency.map(Number), monetary: draft.monetary.map(Number), segments: draft.segments }
    case 'list':
      return { kind, ...given('audienceId', draft.audienceId) }
  }
}

function which(draft: CriterionDraft): Partial<CriterionTerms> {
  return { ...given('withinDays', figure(draft.withinDays)), ...given('category', draft.category.trim()), ...(draft.stores.length ? { stores: draft.stores } : {}) }
}

function bounds(draft: CriterionDraft, currency: string): Partial<CriterionTerms> {
  const money = (amount: string) => (amount.trim() ? { amount: plainFigure(amount), currency } : undefined)
  return {
    ...given('fewest', figure(draft.fewest)),
    ...given('most', figure(draft.most)),
    ...given('leastSpend', money(draft.leastSpend)),
    ...given('mostSpend', money(draft.mostSpend)),
  }
}

function given<Name extends keyof CriterionTerms>(name: Name, value: CriterionTerms[Name] | '' | undefined): Partial<CriterionTerms> {
  return value === undefined || value === '' ? {} : { [name]: value }
}

const bounded = { balance: ['fewest', 'most'], purchases: ['fewest', 'most', 'leastSpend', 'mostSpend'] } as const

/** Fields of a criterion that hold something which is no number. */
export function unreadable(draft: CriterionDraft): string[] {
  if (draft.kind !== 'balance' && (draft.kind !== 'purchases' || !draft.bought)) return []
  return bounded[draft.kind].filter((name) => draft[name].trim() !== '' && figure(draft[name]) === undefined)
}

/** Whether it can be sent: no group is empty, and every figure is one. */
export function isComplete(draft: CriterionDraft): boolean {
  return isGroup(draft.kind) ? draft.criteria.length > 0 && draft.criteria.every(isComplete) : unreadable(draft).length === 0
}

/** Whether it looks at purchases, so that only members count who agree to that. */
export function looksAtPurchases(terms: CriterionTerms): boolean {
  return terms.kind === 'purchases' || terms.kind === 'rfm' || (terms.criteria ?? []).some(looksAtPurchases)
}
