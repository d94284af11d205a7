import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, ref } from 'vue'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { button, field, words } from '@/test/within'
import ConditionLine from './ConditionLine.vue'
import { addCondition, type ConditionDraft, type FurtherCondition, newConditions } from './conditions'

const answers = {
  'GET /program': { body: program },
  'GET /partners': { body: { items: [{ partnerId: 'par_1', code: 'kopi', name: 'Kopi Senja', owner: true, state: 'active', openStores: 2 }] } },
  'GET /stores': { body: { items: [{ storeId: 'sto_1', partnerId: 'par_1', name: 'Toko Menteng', state: 'open' }] } },
  'GET /audiences': { body: { items: [{ audienceId: 'aud_1', version: 1, name: 'Pencinta kopi', changedAt: '2026-11-01T03:00:00Z', usedBy: [] }] } },
  'GET /calendars': { body: { items: [{ calendarId: 'cal_1', code: 'ramadan', name: same('Ramadan'), spans: [], version: 1 }] } },
}

async function shown(name: FurtherCondition, refusals: Record<string, string> = {}, language: 'id' | 'en' = 'id') {
  serve(answers)
  const draft = ref<ConditionDraft>(newConditions())
  addCondition(draft.value, name)
  const removed = ref(0)
  const refused = (place: string) => Object.entries(refusals).find(([at]) => at === place || at.startsWith(`${place}/`))?.[1]
  const line = render(defineComponent(() => () => h(ConditionLine, { name, modelValue: draft.value, 'onUpdate:modelValue': (now: ConditionDraft) => (draft.value = now), refused, onRemove: () => removed.value++ })), { language })
  await flushPromises()
  return { line, draft, removed }
}

it.each<[FurtherCondition, string, string, Partial<ConditionDraft>]>([
  ['skus', 'Produk', '8991002101234', { skus: [] }],
  ['brands', 'Merek', 'Kapal Api', { brands: ['Kapal Api'] }],
  ['partners', 'Mitra', 'par_1', { partners: ['par_1'] }],
  ['stores', 'Toko', 'sto_1', { stores: ['sto_1'] }],
  ['audiences', 'Segmen', 'aud_1', { audiences: ['aud_1'] }],
  ['calendars', 'Kalender', 'cal_1', { calendars: ['cal_1'] }],
  ['birthday', 'Ulang tahun', 'week', { birthday: 'week' }],
  ['hours', 'Mulai jam, rentang 1', '22:00', { hours: [{ from: '22:00', until: '' }] }],
])('%s is taken by its field', async (name, label, value, expected) => {
  const { line, draft } = await shown(name)
  await field(line, label).setValue(value)
  expect(draft.value).toEqual({ ...newConditions(), ...expected })
})

it.each<[FurtherCondition, string, Partial<ConditionDraft>]>([
  ['channels', 'lewat aplikasi', { channels: ['app'] }],
  ['payments', 'dompet digital', { payments: ['e_wallet'] }],
  ['daysOfMonth', '25', { daysOfMonth: [25] }],
])('of %s those are taken that are ticked', async (name, label, expected) => {
  const { line, draft } = await shown(name)
  expect(words(line)).toContain('Belum diisi, jadi belum membatasi apa pun.')
  await field(line, label).setValue(true)
  expect(draft.value).toEqual({ ...newConditions(), ...expected })
  expect(words(line)).not.toContain('Belum diisi')
})

it('a SKU is taken by its button', async () => {
  const { line, draft } = await shown('skus')
  await field(line, 'Produk').setValue('8991002101234')
  await button(line, 'Tambah').trigger('click')
  expect(draft.value.skus).toEqual(['8991002101234'])
})

it('the first purchase is a sentence of its own, in both languages', async () => {
  const says = async (language: 'id' | 'en') => (await shown('firstPurchase', {}, language)).line.findAll('p, span').map(words)
  expect(await says('id')).toEqual(['Hanya belanja pertama anggota', 'menurut urutan belanja diterima'])
  expect(await says('en')).toEqual(["Only the member's first purchase", 'in the order purchases arrive'])
})

it('says what is refused of it once, and can be taken away by its name', async () => {
  const store = await shown('stores', { '/stores/0': 'Toko tidak dikenal.' })
  expect(field(store.line, 'Toko').attributes('aria-invalid')).toBe('true')
  expect(store.line.get('[role=alert]').text()).toBe('Toko tidak dikenal.')
  await button(store.line, 'Hapus syarat: Toko').trigger('click')
  expect(store.removed.value).toBe(1)
  const hours = (await shown('hours', { '/hours/0/until': 'Jamnya sama.' })).line
  expect(hours.findAll('[role=alert]').map(words)).toEqual(['Jamnya sama.'])
})
