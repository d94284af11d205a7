import { onScopeDispose, ref, watch } from 'vue'

const duration = 600

/** Runs from the old figure to the new one, once after a change; still for those who ask for less motion. */
export function useCountUp(target: () => number) {
  const shown = ref(target())
  let frame = 0

  watch(target, (to, from) => {
    cancelAnimationFrame(frame)
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      shown.value = to
      return
    }
    const startedAt = performance.now()
    const step = (now: number) => {
      const share = Math.min(1, (now - startedAt) / duration)
      shown.value = Math.round(from + (to - from) * (1 - (1 - share) ** 3))
      if (share < 1) frame = requestAnimationFrame(step)
    }
    frame = requestAnimationFrame(step)
  })
  onScopeDispose(() => cancelAnimationFrame(frame))

  return shown
}
