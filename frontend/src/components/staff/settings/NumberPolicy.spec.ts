import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { render, serve } from '@/test/render'
import NumberPolicy from './NumberPolicy.vue'
import { receiptClaims } from './policies'

async function shown(readonly = false) {
  const calls = serve({ 'GET /settings/receipt-claims': { body: { days: 14 } }, 'PUT /settings/receipt-claims': { body: { days: 30 } } })
  const box = render(NumberPolicy, { props: { policy: receiptClaims, readonly } })
  await flushPromises()
  return { box, writes: () => calls.filter(({ method }) => method === 'PUT') }
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
