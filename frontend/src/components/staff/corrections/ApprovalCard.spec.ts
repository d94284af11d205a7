import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Approval } from '@/api/types'
import { render, serve } from '@/test/render'
import { same } from '@/test/staff'
import { button, field, words } from '@/test/within'
import ApprovalCard from './ApprovalCard.vue'

const approval: Approval = {
  approvalId: 'apr_1', kind: 'adjustment', state: 'waiting', title: same('Tambah 9.000 poin'), reason: same('Tanda maaf dari kami'), explanation: 'Salah hitung', memberId: 'mem_1', memberName: 'Budi',
  requestedBy: 'stf_2', requestedByName: 'Dewi', own: false, requestedAt: '2026-11-22T02:00:00Z', expiresAt: '2026-11-29T02:00:00Z', note: '',
}

describe('a request for a second yes', () => {
  it('is approved with a note by somebody else than who asked', async () => {
    const calls = serve({ 'POST /approvals/apr_1/approval': { body: approval } })
    const card = render(ApprovalCard, { props: { approval } })
    for (const told of ['Budi', 'Menunggu', 'Tanda maaf dari kami', '“Salah hitung”', 'Diminta Dewi, 22 Nov, 09.00', 'Menunggu sampai 29 Nov, 09.00']) expect(words(card)).toContain(told)
    await field(card, 'Catatan').setValue(' Benar ')
    await button(card, 'Setujui').trigger('click')
    await flushPromises()
    expect(await calls.find(({ method }) => method === 'POST')!.json()).toEqual({ note: 'Benar' })
    expect(card.emitted('decided')).toHaveLength(1)
  })

  it('can only be withdrawn by who asked', async () => {
    const calls = serve({ 'POST /approvals/apr_1/withdrawal': { body: approval } })
    const card = render(ApprovalCard, { props: { approval: { ...approval, own: true } } })
    expect(card.findAll('button').map(words)).toEqual(['Tarik permintaan'])
    await button(card, 'Tarik permintaan').trigger('click')
    await flushPromises()
    expect(calls.some(({ url }) => url.endsWith('/approvals/apr_1/withdrawal'))).toBe(true)
  })

  it('says why a rejection was refused, and leads to the rule it is about', async () => {
    serve({ 'POST /approvals/apr_1/rejection': { status: 409, body: { status: 409, code: 'expired', title: 'Sudah kedaluwarsa' } } })
    const card = render(ApprovalCard, { props: { approval: { ...approval, memberId: undefined, subjectId: 'rdr_7' } } })
    expect(card.get('a').attributes('href')).toBe('/staff/rules/drafts/rdr_7')
    await button(card, 'Tolak').trigger('click')
    await flushPromises()
    expect(card.get('[role=alert]').text()).toContain('Sudah kedaluwarsa')
    expect(card.emitted('decided')).toBeUndefined()
  })

  it('asks nobody once it is decided', () => {
    const card = render(ApprovalCard, { props: { approval: { ...approval, state: 'rejected', decidedByName: 'Rina', decidedAt: '2026-11-22T03:00:00Z', note: 'Terlalu banyak' } } })
    expect(words(card)).toContain('Diputuskan Rina, 22 Nov, 10.00“Terlalu banyak”')
    expect(card.findAll('button')).toHaveLength(0)
  })
})
