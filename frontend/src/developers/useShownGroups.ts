import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Contract, Group } from './contract'

/** The groups of the reference that are to be shown: all, or with `?for=clients` those operations that tills and partners may call. */
export function useShownGroups(contract: () => Contract | undefined) {
  const route = useRoute()
  const router = useRouter()
  const clientsOnly = computed({
    get: () => route.query.for === 'clients',
    set: (only) => void router.replace({ query: { ...route.query, for: only ? 'clients' : undefined }, hash: route.hash }),
  })
  const groups = computed(() => (clientsOnly.value ? forClients(contract()?.groups ?? []) : (contract()?.groups ?? [])))
  /** What a link to another group takes along. */
  const query = computed(() => (clientsOnly.value ? { for: 'clients' } : {}))
  return { clientsOnly, groups, query }
}

function forClients(groups: Group[]): Group[] {
  return groups.map((group) => ({ ...group, operations: group.operations.filter(({ forClients: may }) => may) })).filter(({ operations }) => operations.length > 0)
}
