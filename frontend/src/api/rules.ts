import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Rule = Schemas['RuleResponse']
export type RuleVersion = Schemas['RuleVersionResponse']
export type RuleTerms = Schemas['RuleTerms']
export type RuleKind = RuleTerms['kind']
export type RuleChoices = Schemas['RuleChoicesResponse']
export type ConditionTerms = Schemas['ConditionTerms']
export type Weekday = Schemas['Weekday']
export type Channel = Schemas['Channel']
export type Hours = Schemas['HoursTerms']
export type Birthday = Schemas['Birthday']
export type PaymentKind = Schemas['TenderKind']
export type RuleEvent = Schemas['EventTerms']
export type EventOccasion = Schemas['EventOccasion']
export type EventLimit = Schemas['EventLimit']
export type CapPeriod = Schemas['CapPeriod']
export type CapUnit = Schemas['CapUnit']
export type ExpiryKind = Schemas['ExpiryKind']
export type BenefitTerms = Schemas['BenefitTerms']
export type Ladder = Schemas['LadderResponse']
export type OfferPlan = Schemas['StaffOfferResponse']
export type Audience = Schemas['AudienceTerms']
export type OfferResults = Schemas['OfferResultsResponse']
export type OfferDraft = Schemas['WriteOfferRequest']

export const rulesQuery = {
  key: ['rules'],
  query: () => answerOf(client.GET('/rules')),
}

export const ruleQuery = (ruleId: string) => ({
  key: ['rules', ruleId],
  query: () => answerOf(client.GET('/rules/{ruleId}', { params: { path: { ruleId } } })),
})

export const choicesQuery = {
  key: ['rules', 'choices'],
  query: () => answerOf(client.GET('/rules/choices')),
}

export const ladderQuery = {
  key: ['ladder'],
  query: () => answerOf(client.GET('/tiers')),
}

export const offerPlansQuery = {
  key: ['offer-plans'],
  query: () => answerOf(client.GET('/offers')),
}

export const offerPlanQuery = (offerId: string) => ({
  key: ['offer-plans', offerId],
  query: () => answerOf(client.GET('/offers/{offerId}', { params: { path: { offerId } } })),
})

export const offerResultsQuery = (offerId: string) => ({
  key: ['offer-plans', offerId, 'results'],
  query: () => answerOf(client.GET('/offers/{offerId}/results', { params: { path: { offerId } } })),
})

/** Names the version a change was made from. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
