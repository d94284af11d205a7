import { flushPromises } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { nextTick } from 'vue'
import { render, serve } from '@/test/render'
import PurchaseSheet from './PurchaseSheet.vue'

const money = { amount: '25000', currency: 'IDR' }
const purchase = { purchaseId: 'pur_1', state: 'unattached', store: { storeId: 'sto_1', name: 'Toko Menteng' }, total: money, pointsEarned: 0, pointsTakenBack: 0 }
const points = { available: 0, pending: 0, held: 0, debt: 0, worth: money }

it('a purchase of nobody is given to a member, after a look at what it does', async () => {
  HTMLDialogElement.prototype.showModal = function () { this.open = true }
  HTMLDialogElement.prototype.close = function () { this.open = false }
  const calls = serve({
    'POST /purchases/pur_1/previews': { body: { effects: [{ memberId: 'mem_1', memberName: 'Budi', points: 25, debtAdded: 0, before: points, after: points }] } },
    'PUT /purchases/pur_1/member': { body: purchase },
  })
  const sheet = render(PurchaseSheet, { props: { purchase: undefined } })
  await sheet.setProps({ purchase } as never)
  await nextTick()
  expect(sheet.findAll('input[type=radio]')).toHaveLength(0)
  await sheet.get('input').setValue('budi@example.com')
  await sheet.get('textarea').setValue('Lupa kartu')
  await sheet.get('form').trigger('submit')
  await flushPromises()
  await sheet.get('form').trigger('submit')
  await flushPromises()
  const [looked, given] = calls.filter(({ method }) => method !== 'GET')
  expect(await looked!.json()).toEqual({ act: 'attach', member: { email: 'budi@example.com' } })
  expect(await given!.json()).toEqual({ member: { email: 'budi@example.com' }, reasonCode: 'card_forgotten', reason: 'Lupa kartu' })
  expect(sheet.emitted('done')).toHaveLength(1)
})
