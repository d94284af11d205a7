import { expect, it } from 'vitest'
import { render } from '@/test/render'
import StorePicker from './StorePicker.vue'

const stores = [{ storeId: 'sto_1', name: 'Toko Melati' }, { storeId: 'sto_2', name: 'Toko Mawar' }]

it('a store that is chosen becomes a chip and is proposed no more', () => {
  const picker = render(StorePicker, { props: { stores, modelValue: ['sto_1'] } })
  expect(picker.text()).toContain('Toko Melati')
  expect(picker.findAll('option').map((option) => option.text())).toEqual(['tambah toko', 'Toko Mawar'])
})

it('stores are added and taken away', async () => {
  const picker = render(StorePicker, { props: { stores, modelValue: ['sto_1'] } })
  await picker.find('select').setValue('sto_2')
  expect(picker.emitted('update:modelValue')).toEqual([[['sto_1', 'sto_2']]])
  await picker.find('button[aria-label="Hapus toko Toko Melati"]').trigger('click')
  expect(picker.emitted('update:modelValue')![1]).toEqual([['sto_2']])
})
