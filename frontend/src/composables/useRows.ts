import { computed, type Ref, ref } from 'vue'
import { asProblem } from '@/api/problem'
import type { Pages } from './usePages'

interface Read<Item> {
  data: Readonly<Ref<{ items: Item[] } | undefined>>
  error: Readonly<Ref<unknown>>
  status: Readonly<Ref<'pending' | 'success' | 'error'>>
  refetch: () => Promise<unknown>
}

/** A list that is read at once, in the shape of one that is read page by page. */
export function useRows<Item>(query: Read<Item>): Pages<Item> {
  const never = ref(false)
  return {
    items: computed(() => query.data.value?.items ?? []),
    status: computed(() => (query.data.value ? 'success' : query.status.value)),
    error: computed(() => (query.error.value ? asProblem(query.error.value) : undefined)),
    hasMore: never,
    loadingMore: never,
    load: async () => void (await query.refetch()),
    loadMore: async () => undefined,
  }
}
