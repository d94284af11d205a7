import { type Component } from 'vue'
import { expect, it } from 'vitest'
import { render } from '@/test/render'
import FilterTabs from './FilterTabs.vue'

it('says which is chosen and lets another be', async () => {
  const tabs = render(FilterTabs as Component, { props: { label: 'Saring', modelValue: 'open', options: [{ value: 'open', text: 'Menunggu' }, { value: 'done', text: 'Selesai' }] } })
  expect(tabs.get('[aria-pressed=true]').text()).toBe('Menunggu')
  await tabs.findAll('button')[1]!.trigger('click')
  expect(tabs.emitted('update:modelValue')).toEqual([['done']])
})
