import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { described, field } from '@/test/within'
import { settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import RfmSettingsBox from './RfmSettingsBox.vue'

const label = 'Berapa bulan ke belakang'

async function open(answers: Parameters<typeof serve>[0], readonly = false) {
  const table = { 'GET /settings/rfm': { body: { months: 12 }, headers: { ETag: '"2"' } }, ...answers } as typeof answers
  const calls = serve(table)
  const box = render(RfmSettingsBox, { props: { readonly } })
  await flushPromises()
  return { box, calls, table }
}

it('changes over how many months members are scored, on the version that was read', async () => {
  const { box, calls } = await open({ 'PUT /settings/rfm': { body: { months: 24 } } })
  expect(field(box, label).element.value).toBe('12')
  await field(box, label).setValue('24')
  await box.get('form').trigger('submit')
  await flushPromises()

  const sent = calls.find(({ method }) => method === 'PUT')!
  expect(sent.headers.get('If-Match')).toBe('"2"')
  expect(await sent.json()).toEqual({ months: 24 })
  expect(box.get('[role=status]').text()).toBe('Tersimpan')
})

it('says at the field what the server refuses', async () => {
  const { box } = await open({ 'PUT /settings/rfm': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/months', code: 'number_too_large', detail: 'Paling banyak 60.' }] } } })
  await field(box, label).setValue('99')
  await box.get('form').trigger('submit')
  await flushPromises()

  expect(field(box, label).attributes('aria-invalid')).toBe('true')
  expect(described(field(box, label))).toContain('Paling banyak 60.')
})

it('is only read by who may not change it', async () => {
  const { box } = await open({}, true)

  expect(field(box, label).attributes('readonly')).toBeDefined()
  expect(box.find('button').exists()).toBe(false)
})

it('where two people changed it, one of the two is chosen', async () => {
  const { box, calls, table } = await open({ 'PUT /settings/rfm': changedMeanwhile })
  await field(box, label).setValue('24')
  table['GET /settings/rfm'] = { body: { months: 36 }, headers: { ETag: '"3"' } }
  await box.get('form').trigger('submit')
  await flushPromises()
  table['PUT /settings/rfm'] = { body: { months: 24 } }
  await settle(box, 'mine')
  const sent = calls.filter(({ method }) => method === 'PUT')[1]!
  expect(sent.headers.get('If-Match')).toBe('"3"')
  expect(await sent.json()).toEqual({ months: 24 })
})
