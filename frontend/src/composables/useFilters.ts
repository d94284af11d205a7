import { computed, reactive, watch } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/**
 * The filters of a list, kept in the address: it can be sent to a colleague, and going back comes back to it.
 * What says nothing new is left out of it. Never for what is personal: addresses end up in logs.
 */
export function useFilters<Values extends Record<string, string>>(usual: Values, choices: { [Name in keyof Values]?: readonly string[] } = {}) {
  const route = useRoute()
  const router = useRouter()
  const home = route.name
  const filters = reactive(inAddress()) as Values
  const changed = computed(() => Object.keys(usual).some((name) => filters[name] !== usual[name]))

  function inAddress(): Values {
    const given = Object.fromEntries(
      Object.keys(usual).flatMap((name) => {
        const value = route.query[name]
        return typeof value === 'string' && (choices[name]?.includes(value) ?? true) ? [[name, value]] : []
      }),
    )
    return { ...usual, ...given }
  }

  function clear() {
    Object.assign(filters, usual)
  }

  watch(
    () => ({ ...filters }),
    (now) => {
      const others = Object.fromEntries(Object.entries(route.query).filter(([name]) => !(name in usual)))
      const telling = Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== usual[name]))
      void router.replace({ query: { ...others, ...telling }, hash: route.hash })
    },
  )
  watch(
    () => route.query,
    () => {
      if (route.name === home) Object.assign(filters, inAddress())
    },
  )

  return { filters, changed, clear }
}
