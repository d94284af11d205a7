import type { BenefitTerms, RuleKind, RuleTerms, Weekday } from '@/api/rules'

/** What a rule or an offer gives, as it stands in a form: figures are texts until they are sent. */
export interface BenefitDraft {
  kind: RuleKind
  points: string
  per: string
  factor: string
  categories: string[]
  tiers: string[]
  weekdays: Weekday[]
  calendars: string[]
  minimum: string
  expiryMonths: string
  funderId: string
  kept: Kept
}

type Terms = RuleTerms | BenefitTerms
type Conditions = NonNullable<Terms['conditions']>

/** What a rule says beyond these pages, sent back as it was read. */
interface Kept {
  terms: Partial<Terms>
  conditions: Partial<Conditions>
  expiryMonths?: number
}

const knownTerms = ['kind', 'name', 'summary', 'points', 'per', 'factor', 'conditions', 'expiryMonths', 'funderId']
const knownConditions = ['categories', 'tiers', 'weekdays', 'calendars', 'minimum']

export const weekdays: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']

export function newBenefit(kind: RuleKind): BenefitDraft {
  return { kind, points: kind === 'base' ? '1' : '100', per: '1000', factor: '2', categories: [], tiers: [], weekdays: [], calendars: [], minimum: '', expiryMonths: '12', funderId: '', kept: { terms: {}, conditions: {} } }
}

export function benefitDraft(terms: Terms): BenefitDraft {
  return {
    kind: terms.kind,
    points: terms.points === undefined ? '' : String(terms.points),
    per: terms.per?.amount ?? '',
    factor: terms.factor ?? '',
    categories: [...(terms.conditions?.categories ?? [])],
    tiers: [...(terms.conditions?.tiers ?? [])],
    weekdays: [...(terms.conditions?.weekdays ?? [])],
    calendars: [...(terms.conditions?.calendars ?? [])],
    minimum: terms.conditions?.minimum?.amount ?? '',
    expiryMonths: String(terms.expiryMonths),
    funderId: terms.funderId,
    kept: {
      terms: without(terms, knownTerms),
      conditions: without(terms.conditions ?? {}, knownConditions),
      expiryMonths: terms.expiryMonths,
    },
  }
}

function without<T extends object>(value: T, known: string[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !known.includes(key))) as Partial<T>
}

/** What is kept; another number of months takes the place of an expiry the pages do not know. */
function keptTerms(draft: BenefitDraft): Partial<Terms> {
  return wholeNumber(draft.expiryMonths) === draft.kept.expiryMonths ? draft.kept.terms : without(draft.kept.terms, ['expiry'])
}

/** The terms to send; only what the kind asks for. */
export function benefitTerms(draft: BenefitDraft, currency: string): BenefitTerms {
  const points = draft.kind === 'multiplier' ? {} : { points: wholeNumber(draft.points) }
  return {
    ...keptTerms(draft),
    kind: draft.kind,
    ...points,
    ...(draft.kind === 'base' ? { per: { amount: draft.per.trim(), currency } } : {}),
    ...(draft.kind === 'multiplier' ? { factor: draft.factor.trim().replace(',', '.') } : {}),
    ...(draft.kind === 'join_bonus' ? {} : { conditions: { ...draft.kept.conditions, categories: draft.categories, tiers: draft.tiers, weekdays: draft.weekdays, ...(draft.calendars.length ? { calendars: draft.calendars } : {}), ...(draft.minimum.trim() ? { minimum: { amount: draft.minimum.trim(), currency } } : {}) } }),
    expiryMonths: wholeNumber(draft.expiryMonths) ?? 0,
    funderId: draft.funderId,
  }
}

function wholeNumber(text: string): number | undefined {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : undefined
}

/** A code made of a name: "Kopi 2× akhir pekan" becomes "kopi-2-akhir-pekan". */
export function codeOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 50)
    .replace(/-+$/, '')
}
