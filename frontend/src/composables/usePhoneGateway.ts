import { useQuery, useQueryCache } from '@pinia/colada'
import { client } from '@/api/client'
import { programQuery } from '@/api/queries'
import { from, type Versioned, versioned } from '@/api/setup'
import type { PhoneGateway, PhoneGatewayRequest } from '@/api/types'

const gatewayQuery = {
  key: ['settings', 'phone-gateway'],
  query: () => versioned(client.GET('/settings/phone-gateway')),
}

/** The gateway with the version it was read at, and the two ways to change it. */
export function usePhoneGateway() {
  const cache = useQueryCache()
  const query = useQuery(gatewayQuery)

  async function save(body: PhoneGatewayRequest, version: string) {
    keep(await versioned(client.PUT('/settings/phone-gateway', { params: { header: from(version) }, body })))
  }

  async function remove() {
    keep(await versioned(client.DELETE('/settings/phone-gateway', { params: { header: from(query.data.value?.version ?? '') } })))
  }

  function keep(changed: Versioned<PhoneGateway>) {
    cache.setQueryData(gatewayQuery.key, changed)
    void cache.invalidateQueries({ key: programQuery.key })
  }

  return { query, read: gatewayQuery.query, save, remove }
}
