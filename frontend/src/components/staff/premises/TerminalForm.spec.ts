import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { TerminalResponse } from '@/api/setup'
import { button, described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import TerminalForm from './TerminalForm.vue'

const till: TerminalResponse = { terminalId: 'trm_1', storeId: 'sto_1', code: '01', name: 'Lantai 2', state: 'active', paired: true }

it('sets up a till of the store by the number on its receipts', async () => {
  const calls = serve({ 'POST /stores/sto_1/terminals': { status: 201, body: till } })
  const form = render(TerminalForm, { props: { storeId: 'sto_1' } })
  await field(form, 'Nomor terminal').setValue(' 01 ')
  await field(form, 'Nama atau tempat').setValue('Lantai 2')
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ code: '01', name: 'Lantai 2' })
  expect(form.emitted('done')).toHaveLength(1)
})

it('says at the number that the store has one already', async () => {
  serve({ 'POST /stores/sto_1/terminals': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/code', code: 'taken', detail: 'Sudah ada di toko ini.' }] } } })
  const form = render(TerminalForm, { props: { storeId: 'sto_1' } })
  await form.get('form').trigger('submit')
  await flushPromises()

  expect(described(field(form, 'Nomor terminal'))).toContain('Sudah ada di toko ini.')
  expect(form.emitted('done')).toBeUndefined()
})

it('retires a till on the version that was read; its number stays', async () => {
  const calls = serve({ 'GET /terminals/trm_1': { body: till, headers: { ETag: '"6"' } }, 'PUT /terminals/trm_1': { body: { ...till, state: 'retired' } } })
  const form = render(TerminalForm, { props: { storeId: 'sto_1', terminalId: 'trm_1' } })
  await flushPromises()
  expect(field(form, 'Nama atau tempat').element.value).toBe('Lantai 2')
  expect(form.text()).not.toContain('Nomor terminal')
  await field(form, 'Keadaan').setValue('retired')
  await form.get('form').trigger('submit')
  await flushPromises()

  const sent = calls.find(({ method }) => method === 'PUT')!
  expect(sent.headers.get('If-Match')).toBe('"6"')
  expect(await sent.json()).toEqual({ name: 'Lantai 2', state: 'retired' })
  expect(form.emitted('done')).toHaveLength(1)
})

it('a till that cannot be read can be asked for again', async () => {
  const answers: Parameters<typeof serve>[0] = { 'GET /terminals/trm_1': { status: 503, body: { code: 'unavailable', title: 'Sibuk' } } }
  serve(answers)
  const form = render(TerminalForm, { props: { storeId: 'sto_1', terminalId: 'trm_1' } })
  await flushPromises()
  expect(form.get('[role=alert]').text()).toContain('Ada gangguan di pihak kami')

  answers['GET /terminals/trm_1'] = { body: till }
  await button(form, 'Coba lagi').trigger('click')
  await flushPromises()
  expect(field(form, 'Nama atau tempat').element.value).toBe('Lantai 2')
})
