import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import PointsPaymentSettings from './PointsPaymentSettings.vue'

const policy = { minimumPoints: 100, stepPoints: 10, mostPercent: 50, excludedCategories: ['Pulsa'], excludedSkus: [], beforeTax: false, graceDays: 14, proofs: [{ fromPoints: 1, kinds: ['card_code'] }] }

it('excluded categories stand one a line, and steps of proof are added', async () => {
  const calls = serve({ 'GET /settings/points-payment': { body: policy }, 'PUT /settings/points-payment': { body: policy } })
  const box = render(PointsPaymentSettings)
  await flushPromises()
  await box.get('textarea').setValue('Pulsa\n\n Susu formula ')
  await box.findAll('button').find((button) => button.text() === 'Tambah tingkat')!.trigger('click')
  await box.get('form').trigger('submit')
  await flushPromises()
  const sent = await calls.find(({ method }) => method === 'PUT')!.json()
  expect(sent.excludedCategories).toEqual(['Pulsa', 'Susu formula'])
  expect(sent.proofs).toEqual([{ fromPoints: 1, kinds: ['card_code'] }, { fromPoints: 10, kinds: ['card_code'] }])
})

it('a refused field says why', async () => {
  serve({
    'GET /settings/points-payment': { body: policy },
    'PUT /settings/points-payment': { status: 422, body: { code: 'validation_failed', title: 'Periksa', status: 422, errors: [{ pointer: '/minimumPoints', code: 'multiple', detail: 'Bukan kelipatan.' }] } },
  })
  const box = render(PointsPaymentSettings)
  await flushPromises()
  await box.get('form').trigger('submit')
  await flushPromises()
  expect(box.text()).toContain('Bukan kelipatan.')
})
