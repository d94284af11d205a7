import { ref } from 'vue'

/** Whether there is what a form begins with: read when the page opens, never what was kept from before. */
export function useFirstRead(query: { refresh: () => Promise<unknown> }, wanted: boolean) {
  const ready = ref(!wanted)
  if (wanted) void query.refresh().finally(() => (ready.value = true))
  return ready
}
