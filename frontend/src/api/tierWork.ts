import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type TierPreview = Schemas['TierPreviewResponse']
export type TierPreviewAsked = Schemas['PreviewTiersRequest']
export type TierRun = Schemas['TierRunResponse']
export type TierForecastItem = Schemas['TierForecastItem']
export type TierMove = { from: string; to: string; members: number; before?: number }
export type TierDirection = 'up' | 'down'

export const tierRunsQuery = {
  key: ['ladder', 'runs'],
  query: () => answerOf(client.GET('/tiers/runs')),
}

export const tierRunQuery = (month: string) => ({
  key: ['ladder', 'runs', month],
  query: () => answerOf(client.GET('/tiers/runs/{month}', { params: { path: { month } } })),
})

export function tierMovePage(month: string, cursor?: string) {
  return answerOf(client.GET('/tiers/runs/{month}/moves', { params: { path: { month }, query: { limit: 50, cursor } } }))
}

export function tierForecastPage(direction: TierDirection | undefined, cursor?: string) {
  return answerOf(client.GET('/tiers/forecast', { params: { query: { direction, limit: 50, cursor } } }))
}
