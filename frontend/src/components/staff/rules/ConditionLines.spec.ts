import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { render, serve } from '@/test/render'
import { button, field, words } from '@/test/within'
import { type ConditionDraft, furtherConditions, newConditions } from './conditions'
import ConditionLines from './ConditionLines.vue'

async function shown(begun: Partial<ConditionDraft> = {}) {
  serve({})
  const draft = ref<ConditionDraft>({ ...newConditions(), ...begun })
  const part = render(defineComponent(() => () => h(ConditionLines, { modelValue: draft.value, 'onUpdate:modelValue': (now: ConditionDraft) => (draft.value = now), refused: () => undefined })))
  await flushPromises()
  const lines = () => part.findAll('[data-condition]').map((line) => line.attributes('data-condition'))
  const offered = () => part.findAll('[role=group]').map((group) => [words(group.get('p')), ...group.findAll('span.font-bold').map(words)])
  const add = async (name: string) => {
    await button(part, 'Tambah syarat').trigger('click')
    await part.findAll('[role=group] li button').find((one) => words(one.get('.font-bold')) === name)!.trigger('click')
    await flushPromises()
  }
  return { part, draft, lines, offered, add }
}

it('shows a line for each condition there is, and offers the others in their groups', async () => {
  const { lines, offered } = await shown({ stores: ['sto_1'], firstPurchase: true })
  expect(lines()).toEqual(['stores', 'firstPurchase'])
  expect(offered()).toEqual([['Barang apa', 'Produk', 'Merek'], ['Di mana', 'Mitra', 'Saluran'], ['Kapan', 'Jam', 'Tanggal dalam bulan', 'Kalender'], ['Siapa', 'Segmen', 'Ulang tahun'], ['Pembayaran', 'Cara bayar']])
})

it('a condition that is added has the focus, and can be taken away again', async () => {
  const { part, draft, lines, add } = await shown()
  expect(part.find('ol').exists()).toBe(false)
  await add('Jam')
  expect(draft.value.hours).toEqual([{ from: '', until: '' }])
  expect(document.activeElement).toBe(field(part, 'Mulai jam, rentang 1').element)
  await add('Belanja pertama')
  expect(lines()).toEqual(['hours', 'firstPurchase'])
  expect(document.activeElement).toBe(button(part, 'Hapus syarat: Belanja pertama').element)
  await button(part, 'Hapus syarat: Jam').trigger('click')
  await flushPromises()
  expect([draft.value.hours, lines()]).toEqual([[], ['firstPurchase']])
  expect(document.activeElement).toBe(button(part, 'Tambah syarat').element)
})

it('a line stays while nothing is chosen in it, until another rule is shown', async () => {
  const { draft, lines, add } = await shown({ payments: ['cash'] })
  await add('Merek')
  draft.value.payments = []
  await flushPromises()
  expect(lines()).toEqual(['brands', 'payments'])
  draft.value = { ...newConditions(), birthday: 'day' }
  await flushPromises()
  expect(lines()).toEqual(['birthday'])
})

it('offers nothing more where everything is asked', async () => {
  const { part, lines } = await shown({ skus: ['1'], brands: ['a'], partners: ['p'], stores: ['s'], channels: ['app'], hours: [{ from: '07:00', until: '09:00' }], daysOfMonth: [1], calendars: ['c'], audiences: ['a'], firstPurchase: true, birthday: 'day', payments: ['cash'] })
  expect(lines()).toEqual(furtherConditions)
  expect(part.findAll('button').map(words)).not.toContain('Tambah syarat')
})
