import { useQuery, useQueryCache } from '@pinia/colada'
import { answerOf, client } from '@/api/client'
import { offersQuery } from '@/api/queries'
import type { OfferResponse } from '@/api/types'
import { useAction } from './useAction'

export function useOffers(memberId: string) {
  const cache = useQueryCache()
  const definition = offersQuery(memberId)
  const query = useQuery(definition)

  const { run: toggle, busy, problem } = useAction(async (offer: OfferResponse) => {
    const params = { path: { memberId, offerId: offer.offerId } }
    const changed = await answerOf(
      offer.state === 'available'
        ? client.PUT('/members/{memberId}/offers/{offerId}/activation', { params })
        : client.DELETE('/members/{memberId}/offers/{offerId}/activation', { params }),
    )
    const items = query.data.value?.items ?? []
    cache.setQueryData(definition.key, { items: items.map((item) => (item.offerId === changed.offerId ? changed : item)) })
  })

  return { query, toggle, busy, problem }
}
