import { flushPromises, mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { useUrlFilter } from './useUrlFilter'

it('what is asked for stands in the address, and what stands there is asked for', async () => {
  const router = createRouter({ history: createMemoryHistory(), routes: [{ path: '/', name: 'list', component: { render: () => null } }] })
  await router.push('/?state=dead&other=1')
  let filter!: ReturnType<typeof useUrlFilter<'state' | 'type'>>
  let changes = 0
  mount(defineComponent({ setup: () => { filter = useUrlFilter(['state', 'type'], () => changes++); return () => h('p') } }), { global: { plugins: [router] } })
  expect(filter.fields).toEqual({ state: 'dead', type: '' })
  filter.fields.type = ' tier.changed '
  filter.apply()
  await flushPromises()
  expect(router.currentRoute.value.query).toEqual({ state: 'dead', type: 'tier.changed' })
  router.back()
  await flushPromises()
  expect(filter.fields).toEqual({ state: 'dead', type: '' })
  filter.clear()
  await flushPromises()
  expect(filter.empty.value).toBe(true)
  expect(changes).toBe(3)
})
