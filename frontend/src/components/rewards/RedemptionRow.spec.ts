import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Redemption } from '@/api/rewards'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { takenVoucher } from '@/test/takenVoucher'
import RedemptionRow from './RedemptionRow.vue'

const cancelPath = 'PUT /members/me/redemptions/red_1/cancellation'

async function row(changes: Partial<Redemption> = {}, language: 'id' | 'en' = 'id', answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ 'GET /program': { body: program }, ...answers })
  const shown = render(RedemptionRow, { props: { redemption: { ...takenVoucher, ...changes } }, language })
  await flushPromises()
  const button = (label: string) => shown.findAll('button').find((each) => each.text() === label)
  return { shown, button, calls, text: () => shown.text().replaceAll('\u00a0', ' ') }
}

describe('what a member has taken', () => {
  it('says what it cost, how long it is good, and shows its code', async () => {
    const { shown, text, button } = await row()
    expect(text()).toContain('Potongan Rp25.000Siap dipakai2.500 poin · Ditukar kemarin 18.42')
    expect(text()).toContain('Berlaku sampai 31 Desember 2026')
    expect(button('Kembalikan poin')).toBeUndefined()
    expect(button('Tunjukkan kode')!.attributes('aria-label')).toBe('Tunjukkan kode: Potongan Rp25.000')

    await button('Tunjukkan kode')!.trigger('click')
    expect(shown.emitted('show')).toEqual([[takenVoucher]])
  })

  it('has nothing more to give once it is used', async () => {
    const { shown, text } = await row({ points: 0, voucher: { ...takenVoucher.voucher!, state: 'used', usedAt: '2026-11-22T02:10:00Z' } }, 'en')
    expect(text()).toMatch(/Rp25,000 offUsed\s*From an offer · .*yesterday 18:42\s+· Used today 09:10$/)
    expect(text()).not.toContain('31 December')
    expect(shown.find('button').exists()).toBe(false)
  })

  it('is to be fetched where it was ordered', async () => {
    const order: Redemption['order'] = { rewardOrderId: 'ord_1', redemptionId: 'red_1', memberId: 'mem_1', rewardId: 'rew_1', rewardName: takenVoucher.rewardName, state: 'ready', version: 1, storeId: 'sto_1', storeName: 'Toko Menteng', placedAt: '2026-11-21T11:42:00Z', changedAt: '2026-11-21T11:42:00Z' }
    const { shown, text } = await row({ kind: 'product', voucher: undefined, order })
    expect(text()).toContain('Siap diambil')
    expect(text()).toContain('Ambil di Toko Menteng')
    expect(shown.find('button').exists()).toBe(false)
  })

  it('gives the points back, after asking', async () => {
    const cancelled: Redemption = { ...takenVoucher, state: 'cancelled' }
    const { shown, text, button, calls } = await row({ cancellableUntil: '2026-11-22T11:42:00Z' }, 'id', { [cancelPath]: { body: cancelled } })
    await button('Kembalikan poin')!.trigger('click')
    expect(text()).toContain('Voucer berakhir dan 2.500 poin kembali ke saldo Anda.')
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false)

    await button('Ya, kembalikan')!.trigger('click')
    await flushPromises()
    expect(shown.emitted('changed')).toEqual([[cancelled]])
  })

  it('says why the points cannot come back', async () => {
    const { shown, button } = await row({ cancellableUntil: '2026-11-22T11:42:00Z' }, 'id', { [cancelPath]: { status: 409, body: { code: 'too_late', title: 'Sudah terlambat' } } })
    await button('Kembalikan poin')!.trigger('click')
    await button('Ya, kembalikan')!.trigger('click')
    await flushPromises()
    expect(shown.get('[role=alert]').text()).toContain('Sudah terlambat')
    expect(shown.emitted('changed')).toBeUndefined()
  })
})
