import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { FinancePolicy } from '@/api/books'
import { described, field } from '@/test/within'
import { conflictIn } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import FinancePolicyBox from './FinancePolicyBox.vue'

const policy: FinancePolicy = { closingDay: 5, breakageRate: '0.125', breakageLots: 400 }

async function open(answers: Parameters<typeof serve>[0] = {}, readonly = false) {
  const table = { 'GET /settings/finance': { body: policy, headers: { ETag: '"7"' } }, ...answers } as typeof answers
  const calls = serve(table)
  const box = render(FinancePolicyBox, { props: { readonly } })
  await flushPromises()
  return { box, calls, answers: table }
}

it('reads the rate in percent and writes it as a share, on the version that was read', async () => {
  const { box, calls } = await open({ 'PUT /settings/finance': { body: { ...policy, breakageRate: '0.07' } } })
  expect(box.emitted('known')).toEqual([[policy]])
  expect(field(box, 'Perkiraan hangus awal (%)').element.value).toBe('12.5')

  await field(box, 'Perkiraan hangus awal (%)').setValue('7')
  await field(box, 'Tanggal tutup buku').setValue('8')
  await box.get('form').trigger('submit')
  await flushPromises()
  const sent = calls.find(({ method }) => method === 'PUT')!
  expect(sent.headers.get('If-Match')).toBe('"7"')
  expect(await sent.json()).toEqual({ closingDay: 8, breakageRate: '0.07', breakageLots: 400 })
  expect(box.get('[role=status]').text()).toBe('Tersimpan')
})

it('says at the field what the server refuses', async () => {
  const { box } = await open({ 'PUT /settings/finance': { status: 422, body: { code: 'invalid_request', title: 'Salah', errors: [{ pointer: '/closingDay', code: 'number_too_large', detail: 'Paling banyak 28.' }] } } })
  await field(box, 'Tanggal tutup buku').setValue('31')
  await box.get('form').trigger('submit')
  await flushPromises()

  expect(field(box, 'Tanggal tutup buku').attributes('aria-invalid')).toBe('true')
  expect(described(field(box, 'Tanggal tutup buku'))).toContain('Paling banyak 28.')
  expect(box.find('[role=alert]').exists()).toBe(false)
})

it('who may only read sees the policy without a way to save it', async () => {
  const { box } = await open({}, true)

  expect(field(box, 'Riwayat yang cukup').element.value).toBe('400')
  expect(field(box, 'Riwayat yang cukup').attributes('readonly')).toBeDefined()
  expect(box.find('button').exists()).toBe(false)
})

it('where two people changed it, the rate is told in percent and what is chosen is kept', async () => {
  const { box, calls, answers } = await open({ 'PUT /settings/finance': changedMeanwhile })
  await field(box, 'Perkiraan hangus awal (%)').setValue('7')
  answers['GET /settings/finance'] = { body: { ...policy, breakageRate: '0.105', closingDay: 9 }, headers: { ETag: '"8"' } }
  await box.get('form').trigger('submit')
  await flushPromises()
  for (const told of ['10,5', 'Semula: 12,5']) expect(conflictIn(box).text()).toContain(told)
  answers['PUT /settings/finance'] = { body: policy }
  await conflictIn(box).get('input[value=mine]').setValue()
  await conflictIn(box).get('form').trigger('submit')
  await flushPromises()
  const sent = calls.filter(({ method }) => method === 'PUT')[1]!
  expect(sent.headers.get('If-Match')).toBe('"8"')
  expect(await sent.json()).toEqual({ closingDay: 9, breakageRate: '0.07', breakageLots: 400 })
})
