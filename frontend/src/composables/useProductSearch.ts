import { onScopeDispose, shallowRef, watch } from 'vue'
import { answerOf, client } from '@/api/client'
import type { ProductResponse } from '@/api/setup'

const patience = 300
const shortest = 2

/** Products by a part of their name or the beginning of their SKU, told by the server a moment after the last key; those of the program's owner without a partner. */
export function useProductSearch(written: () => string, partnerId: () => string | undefined) {
  const products = shallowRef<ProductResponse[]>([])
  let next: ReturnType<typeof setTimeout> | undefined
  let latest = 0

  async function ask(query: string) {
    const mine = ++latest
    const answer = await answerOf(client.GET('/products', { params: { query: { query, partnerId: partnerId(), limit: 20 } } })).catch(() => undefined)
    if (mine === latest) products.value = answer?.items ?? []
  }

  watch(written, (text) => {
    clearTimeout(next)
    const query = text.trim()
    if (query.length >= shortest) next = setTimeout(() => ask(query), patience)
  })
  onScopeDispose(() => clearTimeout(next))

  return { products }
}
