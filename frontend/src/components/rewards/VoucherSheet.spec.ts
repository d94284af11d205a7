import { flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Redemption, Voucher } from '@/api/rewards'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { takenVoucher } from '@/test/takenVoucher'
import VoucherSheet from './VoucherSheet.vue'

const revealed: Voucher = { ...takenVoucher.voucher!, state: 'revealed', code: '7K2M-9QXA-4TR6' }
const shownBefore: Redemption = { ...takenVoucher, voucher: revealed }

async function sheet(redemption: Redemption, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ 'GET /program': { body: program }, ...answers })
  const shown = render(VoucherSheet, { props: { redemption } })
  await flushPromises()
  const button = (label: string) => shown.findAll('button').find((each) => each.text() === label)
  return { shown, button, calls, text: () => shown.text().replaceAll('\u00a0', ' ') }
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('a voucher shown to the cashier', () => {
  it('reveals its code by itself, as picture and as text', async () => {
    const { shown, text } = await sheet(takenVoucher, { 'PUT /members/me/vouchers/vou_1/reveal': { body: revealed } })
    expect(shown.get('h2').text()).toBe('Potongan Rp25.000')
    expect(shown.get('[role=img]').attributes('aria-label')).toBe('Kode QR voucer')
    expect(text()).toContain('7K2M-9QXA-4TR6')
    expect(text()).toContain('Tunjukkan ke kasir.')
    expect(text()).toContain('Berlaku sampai 31 Desember 2026')
    expect(shown.emitted('changed')).toEqual([[shownBefore]])
  })

  it('waits for a tap where looking ends the chance to give it back', async () => {
    const imported = { ...takenVoucher, voucher: { ...takenVoucher.voucher!, imported: true } }
    const { calls, text, button } = await sheet(imported, { 'PUT /members/me/vouchers/vou_1/reveal': { body: { ...revealed, imported: true } } })
    expect(text()).toContain('penukaran tidak bisa dibatalkan lagi')
    expect(calls.some(({ method }) => method === 'PUT')).toBe(false)

    await button('Tunjukkan kode')!.trigger('click')
    await flushPromises()
    expect(text()).toContain('7K2M-9QXA-4TR6')
  })

  it('turns used once the till has used it', async () => {
    vi.useFakeTimers()
    const used: Redemption = { ...shownBefore, voucher: { ...revealed, state: 'used', usedAt: '2026-11-22T05:29:00Z' } }
    const { shown, text } = await sheet(shownBefore, { 'GET /members/me/redemptions/red_1': { body: used } })
    expect(text()).not.toContain('sudah dipakai')

    await vi.advanceTimersByTimeAsync(3100)
    await flushPromises()
    expect(shown.get('[role=status]').text().replaceAll('\u00a0', ' ')).toBe('Voucer sudah dipakai di kasir.Dipakai hari ini 12.29')
    expect(shown.find('[role=img]').exists()).toBe(false)
    expect(shown.emitted('changed')).toEqual([[used]])
  })

  it('has no code to show once it is over, and no last day where it has none', async () => {
    const over = await sheet({ ...takenVoucher, voucher: { ...takenVoucher.voucher!, state: 'expired' } })
    expect(over.text()).toBe('Potongan Rp25.000Kedaluwarsa')
    expect((await sheet({ ...shownBefore, voucher: { ...revealed, expiresAt: undefined } })).text()).toContain('Berlaku tanpa batas waktu')
  })

  it('says why the code cannot be shown', async () => {
    const { shown } = await sheet(takenVoucher, { 'PUT /members/me/vouchers/vou_1/reveal': { status: 409, body: { code: 'voucher_used', title: 'Sudah dipakai' } } })
    expect(shown.get('[role=alert]').text()).toContain('Sudah dipakai')
    expect(shown.find('[role=img]').exists()).toBe(false)
  })

  it('says that the code is copied only when it is', async () => {
    const written = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied')).mockResolvedValueOnce()
    const { button } = await sheet(shownBefore)
    await button('Salin kode')!.trigger('click')
    await flushPromises()
    expect(button('Tersalin')).toBeUndefined()

    await button('Salin kode')!.trigger('click')
    await flushPromises()
    expect(button('Tersalin')).toBeDefined()
    expect(written).toHaveBeenLastCalledWith('7K2M-9QXA-4TR6')
  })
})
