import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { AdjustmentPreview, PurchaseResponse } from '@/api/types'
import { render, serve } from '@/test/render'
import { pointsOf, purchase } from '@/test/staff'
import { described, field, words } from '@/test/within'
import AdjustSheet from './AdjustSheet.vue'

const preview = (points: number, needsApproval = false): AdjustmentPreview => ({ effect: { memberId: 'mem_1', memberName: 'Budi', points, debtAdded: 0, before: pointsOf(100), after: pointsOf(100 + points) }, needsApproval, perAct: 500, perDay: 2000, usedToday: 300 })
const posts = (calls: Request[], path: string) => calls.filter(({ method, url }) => method === 'POST' && url.endsWith(path))

async function opened(answers: Parameters<typeof serve>[0], of?: PurchaseResponse) {
  const calls = serve(answers)
  const sheet = render(AdjustSheet, { props: { memberId: 'mem_1', purchase: of, open: true } })
  await flushPromises()
  const send = async () => {
    await sheet.get('form').trigger('submit')
    await flushPromises()
  }
  return { sheet, calls, send }
}

describe('adding and taking points by hand', () => {
  it('asks for a whole number and words before anything is sent', async () => {
    const { sheet, calls, send } = await opened({})
    await field(sheet, 'Berapa poin').setValue('1,5')
    await send()
    expect(described(field(sheet, 'Berapa poin'))).toBe('Isi bilangan bulat lebih dari 0.')
    expect(described(field(sheet, 'Penjelasan untuk rekan'))).toContain('Tulis penjelasan singkat.')
    expect(posts(calls, '')).toHaveLength(0)
  })

  it('says why it was refused, and begins anew when it is opened again', async () => {
    const { sheet, send } = await opened({ 'POST /members/mem_1/adjustment-previews': { status: 409, body: { status: 409, code: 'membership_closed', title: 'Keanggotaan ditutup' } } })
    await field(sheet, 'Berapa poin').setValue('50')
    await field(sheet, 'Penjelasan untuk rekan').setValue('Maaf')
    await send()
    expect(sheet.get('[role=alert]').text()).toContain('Keanggotaan ditutup')
    await sheet.setProps({ open: false } as never)
    await sheet.setProps({ open: true } as never)
    expect(sheet.find('[role=alert]').exists()).toBe(false)
    expect(field(sheet, 'Berapa poin').element.value).toBe('')
  })

  it('shows what would happen, and shows it anew when the points are others', async () => {
    const { sheet, calls, send } = await opened({ 'POST /members/mem_1/adjustment-previews': { body: preview(50) }, 'POST /members/mem_1/adjustments': { body: { state: 'posted' } } })
    await field(sheet, 'Berapa poin').setValue('50')
    await field(sheet, 'Penjelasan untuk rekan').setValue(' Maaf ')
    await field(sheet, 'Masa berlaku').setValue('6')
    await send()
    expect(words(sheet)).toContain('Poin tersedia: 100 → 150')
    await field(sheet, 'Berapa poin').setValue('60')
    expect(words(sheet)).not.toContain('Poin tersedia')
    expect(words(sheet.get('button[type=submit]'))).toBe('Lihat akibatnya dulu')
    await send()
    expect(words(sheet.get('button[type=submit]'))).toBe('Tambah poin sekarang')
    await send()
    const [made] = posts(calls, '/adjustments')
    expect(await made!.json()).toEqual({ points: 60, reason: 'goodwill', explanation: 'Maaf', expiryMonths: 6 })
    expect(made!.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
    expect(sheet.emitted('done')).toEqual([[false]])
  })

  it('takes points of a purchase, as debt where that is allowed, and asks for a second yes beyond the limit', async () => {
    const { sheet, calls, send } = await opened({ 'POST /members/mem_1/adjustment-previews': { body: preview(-80, true) }, 'POST /members/mem_1/adjustments': { body: { state: 'waiting', approvalId: 'apr_1' } } }, purchase)
    expect(words(sheet)).toContain('Untuk belanja di Toko Menteng, poin yang masih berlaku 120 poin.')
    await field(sheet, 'Berapa poin').setValue('80')
    await field(sheet, 'Penjelasan untuk rekan').setValue('Dihitung dua kali')
    await sheet.get('input[type=checkbox]').setValue(true)
    await send()
    expect(words(sheet)).toContain('Melebihi batas Anda (500 poin sekali, 2.000 poin sehari; terpakai 300 poin).')
    expect(words(sheet.get('button[type=submit]'))).toBe('Minta otorisasi')
    await send()
    expect(await posts(calls, '/adjustments')[0]!.json()).toEqual({ points: -80, reason: 'goodwill', explanation: 'Dihitung dua kali', mayOwe: true, purchaseId: 'pur_1' })
    expect(sheet.emitted('done')).toEqual([[true]])
  })
})
