import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import ChangedReceipts from './ChangedReceipts.vue'

const receipt = {
  purchaseId: 'pur_1',
  memberId: 'mem_1',
  storeId: 'sto_1',
  receiptNumber: 'M1042',
  occurredAt: '2026-10-05T04:12:00Z',
  total: { amount: '186000', currency: 'IDR' },
  pointsBefore: 186,
  pointsWith: 372,
  reasons: [{ name: { id: 'Kopi', en: 'Coffee' }, pointsBefore: 0, pointsWith: 186, reason: { id: '2× untuk 1 barang', en: '2× on 1 item' } }],
}

describe('the receipts that change most', () => {
  it('say by how much and why', () => {
    const text = render(ChangedReceipts, { props: { receipts: [receipt], storeName: () => 'Kemang', tried: { draftId: 'rdr_1' } } }).text()
    expect(text).toContain('+186')
    expect(text).toContain('Kemang')
    expect(text).toContain('2× untuk')
    expect(text).toContain('Coba struk ini')
  })

  it('cannot be tried where it is not known what was', () => {
    expect(render(ChangedReceipts, { props: { receipts: [receipt], storeName: () => 'Kemang' } }).text()).not.toContain('Coba struk ini')
  })
})
