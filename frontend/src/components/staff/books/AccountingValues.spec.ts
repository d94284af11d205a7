import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import AccountingValues from './AccountingValues.vue'

const body = { today: '10', currency: 'IDR', displayWorth: true, items: [] }

it('sends a value with a key of its own, a comma as the point it stands for', async () => {
  const calls = serve({ 'GET /accounting-values': { body }, 'POST /accounting-values': { status: 201, body: { validFrom: '2026-12-01', value: '9.5', setBy: 'stf_1', setAt: '2026-11-20T11:42:00Z' } } })
  const box = render(AccountingValues, { props: { readonly: false } })
  await flushPromises()
  expect(box.text()).toContain('karena belum diatur')

  const [from, value] = box.findAll('input')
  await from!.setValue('2026-12-01')
  await value!.setValue('9,5')
  await box.get('form').trigger('submit')
  await flushPromises()

  const sent = calls.find(({ method }) => method === 'POST')!
  expect(await sent.json()).toEqual({ validFrom: '2026-12-01', value: '9.5' })
  expect(sent.headers.get('Idempotency-Key')).toHaveLength(32)
  expect(box.text()).toContain('Tersimpan')
})

it('shows what the server refuses beside its field', async () => {
  const problem = { code: 'validation_failed', title: 'Ada isian yang perlu diperbaiki', errors: [{ pointer: '/validFrom', code: 'month_closed', detail: 'Bulan ini sudah ditutup.' }] }
  serve({ 'GET /accounting-values': { body }, 'POST /accounting-values': { status: 400, body: problem } })
  const box = render(AccountingValues, { props: { readonly: false } })
  await flushPromises()

  await box.get('form').trigger('submit')
  await flushPromises()

  expect(box.text()).toContain('Bulan ini sudah ditutup.')
})

it('has no form for those who only read', async () => {
  serve({ 'GET /accounting-values': { body } })
  expect(render(AccountingValues, { props: { readonly: true } }).find('form').exists()).toBe(false)
})
