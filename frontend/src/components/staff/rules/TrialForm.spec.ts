import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import TrialForm from './TrialForm.vue'

const form = (memberId?: string) =>
  render(TrialForm, {
    props: {
      stores: [{ storeId: 'sto_1', name: 'Kemang' }],
      tiers: [{ code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 0 }],
      categories: [],
      begun: { storeId: 'sto_1', at: '2026-11-20T03:00:00Z', lines: [{ name: '', category: 'Minuman', amount: '50000' }], memberId },
      currency: 'IDR',
      timeZone: 'Asia/Jakarta',
      busy: false,
      refusal: () => undefined,
    },
  })

describe('a receipt to try a rule on', () => {
  it('adds its lines up', async () => {
    const tried = form()
    await tried.findAll('button').find((button) => button.text() === 'Tambah barang')!.trigger('click')
    await tried.find('form').trigger('submit')
    const [purchase, tier] = tried.emitted('trial')![0] as [{ total: { amount: string }; lines: unknown[]; occurredAt: string }, string]
    expect(purchase.total.amount).toBe('75000')
    expect(purchase.lines).toHaveLength(2)
    expect(purchase.occurredAt).toBe('2026-11-20T03:00:00.000Z')
    expect(tier).toBe('red')
  })

  it('keeps the tier of a real member unless another is chosen', async () => {
    const tried = form('mem_1')
    await tried.find('form').trigger('submit')
    expect(tried.emitted('trial')![0]).toMatchObject([{ member: { memberId: 'mem_1' } }, undefined])
  })
})
