import { expect, it } from 'vitest'
import { render } from '@/test/render'
import EventTypeFields from './EventTypeFields.vue'

const types = [
  { type: 'purchase.posted', version: 1, description: 'A purchase was posted.', audience: 'sharing', dataSchema: {} },
  { type: 'robot.built', version: 1, description: 'A robot was built.', audience: 'sharing', dataSchema: {} },
]

it('types are chosen one by one, and all again by one tap', async () => {
  const fields = render(EventTypeFields, { props: { types, owner: true, modelValue: [] } })
  expect(fields.findAll('input[type=checkbox]')).toHaveLength(0)
  await fields.findAll('input[type=radio]')[1]!.setValue()
  expect(fields.text()).toContain('Pembelian dikirim')
  expect(fields.text()).toContain('A robot was built.')
  await fields.get('input[value="purchase.posted"]').setValue(true)
  expect(fields.emitted('update:modelValue')!.at(-1)).toEqual([['purchase.posted']])
  await fields.findAll('input[type=radio]')[0]!.setValue()
  expect(fields.emitted('update:modelValue')!.at(-1)).toEqual([[]])
})
