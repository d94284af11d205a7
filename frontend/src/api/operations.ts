import { answerOf, client } from './client'
import type { components } from './schema'
import { versioned } from './setup'

type Schemas = components['schemas']

export type SigningKey = Schemas['SigningKeyResponse']
export type TerminalSigning = Schemas['TerminalSigningResponse']
export type TillSigning = Schemas['TillSigningResponse']
export type KeptBatch = Schemas['KeptBatchResponse']
export type ReceiptJob = Schemas['ReceiptJobResponse']
export type Hold = Schemas['HoldResponse']
export type LedgerProof = Schemas['ProofResponse']
export type PartnerLeaving = Schemas['PartnerLeavingResponse']
export type LeavingPreview = Schemas['LeavingPreviewResponse']
export type FinalSettlement = Schemas['FinalSettlementResponse']
export type SandboxClock = Schemas['SandboxClockResponse']
export type SandboxMessage = Schemas['SandboxMessageResponse']

export const signingKeysQuery = {
  key: ['signing-keys'],
  query: () => answerOf(client.GET('/signing-keys')),
  staleTime: 0,
}

export const terminalQuery = (terminalId: string) => ({
  key: ['terminals', terminalId],
  query: () => versioned(client.GET('/terminals/{terminalId}', { params: { path: { terminalId } } })),
  staleTime: 0,
})

export const terminalSigningQuery = (terminalId: string) => ({
  key: ['terminals', terminalId, 'signing'],
  query: () => versioned(client.GET('/terminals/{terminalId}/signing', { params: { path: { terminalId } } })),
  staleTime: 0,
})

export const storeSigningQuery = (storeId: string) => ({
  key: ['stores', storeId, 'signing'],
  query: () => answerOf(client.GET('/stores/{storeId}/signing', { params: { path: { storeId } } })),
})

export function batchPage(terminalId: string, cursor?: string) {
  return answerOf(client.GET('/terminals/{terminalId}/batches', { params: { path: { terminalId }, query: { limit: 20, cursor } } }))
}

export function receiptJobPage(cursor?: string) {
  return answerOf(client.GET('/jobs', { params: { query: { limit: 20, cursor } } }))
}

export const receiptJobQuery = (jobId: string) => ({
  key: ['jobs', jobId],
  query: () => answerOf(client.GET('/jobs/{jobId}', { params: { path: { jobId } } })),
  staleTime: 0,
})

export interface PurchaseFilter {
  number: string
  storeId: string
  businessDate: string
  attached: string
}

export function purchaseSearchPage(filter: PurchaseFilter, cursor?: string) {
  const query = {
    number: filter.number || undefined,
    storeId: filter.storeId || undefined,
    businessDate: filter.businessDate || undefined,
    attached: filter.attached ? filter.attached === 'true' : undefined,
    limit: 20,
    cursor,
  }
  return answerOf(client.GET('/purchases', { params: { query } }))
}

export function holdPage(cursor?: string) {
  return answerOf(client.GET('/holds', { params: { query: { limit: 20, cursor } } }))
}

export const latestProofQuery = {
  key: ['ledger', 'proof'],
  query: () => answerOf(client.GET('/ledger/proof', { params: { query: { mode: 'latest' } } })),
  staleTime: 0,
}

export const partnerQuery = (partnerId: string) => ({
  key: ['partners', partnerId],
  query: () => versioned(client.GET('/partners/{partnerId}', { params: { path: { partnerId } } })),
  staleTime: 0,
})

export const leavingQuery = (partnerId: string) => ({
  key: ['partners', partnerId, 'leaving'],
  query: () => answerOf(client.GET('/partners/{partnerId}/leaving', { params: { path: { partnerId } } })),
  staleTime: 0,
})

export const settlementQuery = (partnerId: string) => ({
  key: ['partners', partnerId, 'final-settlement'],
  query: () => answerOf(client.GET('/partners/{partnerId}/final-settlement', { params: { path: { partnerId } } })),
})

export const sandboxClockQuery = {
  key: ['sandbox', 'clock'],
  query: () => answerOf(client.GET('/sandbox/clock')),
  staleTime: 0,
}

export function sandboxMessagePage(cursor?: string) {
  return answerOf(client.GET('/sandbox/messages', { params: { query: { limit: 20, cursor } } }))
}
