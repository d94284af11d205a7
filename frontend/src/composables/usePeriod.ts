import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Asked, Period } from '@/api/figures'

export const periods: Period[] = ['day', 'week', 'month']

/** The period one looks at, kept in the address so that it can be sent to somebody. */
export function usePeriod() {
  const route = useRoute()
  const router = useRouter()
  const asked = computed<Asked>(() => {
    const { period, on } = route.query
    return {
      period: periods.find((known) => known === period) ?? 'month',
      on: typeof on === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(on) ? on : undefined,
    }
  })

  function ask(changed: Partial<Asked>) {
    const next = { ...asked.value, ...changed }
    void router.replace({ query: { ...route.query, period: next.period, on: next.on } })
  }

  return { asked, ask }
}

/** The day so many days later, as yyyy-MM-dd. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
