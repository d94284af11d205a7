import { computed, reactive, watch } from 'vue'
import { type LocationQueryValue, useRoute, useRouter } from 'vue-router'

/** A filter that stands in the address, so that it is there again after going back, and for whoever is sent the link. */
export function useUrlFilter<Name extends string>(names: readonly Name[], changed: () => void) {
  const route = useRoute()
  const router = useRouter()
  const own = route.name
  const read = (value: LocationQueryValue | LocationQueryValue[] | undefined) => (typeof value === 'string' ? value : '')
  const filter = computed(() => Object.fromEntries(names.map((name) => [name, read(route.query[name])])) as Record<Name, string>)
  const fields = reactive({ ...filter.value }) as Record<Name, string>
  const empty = computed(() => names.every((name) => !filter.value[name]))

  /** Shows what the fields ask for. */
  function apply() {
    const given = Object.fromEntries(names.map((name) => [name, fields[name].trim()]).filter(([, value]) => value))
    void router.push({ query: given, hash: route.hash })
  }

  function clear() {
    names.forEach((name) => (fields[name] = ''))
    apply()
  }

  watch(() => JSON.stringify(filter.value), () => {
    if (route.name !== own) return
    Object.assign(fields, filter.value)
    changed()
  })

  return { filter, fields, empty, apply, clear }
}
