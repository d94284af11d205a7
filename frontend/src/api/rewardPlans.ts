import { answerOf, client } from './client'
import type { components } from './schema'

type Schemas = components['schemas']

export type RewardPlan = Schemas['RewardResponse']
export type RewardKind = RewardPlan['kind']
export type RewardDraft = Schemas['WriteRewardRequest']
export type RewardOrder = Schemas['RewardOrderResponse']
export type OrderState = RewardOrder['state']

export const rewardPlansQuery = {
  key: ['reward-plans'],
  query: () => answerOf(client.GET('/rewards')),
}

export const rewardPlanQuery = (rewardId: string) => ({
  key: ['reward-plans', rewardId],
  query: () => answerOf(client.GET('/rewards/{rewardId}', { params: { path: { rewardId } } })),
})

export const codeImportsQuery = {
  key: ['reward-code-imports'],
  query: () => answerOf(client.GET('/reward-code-imports')),
}

export function orderPage(state: OrderState | undefined, cursor?: string) {
  return answerOf(client.GET('/reward-orders', { params: { query: { state, limit: 20, cursor } } }))
}

export function rewardOrder(rewardOrderId: string) {
  return answerOf(client.GET('/reward-orders/{rewardOrderId}', { params: { path: { rewardOrderId } } }))
}
