import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { IssuedClientResponse, PartnerResponse } from '@/api/setup'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import ClientForm from './ClientForm.vue'
import { usualForTills } from './scopes'

const partner = (partnerId: string, name: string): PartnerResponse => ({ partnerId, name, code: partnerId, owner: false, state: 'active', openStores: 1 })
const issued: IssuedClientResponse = { client: { apiClientId: 'cli_1', clientKey: 'cli_1', name: 'Toko daring', partnerId: 'par_2', scopes: [], state: 'active', createdAt: '2026-11-22T00:00:00Z', secrets: [] }, clientId: 'cli_1', clientSecret: 'rahasia' }

it('registers the system of a partner with what is chosen for it', async () => {
  const calls = serve({ 'POST /api-clients': { status: 201, body: issued } })
  const form = render(ClientForm, { props: { partners: [partner('par_1', 'Sinar'), partner('par_2', 'Bahari')] } })
  await field(form, 'Mitra').setValue('par_2')
  await field(form, 'Nama').setValue('Toko daring')
  await field(form, 'Mencari anggota').setValue(false)
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(await calls.at(-1)!.json()).toEqual({ partnerId: 'par_2', name: 'Toko daring', scopes: ['purchases:write', 'refunds:write'] })
  expect(form.emitted('issued')).toEqual([[issued]])
})

it('gives a till what tills usually need, and asks for no partner', async () => {
  const calls = serve({ 'POST /api-clients': { status: 201, body: issued } })
  const form = render(ClientForm, { props: { terminalId: 'trm_1', name: 'Terminal 01' } })
  expect(form.find('select').exists()).toBe(false)
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(await calls.at(-1)!.json()).toEqual({ terminalId: 'trm_1', name: 'Terminal 01', scopes: usualForTills })
})

it('says at each field what the server refuses, and issues nothing', async () => {
  serve({ 'POST /api-clients': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/name', code: 'required', detail: 'Wajib diisi.' }, { pointer: '/scopes', code: 'required', detail: 'Pilih setidaknya satu.' }] } } })
  const form = render(ClientForm, { props: { partners: [partner('par_1', 'Sinar')] } })
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(described(field(form, 'Nama'))).toContain('Wajib diisi.')
  expect(form.get('fieldset [role=alert]').text()).toBe('Pilih setidaknya satu.')
  expect(document.activeElement).toBe(field(form, 'Nama').element)
  expect(form.emitted('issued')).toBeUndefined()
})
