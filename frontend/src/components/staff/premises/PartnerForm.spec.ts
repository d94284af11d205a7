import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { PartnerResponse } from '@/api/setup'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import PartnerForm from './PartnerForm.vue'

const bahari: PartnerResponse = { partnerId: 'par_2', name: 'Bahari', code: 'bahari', owner: false, state: 'leaving', openStores: 2 }

async function changing(partner: PartnerResponse, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ 'GET /partners/par_2': { body: partner, headers: { ETag: '"3"' } }, ...answers })
  const form = render(PartnerForm, { props: { partnerId: 'par_2' } })
  await flushPromises()
  return { form, calls }
}

it('takes in a partner by its name and its code', async () => {
  const calls = serve({ 'POST /partners': { status: 201, body: bahari } })
  const form = render(PartnerForm)
  await field(form, 'Nama mitra').setValue('Bahari')
  await field(form, 'Kode mitra').setValue(' bahari ')
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ code: 'bahari', name: 'Bahari' })
  expect(form.emitted('done')).toHaveLength(1)
})

it('ends a partner on the version that was read, and says at the state why that is refused', async () => {
  const { form, calls } = await changing(bahari, { 'PUT /partners/par_2': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/state', code: 'stores_open', detail: 'Masih ada toko yang buka.' }] } } })
  const state = field(form, 'Keadaan')
  expect(form.findAll('option').map((option) => option.text())).toEqual(['Aktif', 'Akan keluar', 'Berakhir'])
  await state.setValue('ended')
  await form.get('form').trigger('submit')
  await flushPromises()

  const sent = calls.find(({ method }) => method === 'PUT')!
  expect(sent.headers.get('If-Match')).toBe('"3"')
  expect(await sent.json()).toEqual({ name: 'Bahari', state: 'ended' })
  expect(described(state)).toContain('Masih ada toko yang buka.')
  expect(document.activeElement).toBe(state.element)
  expect(form.emitted('done')).toBeUndefined()
})

it('the owner of the program can be renamed, not ended', async () => {
  const { form } = await changing({ ...bahari, owner: true, state: 'active' })

  expect(field(form, 'Nama mitra').element.value).toBe('Bahari')
  expect(form.find('select').exists()).toBe(false)
})
