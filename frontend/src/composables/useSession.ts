import { useQuery, useQueryCache } from '@pinia/colada'
import { computed } from 'vue'
import { answerOf, client, holdCsrfToken } from '@/api/client'
import { sessionQuery } from '@/api/queries'
import type { SessionResponse } from '@/api/types'
import { forgetCardKeys } from './cardKeys'
import { forgetCachedCard } from './useCachedCard'
import { personOf } from './useExpiredSession'
import { forgetKeptHome } from './useKeptHome'
import { tellOtherTabs } from './useOtherTabs'

export function useSession() {
  const cache = useQueryCache()
  const { data } = useQuery(sessionQuery)
  const session = computed(() => data.value)

  function enter(entered: SessionResponse) {
    dropPersonalData()
    forgetKeptHome()
    holdCsrfToken(entered.csrfToken)
    cache.setQueryData(sessionQuery.key, entered)
    tellOtherTabs()
  }

  /** The same person's session, renewed. */
  function renew(renewed: SessionResponse) {
    holdCsrfToken(renewed.csrfToken)
    cache.setQueryData(sessionQuery.key, renewed)
  }

  async function signIn(kind: 'member' | 'staff', email: string, password: string, code?: string) {
    await ensureCsrfToken()
    const before = personOf(data.value)
    const entered = await answerOf(client.POST('/session', { body: { kind, email, password, code } }))
    if (!before || before !== personOf(entered)) return enter(entered)
    renew(entered)
    tellOtherTabs()
  }

  async function signOut() {
    await answerOf(client.DELETE('/session'))
    forgetCachedCard()
    forgetKeptHome()
    await forgetCardKeys()
    dropPersonalData()
    tellOtherTabs()
    await cache.fetch(cache.ensure(sessionQuery))
  }

  async function ensureCsrfToken() {
    await cache.refresh(cache.ensure(sessionQuery)).catch(() => undefined)
  }

  function dropPersonalData() {
    for (const entry of cache.getEntries()) {
      if (!['session', 'program'].includes(String(entry.key[0]))) cache.remove(entry)
    }
  }

  return { session, enter, renew, signIn, signOut, ensureCsrfToken }
}
