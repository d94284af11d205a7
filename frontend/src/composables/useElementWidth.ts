import { onScopeDispose, ref, watch, type Ref } from 'vue'

/** How wide an element is now, so that a chart is drawn in its pixels and its words keep their size. */
export function useElementWidth(element: Readonly<Ref<HTMLElement | null>>, fallback = 320) {
  const width = ref(fallback)
  const observer = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(([entry]) => (width.value = Math.max(240, Math.round(entry!.contentRect.width))))

  watch(
    element,
    (now, before) => {
      if (before) observer?.unobserve(before)
      if (now) observer?.observe(now)
    },
    { immediate: true, flush: 'post' },
  )
  onScopeDispose(() => observer?.disconnect())

  return width
}
