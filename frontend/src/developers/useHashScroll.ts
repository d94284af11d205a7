import { nextTick, watch } from 'vue'
import { useRoute } from 'vue-router'

/** Brings what the address names into view once the page holds it, and opens it where it is shut. */
export function useHashScroll(ready: () => boolean) {
  const route = useRoute()
  watch(
    () => [ready(), route.path, route.hash] as const,
    async ([isReady, , hash]) => {
      if (!isReady || hash.length < 2) return
      await nextTick()
      const named = document.getElementById(decodeURIComponent(hash.slice(1)))
      if (named instanceof HTMLDetailsElement && !named.open) {
        named.addEventListener('toggle', () => void nextTick(() => named.scrollIntoView()), { once: true })
        named.open = true
      } else {
        named?.scrollIntoView()
      }
    },
    { immediate: true, flush: 'post' },
  )
}
