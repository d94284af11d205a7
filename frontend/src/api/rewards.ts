import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type MemberReward = Schemas['MemberRewardResponse']
export type Redemption = Schemas['RedemptionResponse']
export type Voucher = Schemas['VoucherResponse']

export const rewardsQuery = {
  key: ['members', 'me', 'rewards'],
  query: () => answerOf(client.GET('/members/{memberId}/rewards', { params: { path: { memberId: 'me' } } })),
}

export function redemptionsOf(memberId: string, cursor?: string) {
  return answerOf(client.GET('/members/{memberId}/redemptions', { params: { path: { memberId }, query: { limit: 20, cursor } } }))
}

export const redemptionPage = (cursor?: string) => redemptionsOf('me', cursor)

export function redemption(redemptionId: string) {
  return answerOf(client.GET('/members/{memberId}/redemptions/{redemptionId}', { params: { path: { memberId: 'me', redemptionId } } }))
}
