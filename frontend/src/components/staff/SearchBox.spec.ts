import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { field } from '@/test/within'
import SearchBox from './SearchBox.vue'

it('searches for what is typed once it is sent', async () => {
  const box = render(SearchBox, { props: { modelValue: '' } })
  await field(box, 'Cari anggota').setValue('Budi')
  expect(box.emitted('update:modelValue')).toEqual([['Budi']])
  expect(box.emitted('search')).toBeUndefined()
  await box.get('form[role=search]').trigger('submit')
  expect(box.emitted('search')).toHaveLength(1)
})

it('tells while it searches', () => {
  expect(render(SearchBox, { props: { modelValue: 'Budi', busy: true } }).get('button').attributes('aria-disabled')).toBe('true')
})
