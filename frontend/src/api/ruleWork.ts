import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type RuleDraft = Schemas['RuleDraftResponse']
export type RuleDraftContent = Schemas['WriteRuleDraftRequest']
export type BackTest = Schemas['BackTestResponse']
export type BackTestResult = Schemas['BackTestResult']
export type BackTestReceipt = Schemas['BackTestReceipt']
export type Rejudgement = Schemas['RejudgementResponse']
export type RejudgementCounts = Schemas['RejudgementCountsResponse']
export type RuleTrial = Schemas['TrialResponse']
export type TriedRule = Pick<Schemas['TryRuleRequest'], 'draftId' | 'ruleId' | 'version'>
export type TriedPurchase = Schemas['PostPurchaseRequest']

export const ruleDraftsQuery = {
  key: ['rule-drafts'],
  query: () => answerOf(client.GET('/rule-drafts')),
}

export const ruleDraftQuery = (draftId: string) => ({
  key: ['rule-drafts', draftId],
  query: () => answerOf(client.GET('/rule-drafts/{draftId}', { params: { path: { draftId } } })),
})

export const backTestsQuery = {
  key: ['back-tests'],
  query: () => answerOf(client.GET('/rules/back-tests')),
}

export const backTestQuery = (jobId: string) => ({
  key: ['back-tests', jobId],
  query: () => answerOf(client.GET('/rules/back-tests/{jobId}', { params: { path: { jobId } } })),
})

export const rejudgementsQuery = (ruleId: string) => ({
  key: ['rejudgements', 'of', ruleId],
  query: () => answerOf(client.GET('/rules/{ruleId}/rejudgements', { params: { path: { ruleId } } })),
})

export const rejudgementQuery = (rejudgementId: string) => ({
  key: ['rejudgements', rejudgementId],
  query: () => answerOf(client.GET('/rejudgements/{rejudgementId}', { params: { path: { rejudgementId } } })),
})

export const approvalQuery = (approvalId: string) => ({
  key: ['members', 'approvals', approvalId],
  query: () => answerOf(client.GET('/approvals/{approvalId}', { params: { path: { approvalId } } })),
})
