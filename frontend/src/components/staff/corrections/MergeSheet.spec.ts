import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Effect, MemberSearchItem, MergePreview } from '@/api/types'
import { render, serve } from '@/test/render'
import { gold, pointsOf, same } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import MergeSheet from './MergeSheet.vue'

const other: MemberSearchItem = { memberId: 'mem_2', name: 'Budi S.', state: 'active', cardNumber: '6200000000005678', tier: gold, available: 400, matched: 'name' }
const effect = (memberId: string, points: number): Effect => ({ memberId, memberName: memberId, points, debtAdded: 0, before: pointsOf(400), after: pointsOf(400 + points) })
const seen: MergePreview = {
  merged: effect('mem_2', -400), survivor: effect('mem_1', 400), state: 'active', mergedTier: gold, tierBefore: { code: 'red', name: same('Merah'), rank: 1 }, tierAfter: gold, consentsWithdrawn: [], needsApproval: false, pointsAlone: 5000, undoable: false,
  warning: same('Tidak dapat dipisahkan lagi.'),
}
const found = { 'POST /members/search': { body: { items: [other, { ...other, memberId: 'mem_1', name: 'Budi' }] } } }
const posts = (calls: Request[], path: string) => calls.filter(({ method, url }) => method === 'POST' && url.endsWith(path))

async function chosen(preview: MergePreview, answers: Parameters<typeof serve>[0] = {}) {
  const calls = serve({ ...found, 'POST /members/mem_1/merge-previews': { body: preview }, ...answers })
  const sheet = render(MergeSheet, { props: { memberId: 'mem_1', open: true } })
  await flushPromises()
  await field(sheet, 'Keanggotaan yang lain').setValue(' Budi ')
  await sheet.get('form').trigger('submit')
  await flushPromises()
  return { sheet, calls }
}

describe('making one membership of two', () => {
  it('finds the other one, never the one that stays, and asks first why they are one person', async () => {
    const { sheet, calls } = await chosen(seen)
    expect(await posts(calls, '/members/search')[0]!.json()).toEqual({ query: 'Budi' })
    expect(sheet.findAll('li')).toHaveLength(1)
    expect(words(sheet.get('li'))).toContain('Emas · 400 poin · 6200 0000 0000 5678')
    await button(sheet, 'Pilih: Budi S.').trigger('click')
    expect(described(field(sheet, 'Mengapa ini orang yang sama'))).toContain('Tulis penjelasan singkat.')
    expect(posts(calls, '/merge-previews')).toHaveLength(0)
  })

  it('shows what becomes of both before it is done', async () => {
    const { sheet, calls } = await chosen(seen, { 'POST /members/mem_1/merges': { body: { state: 'done', memberId: 'mem_1' } } })
    await field(sheet, 'Mengapa ini orang yang sama').setValue('Nomor HP sama')
    await button(sheet, 'Pilih: Budi S.').trigger('click')
    await flushPromises()
    for (const told of ['+400 poin', '−400 poin', 'Tingkat: Merah menjadi Emas.', 'Tidak dapat dipisahkan lagi.']) expect(words(sheet)).toContain(told)
    await button(sheet, 'Gabungkan sekarang').trigger('submit')
    await flushPromises()
    const sent = posts(calls, '/merges')[0]!
    expect(await sent.json()).toEqual({ mergedMemberId: 'mem_2', explanation: 'Nomor HP sama' })
    expect(sent.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/)
    expect(sheet.emitted('done')).toEqual([[false]])
  })

  it('asks a second person where there is much to lose', async () => {
    const { sheet } = await chosen({ ...seen, needsApproval: true }, { 'POST /members/mem_1/merges': { body: { state: 'waiting', memberId: 'mem_1' } } })
    await field(sheet, 'Mengapa ini orang yang sama').setValue('Nomor HP sama')
    await button(sheet, 'Pilih: Budi S.').trigger('click')
    await flushPromises()
    expect(words(sheet)).toContain('Lebih dari 5.000 poin: perlu persetujuan orang kedua.')
    await button(sheet, 'Minta persetujuan').trigger('submit')
    await flushPromises()
    expect(sheet.emitted('done')).toEqual([[true]])
  })

  it('begins anew when it is opened again after a failure', async () => {
    const { sheet } = await chosen(seen, { 'POST /members/search': { status: 503, body: { status: 503, code: 'busy', title: 'Sibuk' } } })
    expect(sheet.find('[role=alert]').exists()).toBe(true)
    await sheet.setProps({ open: false } as never)
    await sheet.setProps({ open: true } as never)
    expect(sheet.find('[role=alert]').exists()).toBe(false)
    expect(field(sheet, 'Keanggotaan yang lain').element.value).toBe('')
  })
})
