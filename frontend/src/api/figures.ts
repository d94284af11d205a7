import { answerOf, apiBase, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type Figures = Schemas['FiguresResponse']
export type FigureItem = Schemas['FigureResponse']
export type FigureName = FigureItem['figure']
export type FigureValue = Schemas['FigureValueResponse']
export type FigureRow = Schemas['FigureRowResponse']
export type FigureTarget = Schemas['FigureTarget']
export type FigureTargets = Schemas['FigureTargets']
export type StoreFigures = Schemas['StoreFiguresResponse']
export type RewardFigures = Schemas['RewardFiguresResponse']
export type TierMonth = Schemas['TierMonthResponse']
export type Period = Figures['period']
export type Rfm = Schemas['RfmResponse']
export type RfmCell = Schemas['RfmCellResponse']
export type RfmSegment = Schemas['RfmSegmentResponse']
export type RfmSettings = Schemas['RfmSettings']

/** Which period: its kind and, where it is not the one under way, a day in it. */
export interface Asked {
  period: Period
  on?: string
}

export const figuresQuery = (asked: Asked) => ({
  key: ['figures', asked.period, asked.on ?? ''],
  query: () => answerOf(client.GET('/figures', { params: { query: asked } })),
})

export const figureRowPage = (figure: string, asked: Asked, storeId: string | undefined, cursor?: string) =>
  answerOf(client.GET('/figures/{figure}/rows', { params: { path: { figure }, query: { ...asked, storeId, cursor, limit: 50 } } }))

export const rfmQuery = {
  key: ['rfm'],
  query: () => answerOf(client.GET('/insights/rfm')),
}

/** Where the browser gets something as CSV. */
export function csvOf(path: string, asked: Asked, storeId?: string): string {
  const query = new URLSearchParams(Object.entries({ ...asked, storeId }).filter((entry): entry is [string, string] => Boolean(entry[1])))
  return `${apiBase}${path}?${query}`
}

/** A value as a plain number, money in major units; nothing where there is none. */
export function numberOf(value: FigureValue | undefined): number | undefined {
  if (!value) return undefined
  return value.count ?? value.share ?? (value.money ? Number(value.money.amount) : undefined)
}
