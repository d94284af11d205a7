import { onScopeDispose, watch, type Ref } from 'vue'

const interval = 1500

/** Reads something again and again for as long as it goes on; a read that failed is tried again too. */
export function usePolling<Value>(query: { data: Ref<Value | undefined>; error: Ref<unknown>; refetch: () => Promise<unknown> }, goesOn: (value: Value) => boolean) {
  let next: ReturnType<typeof setTimeout> | undefined
  watch(
    [query.data, query.error],
    ([value]) => {
      clearTimeout(next)
      if (value !== undefined && goesOn(value as Value)) next = setTimeout(() => query.refetch(), interval)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(next))
}
