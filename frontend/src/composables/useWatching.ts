import { onScopeDispose, watch } from 'vue'

interface Watched<T> {
  data: { value: T | undefined }
  error: { value: unknown }
  refetch: () => Promise<unknown>
}

/** Reads again every second and a half while what was read is still under way. */
export function useWatching<T>(query: Watched<T>, underWay: (now: T) => boolean) {
  let next: ReturnType<typeof setTimeout> | undefined
  watch([() => query.data.value, () => query.error.value], ([now]) => {
    clearTimeout(next)
    if (now !== undefined && underWay(now as T)) next = setTimeout(() => void query.refetch(), 1500)
  }, { immediate: true })
  onScopeDispose(() => clearTimeout(next))
}
