import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { button, field } from '@/test/within'
import NamePicker from './NamePicker.vue'

const options = [{ value: 'par_1', text: 'Kopi Senja' }, { value: 'par_2', text: 'Roti Pagi' }, { value: 'par_3', text: 'Toko Lama', past: true }]
const shown = (modelValue: string[]) => render(NamePicker, { props: { label: 'Mitra', first: 'pilih', another: 'tambah lagi', options, removal: (name: string) => `Hapus ${name}`, modelValue } })
const offered = (picker: ReturnType<typeof shown>) => picker.findAll('option').map((option) => option.text())

it('offers what is not chosen yet, and nothing that is past', async () => {
  expect(offered(shown([]))).toEqual(['pilih', 'Kopi Senja', 'Roti Pagi'])
  const picker = shown(['par_1'])
  expect(offered(picker)).toEqual(['tambah lagi', 'Roti Pagi'])
  await field(picker, 'Mitra').setValue('par_2')
  expect(picker.emitted('update:modelValue')).toEqual([[['par_1', 'par_2']]])
  expect(shown(['par_1', 'par_2']).find('select').exists()).toBe(false)
})

it('names what is chosen though it is past or unknown, and takes it away by that name', async () => {
  const picker = shown(['par_3', 'par_9'])
  await button(picker, 'Hapus Toko Lama').trigger('click')
  await button(picker, 'Hapus par_9').trigger('click')
  expect(picker.emitted('update:modelValue')).toEqual([[['par_9']], [[]]])
})
