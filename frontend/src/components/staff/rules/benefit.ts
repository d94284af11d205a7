import type { BenefitTerms, ConditionTerms, EventLimit, EventOccasion, RuleEvent, RuleKind, RuleTerms } from '@/api/rules'
import { figure, plainFigure, written } from '@/figures'
import { type ConditionDraft, conditionDraft, conditionNames, conditionTerms, newConditions } from './conditions'
import { isOfPurchases, type LimitDraft, limitDraft, limitTerms, newLimits } from './limits'

/** What a rule or an offer gives, as it stands in a form: figures are texts until they are sent. */
export interface BenefitDraft extends LimitDraft {
  gives: GivesDraft
  conditions: ConditionDraft
  funderId: string
  kept: Kept
}

/** How many points for what. */
export interface GivesDraft {
  kind: RuleKind
  points: string
  per: string
  factor: string
  event: { occasion: EventOccasion; code: string; limit: EventLimit }
}

type Terms = Omit<RuleTerms, 'name' | 'summary'>

/** What a rule says beyond these pages, sent back as it was read. */
interface Kept {
  terms: Partial<Terms>
  conditions: Partial<ConditionTerms>
}

const knownTerms: (keyof RuleTerms)[] = ['kind', 'name', 'summary', 'points', 'per', 'factor', 'event', 'conditions', 'caps', 'waiting', 'expiry', 'expiryMonths', 'stacking', 'funderId']
const firstPoints: Partial<Record<RuleKind, string>> = { base: '1', per_piece: '10' }

export const occasions: EventOccasion[] = ['birthday', 'profile_completed', 'referrer', 'referred', 'custom']
export const eventLimits: EventLimit[] = ['each_time', 'once_a_day', 'once']

export function newGives(kind: RuleKind): GivesDraft {
  return { kind, points: firstPoints[kind] ?? '100', per: '1000', factor: '2', event: { occasion: 'birthday', code: '', limit: 'each_time' } }
}

export function newBenefit(kind: RuleKind): BenefitDraft {
  return { gives: newGives(kind), conditions: newConditions(), ...newLimits(), funderId: '', kept: { terms: {}, conditions: {} } }
}

export function benefitDraft(terms: RuleTerms | BenefitTerms): BenefitDraft {
  const begun = newGives(terms.kind)
  const { event } = terms as RuleTerms
  return {
    gives: {
      kind: terms.kind,
      points: written(terms.points) || begun.points,
      per: terms.per?.amount ?? begun.per,
      factor: terms.factor ?? begun.factor,
      event: { ...begun.event, ...event },
    },
    conditions: conditionDraft(terms.conditions),
    ...limitDraft(terms),
    funderId: terms.funderId,
    kept: { terms: without(terms, knownTerms), conditions: without(terms.conditions ?? {}, conditionNames) },
  }
}

function without<T extends object>(value: T, known: string[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !known.includes(key))) as Partial<T>
}

/** The terms to send; only what the kind asks for. */
export function benefitTerms(draft: BenefitDraft, currency: string): Terms {
  const { kind } = draft.gives
  return {
    ...draft.kept.terms,
    kind,
    ...givesTerms(draft.gives, currency),
    ...(isOfPurchases(kind) ? { conditions: { ...draft.kept.conditions, ...conditionTerms(draft.conditions, currency) } } : {}),
    ...limitTerms(draft, kind),
    funderId: draft.funderId,
  }
}

function givesTerms({ kind, points, per, factor, event }: GivesDraft, currency: string): Partial<Terms> {
  switch (kind) {
    case 'base':
      return { points: figure(points), per: { amount: plainFigure(per), currency } }
    case 'multiplier':
      return { factor: factor.trim().replace(',', '.') }
    case 'bonus':
    case 'per_piece':
    case 'join_bonus':
      return { points: figure(points) }
    case 'event_bonus':
      return { points: figure(points), event: eventTerms(event) }
  }
}

function eventTerms({ occasion, code, limit }: GivesDraft['event']): RuleEvent {
  return occasion === 'custom' ? { occasion, ...(code.trim() ? { code: code.trim() } : {}), limit } : { occasion }
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
