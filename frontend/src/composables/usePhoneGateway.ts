import { useQuery, useQueryCache } from '@pinia/colada'
import { answerOf, client } from '@/api/client'
import { programQuery } from '@/api/queries'
import type { PhoneGateway, PhoneGatewayRequest } from '@/api/types'

interface Versioned {
  gateway: PhoneGateway
  tag: string
}

const key = ['settings', 'phone-gateway']

/** The gateway with the version it was read at, and the two ways to change it. */
export function usePhoneGateway() {
  const cache = useQueryCache()
  const query = useQuery({ key, query: () => versioned(client.GET('/settings/phone-gateway')) })
  const ifMatch = () => ({ header: { 'If-Match': query.data.value?.tag ?? '' } })

  async function save(body: PhoneGatewayRequest) {
    keep(await versioned(client.PUT('/settings/phone-gateway', { params: ifMatch(), body })))
  }

  async function remove() {
    keep(await versioned(client.DELETE('/settings/phone-gateway', { params: ifMatch() })))
  }

  function keep(changed: Versioned) {
    cache.setQueryData(key, changed)
    void cache.invalidateQueries({ key: programQuery.key })
  }

  return { query, save, remove }
}

async function versioned(call: Promise<{ data?: PhoneGateway; error?: unknown; response: Response }>): Promise<Versioned> {
  const answer = await call
  return { gateway: await answerOf(Promise.resolve(answer)), tag: answer.response.headers.get('ETag') ?? '' }
}
