import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { conflictIn } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
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

it('what a colleague changed meanwhile is told in words, and kept where it is chosen', async () => {
  const answers: Parameters<typeof serve>[0] = { 'GET /settings/points-payment': { body: policy, headers: { ETag: '"1"' } }, 'PUT /settings/points-payment': changedMeanwhile }
  const calls = serve(answers)
  const box = render(PointsPaymentSettings)
  await flushPromises()
  await box.get('textarea').setValue('Pulsa\nSusu formula')
  answers['GET /settings/points-payment'] = { body: { ...policy, beforeTax: true, excludedCategories: ['Pulsa', 'Rokok'], proofs: [{ fromPoints: 1, kinds: ['card_code'] }, { fromPoints: 5000, kinds: ['pin', 'one_time_code'] }] }, headers: { ETag: '"2"' } }
  await box.get('form').trigger('submit')
  await flushPromises()
  for (const told of ['Susu formula', 'Rokok', 'Mulai dari (poin) 5.000: PIN, Kode sekali pakai', 'ya']) expect(conflictIn(box).text()).toContain(told)
  answers['PUT /settings/points-payment'] = { body: policy }
  await conflictIn(box).get('input[value=mine]').setValue()
  await conflictIn(box).get('form').trigger('submit')
  await flushPromises()
  const sent = calls.filter(({ method }) => method === 'PUT')[1]!
  expect(sent.headers.get('If-Match')).toBe('"2"')
  const { excludedCategories, beforeTax, proofs } = await sent.json()
  expect([excludedCategories, beforeTax, proofs.length]).toEqual([['Pulsa', 'Susu formula'], true, 2])
})
