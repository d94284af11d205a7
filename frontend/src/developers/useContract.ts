import { useQuery } from '@pinia/colada'
import { computed } from 'vue'
import { apiBase } from '@/api/client'
import { Problem } from '@/api/problem'
import { contractOf, type OpenApi } from './contract'

/** The contract of the server that shows the page. */
export function useContract() {
  const query = useQuery({
    key: ['contract'],
    query: async () => {
      const response = await fetch(`${apiBase}/openapi.json`).catch(() => {
        throw Problem.unreachable()
      })
      if (!response.ok) throw Problem.from(response.status, await response.json().catch(() => undefined))
      return (await response.json()) as OpenApi
    },
    staleTime: Infinity,
  })
  const contract = computed(() => query.data.value && contractOf(query.data.value))
  return { contract, query }
}
