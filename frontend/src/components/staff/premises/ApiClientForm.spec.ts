import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { ApiClientResponse } from '@/api/setup'
import { conflictIn } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused } from '@/test/staff'
import { described, field } from '@/test/within'
import ApiClientForm from './ApiClientForm.vue'

const till: ApiClientResponse = { apiClientId: 'cli_1', clientKey: 'key', partnerId: 'par_1', name: 'Kasir 3', state: 'active', scopes: ['purchases:write'], secrets: [], createdAt: '2026-11-01T00:00:00Z' }

async function open(answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve(answers)
  const form = render(ApiClientForm, { props: { known: { data: till, version: '"3"' } } })
  const save = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, save, sent: () => calls.filter(({ method }) => method === 'PUT') }
}

it('is changed on the version that was read, and says so until something is typed', async () => {
  const { form, save, sent } = await open({ 'PUT /api-clients/cli_1': { body: { ...till, name: 'Kasir 4' }, headers: { ETag: '"4"' } } })
  await field(form, 'Nama').setValue('Kasir 4')
  await form.get('input[value="refunds:write"]').setValue(true)
  await save()
  expect(sent()[0]!.headers.get('If-Match')).toBe('"3"')
  expect(await sent()[0]!.json()).toEqual({ name: 'Kasir 4', scopes: ['purchases:write', 'refunds:write'] })
  expect(form.get('[role=status]').text()).toBe('Tersimpan')
  await field(form, 'Nama').setValue('Kasir 5')
  expect(form.get('[role=status]').text()).toBe('')
})

it('what was typed stays when the client is read anew, as it is after a secret was renewed', async () => {
  const { form } = await open()
  await field(form, 'Nama').setValue('Kasir 4')
  await form.setProps({ known: { data: { ...till, name: 'Kasir tiga' }, version: '"4"' } })
  expect(field(form, 'Nama').element.value).toBe('Kasir 4')
})

it('what a colleague changed meanwhile is told by the names of the scopes, and chosen from', async () => {
  const answers: Parameters<typeof serve>[0] = { 'PUT /api-clients/cli_1': changedMeanwhile, 'GET /api-clients/cli_1': { body: { ...till, scopes: ['purchases:write', 'offers:read'] }, headers: { ETag: '"4"' } } }
  const { form, save, sent } = await open(answers)
  await field(form, 'Nama').setValue('Kasir 4')
  await save()
  expect(conflictIn(form).findAll('h3').map((one) => one.text())).toEqual(['Diubah oleh Rekan Anda', 'Diubah oleh Anda'])
  expect(conflictIn(form).text()).not.toContain('offers:read')

  answers['PUT /api-clients/cli_1'] = { body: till, headers: { ETag: '"5"' } }
  await conflictIn(form).get('form').trigger('submit')
  await flushPromises()
  expect(sent()[1]!.headers.get('If-Match')).toBe('"4"')
  expect(await sent()[1]!.json()).toEqual({ name: 'Kasir 4', scopes: ['purchases:write', 'offers:read'] })
})

it('says at the field what the server refuses', async () => {
  const { form, save } = await open({ 'PUT /api-clients/cli_1': refused('/name', 'Paling banyak 120 huruf.') })
  await save()
  expect(described(field(form, 'Nama'))).toContain('Paling banyak 120 huruf.')
})
