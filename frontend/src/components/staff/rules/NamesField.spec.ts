import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { button, field, words } from '@/test/within'
import NamesField from './NamesField.vue'

const answers = {
  'GET /partners': { body: { items: [{ partnerId: 'par_1', code: 'kopi', name: 'Kopi Senja', owner: true, state: 'active', openStores: 2 }, { partnerId: 'par_2', code: 'lama', name: 'Toko Lama', owner: false, state: 'ended', openStores: 0 }] } },
  'GET /stores': { body: { items: [{ storeId: 'sto_1', partnerId: 'par_1', name: 'Toko Menteng', state: 'open' }, { storeId: 'sto_2', partnerId: 'par_1', name: 'Toko Tebet', state: 'closed' }] } },
  'GET /audiences': { body: { items: [{ audienceId: 'aud_1', version: 1, name: 'Pencinta kopi', changedAt: '2026-11-01T03:00:00Z', usedBy: [] }] } },
  'GET /calendars': { body: { items: [{ calendarId: 'cal_1', code: 'ramadan', name: same('Ramadan'), spans: [], version: 1 }] } },
}

async function shown(name: string, modelValue: string[], served: Parameters<typeof serve>[0] = answers) {
  serve(served)
  const names = render(NamesField, { props: { name, modelValue } })
  await flushPromises()
  return names
}

it.each([
  ['partners', 'Mitra', ['Kopi Senja'], 'par_1'],
  ['stores', 'Toko', ['Toko Menteng'], 'sto_1'],
  ['audiences', 'Segmen', ['Pencinta kopi'], 'aud_1'],
  ['calendars', 'Kalender', ['Ramadan'], 'cal_1'],
])('%s are chosen by name, of those there still are', async (name, label, offered, value) => {
  const names = await shown(name, [])
  expect(names.findAll('option').map(words).slice(1)).toEqual(offered)
  await field(names, label).setValue(value)
  expect(names.emitted('update:modelValue')).toEqual([[[value]]])
})

it('a store that was closed since keeps its name', async () => {
  const names = await shown('stores', ['sto_2'])
  await button(names, 'Hapus Toko Tebet').trigger('click')
  expect(names.emitted('update:modelValue')).toEqual([[[]]])
})

it('leads to a first one where there is none, and says where nothing could be read', async () => {
  const none = { body: { items: [] } }
  const leads = async (name: string) => (await shown(name, [], { 'GET /audiences': none, 'GET /calendars': none })).get('a').attributes('href')
  expect([await leads('audiences'), await leads('calendars')]).toEqual(['/staff/audiences/new', '/staff/calendars/new'])
  const unread = await shown('audiences', ['aud_1'], {})
  expect(words(unread)).toContain('Daftarnya tidak terbaca.')
  expect(unread.find('a').exists()).toBe(false)
})
