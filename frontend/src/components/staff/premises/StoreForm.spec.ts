import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PartnerResponse, StoreResponse } from '@/api/setup'
import ConflictSheet from '@/components/staff/conflict/ConflictSheet.vue'
import SheetDialog from '@/components/SheetDialog.vue'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import StoreForm from './StoreForm.vue'

const partners: PartnerResponse[] = [
  { partnerId: 'par_1', name: 'Sinar', code: 'sinar', owner: true, state: 'active', openStores: 1 },
  { partnerId: 'par_2', name: 'Bahari', code: 'bahari', owner: false, state: 'active', openStores: 0 },
]
const store: StoreResponse = { storeId: 'sto_1', partnerId: 'par_1', programOwner: true, code: 'kemang', name: 'Kemang', timeZone: 'Asia/Jakarta', region: '', state: 'open' }

it('opens a store of the partner that is chosen, in its own time', async () => {
  const calls = serve({ 'POST /stores': { status: 201, body: store } })
  const form = render(StoreForm, { props: { partners, partnerId: 'par_2' } })
  await field(form, 'Nama toko').setValue('Losari')
  await field(form, 'Kode toko').setValue(' losari ')
  await field(form, 'Zona waktu').setValue('Asia/Makassar')
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ partnerId: 'par_2', code: 'losari', name: 'Losari', timeZone: 'Asia/Makassar', region: '' })
  expect(form.emitted('done')).toEqual([[store]])
})

it('says at the code that another store has it', async () => {
  serve({ 'POST /stores': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/code', code: 'taken', detail: 'Sudah dipakai toko lain.' }] } } })
  const form = render(StoreForm, { props: { partners } })
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(described(field(form, 'Kode toko'))).toContain('Sudah dipakai toko lain.')
  expect(document.activeElement).toBe(field(form, 'Kode toko').element)
  expect(form.emitted('done')).toBeUndefined()
})

it('closes a store, and settles what a colleague changed meanwhile on their version', async () => {
  const answers: Parameters<typeof serve>[0] = {
    'PUT /stores/sto_1': { status: 412, body: { code: 'changed_meanwhile', title: 'Berubah' } },
    'GET /stores/sto_1': { body: { ...store, name: 'Kemang Raya' }, headers: { ETag: '"5"' } },
  }
  const calls = serve(answers)
  const form = render(StoreForm, { props: { partners, store: { data: store, version: '"4"' } } })
  await field(form, 'Keadaan').setValue('closed')
  await form.get('form').trigger('submit')
  await flushPromises()
  const sheet = form.getComponent(ConflictSheet).getComponent(SheetDialog)
  expect(sheet.text()).toContain('Kemang Raya')
  expect(sheet.text()).toContain('Tutup')

  answers['PUT /stores/sto_1'] = { body: { ...store, name: 'Kemang Raya', state: 'closed' } }
  await sheet.get('form').trigger('submit')
  await flushPromises()
  const sent = calls.filter(({ method }) => method === 'PUT')
  expect(sent.map(({ headers }) => headers.get('If-Match'))).toEqual(['"4"', '"5"'])
  expect(await sent[1]!.json()).toEqual({ name: 'Kemang Raya', timeZone: 'Asia/Jakarta', region: '', state: 'closed' })
  expect(form.emitted('done')).toHaveLength(1)
})
