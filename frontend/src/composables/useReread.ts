import { type EntryKey, useQueryCache } from '@pinia/colada'

/** Has what a change touched read anew. Where that fails, whoever shows it says so: what was saved is saved. */
export function useReread() {
  const cache = useQueryCache()
  return async (...keys: EntryKey[]) => void (await Promise.allSettled(keys.map((key) => cache.invalidateQueries({ key }))))
}
