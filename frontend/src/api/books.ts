import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Liability = Schemas['LiabilityResponse']
export type Owed = Schemas['OwedResponse']
export type ClosingSummary = Schemas['ClosingSummaryResponse']
export type MonthClosing = Schemas['MonthClosingResponse']
export type FunderClosing = Schemas['FunderClosingResponse']
export type Settlement = Schemas['SettlementResponse']
export type FinancePolicy = Schemas['FinancePolicy']
export type AccountingValues = Schemas['AccountingValueListResponse']
export type FinalSettlement = Schemas['FinalSettlementResponse']

export const liabilityQuery = {
  key: ['liability'],
  query: () => answerOf(client.GET('/liability')),
}

export const closingsKey = ['closings']

export const closingPage = (cursor?: string) => answerOf(client.GET('/closings', { params: { query: { cursor, limit: 24 } } }))

export const closingQuery = (month: string) => ({
  key: [...closingsKey, month],
  query: () => answerOf(client.GET('/closings/{month}', { params: { path: { month } } })),
})

export const settlementQuery = (month: string) => ({
  key: [...closingsKey, month, 'settlement'],
  query: () => answerOf(client.GET('/closings/{month}/settlement', { params: { path: { month } } })),
})

export const accountingValuesQuery = {
  key: ['accounting-values'],
  query: () => answerOf(client.GET('/accounting-values')),
}
