import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { useRouter } from 'vue-router'
import { render } from '@/test/render'
import { useFilters } from './useFilters'

it('keeps filters in the address, takes them from it, and refuses what is no choice', async () => {
  let used!: ReturnType<typeof useFilters<{ state: string; query: string }>>
  let router!: ReturnType<typeof useRouter>
  const list = defineComponent({
    setup() {
      used = useFilters({ state: 'all', query: '' }, { state: ['all', 'open'] })
      return () => null
    },
  })
  const arrived = ref(false)
  render(
    defineComponent({
      setup() {
        router = useRouter()
        return () => (arrived.value ? h(list) : null)
      },
    }),
  )
  await flushPromises()
  arrived.value = true
  await flushPromises()
  used.filters.state = 'open'
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ state: 'open' })
  expect(used.changed.value).toBe(true)
  used.clear()
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe('/')
  await router.replace({ query: { query: 'kopi', state: 'nonsense' } })
  await flushPromises()
  expect({ ...used.filters }).toEqual({ query: 'kopi', state: 'all' })
})
