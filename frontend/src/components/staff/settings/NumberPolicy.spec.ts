import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { conflictIn, settle } from '@/test/conflict'
import { render, serve } from '@/test/render'
import { changedMeanwhile } from '@/test/staff'
import NumberPolicy from './NumberPolicy.vue'
import { receiptClaims } from './policies'

async function shown(readonly = false) {
  const answers: Parameters<typeof serve>[0] = { 'GET /settings/receipt-claims': { body: { days: 14 } }, 'PUT /settings/receipt-claims': { body: { days: 30 } } }
  const calls = serve(answers)
  const box = render(NumberPolicy, { props: { policy: receiptClaims, readonly } })
  await flushPromises()
  return { box, answers, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

it('a number is saved within its limits alone', async () => {
  const { box, writes } = await shown()
  expect((box.get('input').element as HTMLInputElement).value).toBe('14')
  await box.get('input').setValue(91)
  await box.get('form').trigger('submit')
  expect(box.text()).toContain('antara 1 dan 90')
  expect(writes()).toHaveLength(0)
  await box.get('input').setValue(30)
  await box.get('form').trigger('submit')
  await flushPromises()
  expect(await writes()[0]!.json()).toEqual({ days: 30 })
  expect(box.text()).toContain('Tersimpan')
})

it('who may only read it gets no button', async () => {
  const { box } = await shown(true)
  expect(box.findAll('button')).toHaveLength(0)
})

it('two people who change it choose, and nothing is lost', async () => {
  const { box, answers, writes } = await shown()
  await box.get('input').setValue(30)
  Object.assign(answers, { 'PUT /settings/receipt-claims': changedMeanwhile, 'GET /settings/receipt-claims': { body: { days: 21 }, headers: { ETag: '"2"' } } })
  await box.get('form').trigger('submit')
  await flushPromises()
  for (const told of ['Hari setelah belanja', '30', '21', 'Semula: 14']) expect(conflictIn(box).text()).toContain(told)
  answers['PUT /settings/receipt-claims'] = { body: { days: 30 } }
  await settle(box, 'mine')
  expect(writes()[1]!.headers.get('If-Match')).toBe('"2"')
  expect(await writes()[1]!.json()).toEqual({ days: 30 })
})
