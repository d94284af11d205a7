import { useQueryCache } from '@pinia/colada'
import { answerOf, client, holdCsrfToken } from '@/api/client'
import { sessionQuery } from '@/api/queries'
import type { MemberReward, Redemption } from '@/api/rewards'
import type { ProofRequest } from '@/api/types'
import { useRequestKey } from './useRequestKey'

const me = { memberId: 'me' }

/** What a member does with rewards; whatever changes their points is read again. */
export function useRewards() {
  const cache = useQueryCache()
  const keyOf = useRequestKey()
  const read = () => void cache.invalidateQueries({ key: ['members', 'me'] })

  async function redeem(reward: MemberReward, storeId: string | undefined, attempt: number): Promise<Redemption> {
    const body = { rewardId: reward.rewardId, storeId }
    const taken = await answerOf(
      client.POST('/members/{memberId}/redemptions', { params: { path: me, header: { 'Idempotency-Key': keyOf({ ...body, attempt }) } }, body }),
    )
    read()
    return taken
  }

  async function proveOnceMore(proof: ProofRequest): Promise<void> {
    const session = await answerOf(client.POST('/members/me/step-up', { body: { proof } }))
    holdCsrfToken(session.csrfToken)
    cache.setQueryData(sessionQuery.key, session)
  }

  async function cancel(redemptionId: string): Promise<Redemption> {
    const cancelled = await answerOf(client.PUT('/members/{memberId}/redemptions/{redemptionId}/cancellation', { params: { path: { ...me, redemptionId } } }))
    read()
    return cancelled
  }

  const reveal = (voucherId: string) => answerOf(client.PUT('/members/{memberId}/vouchers/{voucherId}/reveal', { params: { path: { ...me, voucherId } } }))

  return { redeem, proveOnceMore, cancel, reveal }
}
