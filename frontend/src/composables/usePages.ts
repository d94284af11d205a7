import { computed, type Ref, ref, shallowRef } from 'vue'
import { asProblem, type Problem } from '@/api/problem'

interface Page<Item> {
  items: Item[]
  nextCursor?: string
}

/** A list as its page sees it, however it is read. */
export interface Pages<Item> {
  items: Ref<Item[]>
  status: Readonly<Ref<'pending' | 'success' | 'error'>>
  error: Readonly<Ref<Problem | undefined>>
  hasMore: Readonly<Ref<boolean>>
  loadingMore: Readonly<Ref<boolean>>
  load: () => Promise<void>
  loadMore: () => Promise<void>
}

/** A list that is read page by page. */
export function usePages<Item>(read: (cursor?: string) => Promise<Page<Item>>): Pages<Item> {
  const items = shallowRef<Item[]>([])
  const nextCursor = ref<string>()
  const status = ref<'pending' | 'success' | 'error'>('pending')
  const error = shallowRef<Problem>()
  const loadingMore = ref(false)
  const hasMore = computed(() => nextCursor.value !== undefined)

  async function load() {
    status.value = 'pending'
    await add(undefined)
  }

  async function loadMore() {
    if (loadingMore.value || !nextCursor.value) return
    loadingMore.value = true
    await add(nextCursor.value)
    loadingMore.value = false
  }

  async function add(cursor: string | undefined) {
    try {
      const page = await read(cursor)
      items.value = cursor ? [...items.value, ...page.items] : page.items
      nextCursor.value = page.nextCursor
      status.value = 'success'
      error.value = undefined
    } catch (failure) {
      error.value = asProblem(failure)
      if (!cursor) status.value = 'error'
    }
  }

  void load()

  return { items, status, error, hasMore, loadingMore, load, loadMore }
}
