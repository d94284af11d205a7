import { ref } from 'vue'

/**
 * What a form begins with: read when the page opens, never what was kept from before; and read anew, with a form begun
 * anew, when somebody else has changed it meanwhile.
 */
export function useFirstRead(query: { refresh: () => Promise<unknown>; refetch: () => Promise<unknown> }, wanted: boolean) {
  const ready = ref(!wanted)
  const begun = ref(0)
  if (wanted) void query.refresh().finally(() => (ready.value = true))

  async function again() {
    await query.refetch()
    begun.value++
  }

  return { ready, begun, again }
}
