import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import type { FinancePolicy } from '@/api/books'
import { described, field } from '@/test/within'
import { render, serve } from '@/test/render'
import FinancePolicyBox from './FinancePolicyBox.vue'

const policy: FinancePolicy = { closingDay: 5, breakageRate: '0.125', breakageLots: 400 }

async function open(answers: Parameters<typeof serve>[0] = {}, readonly = false) {
  const calls = serve({ 'GET /settings/finance': { body: policy, headers: { ETag: '"7"' } }, ...answers })
  const box = render(FinancePolicyBox, { props: { readonly } })
  await flushPromises()
  return { box, calls }
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
