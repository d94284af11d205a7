import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { purchase, same } from '@/test/staff'
import { words } from '@/test/within'
import PurchaseList from './PurchaseList.vue'

it('tells where, when and for how much was bought, and each thing with its points', () => {
  const list = render(PurchaseList, { props: { items: [purchase] } })
  expect(words(list.get('summary'))).toBe('Toko Menteng · Rp125.00022 Nov, 08.42 · kasir 3 · struk 0091-4471+120')
  expect(words(list.get('tbody tr'))).toBe('Kopi bubukMinuman > Kopi2Rp120.000120')
  expect(words(list)).toContain('Dasar poin Rp120.000. pur_1')
})

it('marks what is nobody’s, what waits for a check and what was given back', () => {
  const items = [{ ...purchase, state: 'unattached', pointsTakenBack: 60, pointsPending: 45, pendingReason: same('Terlalu sering'), lines: [{ ...purchase.lines[0]!, refundedQuantity: '1' }] }]
  const text = words(render(PurchaseList, { props: { items } }))
  for (const mark of ['Belum milik siapa pun', '45 poin menunggu pemeriksaan', '−60 ditarik', 'retur 1']) expect(text).toContain(mark)
})

it('offers beside each purchase what the page may do with it', () => {
  const list = render(PurchaseList, { props: { items: [purchase] }, slots: { actions: '<template #actions="{ purchase }">Pindahkan {{ purchase.receiptNumber }}</template>' } })
  expect(list.get('details').text()).toContain('Pindahkan 0091-4471')
})
