import { type Component } from 'vue'
import { expect, it } from 'vitest'
import { render } from '@/test/render'
import TableOptions from './TableOptions.vue'

const columns = [{ name: 'name', label: 'Nama' }, { name: 'points', label: 'Poin', order: () => 1 }]

it('tells which columns, order and density are wanted, and closes by Esc', async () => {
  const options = render(TableOptions as Component, { props: { columns, isShown: () => true, density: 'cosy', sortable: true } })
  const details = options.get('details').element as HTMLDetailsElement
  details.open = true
  await options.get('input[type=checkbox]').setValue(false)
  await options.get('select').setValue('points')
  await options.findAll('fieldset button')[1]!.trigger('click')
  expect(options.emitted('show')).toEqual([[columns[1], false]])
  expect(options.emitted('sort')).toEqual([['points']])
  expect(options.emitted('density')).toEqual([['compact']])
  await options.get('details').trigger('keydown', { key: 'Escape' })
  expect(details.open).toBe(false)
})
