import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Ladder } from '@/api/rules'
import { conflictIn, settle } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused, rupiah, signedIn } from '@/test/staff'
import { button, described, field, words } from '@/test/within'
import LadderForm from './LadderForm.vue'

const ladder: Ladder = {
  version: 7, months: 3, nextEvaluation: '2026-12-01', changes: [], removed: [], policy: { metric: 'spend', window: 'rolling', months: 3, minimumTenure: 0, upgradeAtOnce: false, grace: 0, softLanding: false, sinceJoining: false },
  tiers: [{ code: 'red', name: { id: 'Merah', en: 'Red' }, rank: 1, threshold: rupiah(0), members: 900 }, { code: 'gold', name: { id: 'Emas', en: 'Gold' }, rank: 2, threshold: rupiah(500000), members: 100 }],
}
const visits: Ladder = { ...ladder, tiers: ladder.tiers.map(({ code, name, rank, members }) => ({ code, name, rank, members, count: rank * 5 - 5 })) }
const threshold = 'Rata-rata belanja per bulan, mulai dari (IDR)'

async function shown(answers: Parameters<typeof serve>[0], of = ladder) {
  const all: Parameters<typeof serve>[0] = { ...signedIn('marketer'), 'GET /program': { body: program }, ...answers }
  const calls = serve(all)
  const form = render(LadderForm, { props: { ladder: of } })
  await flushPromises()
  const send = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  const [red, gold] = form.findAll('section')
  return { form, red: red!, gold: gold!, answers: all, send, writes: () => calls.filter(({ method }) => method === 'PUT') }
}

describe('the ladder of tiers', () => {
  it('is saved from the version that was read; the first tier is always open', async () => {
    const { form, red, gold, send, writes } = await shown({ 'PUT /tiers': { body: ladder } })
    expect(words(red)).toContain('Tingkat awal setiap anggota; ambangnya selalu 0.')
    expect(words(form)).toContain('penilaian 1 Desember 2026')
    await field(red, 'Nama (Indonesia)').setValue('Perunggu')
    await field(gold, threshold).setValue('750000')
    expect(described(field(gold, threshold))).toMatch(/^mulai Rp750\.000 per bulan$/)
    await send()
    expect(writes()[0]!.headers.get('If-Match')).toBe('"7"')
    expect(await writes()[0]!.json()).toEqual({ tiers: [{ code: 'red', name: { id: 'Perunggu', en: 'Red' }, threshold: rupiah(0) }, { code: 'gold', name: { id: 'Emas', en: 'Gold' }, threshold: rupiah(750000) }] })
    expect(form.emitted('done')).toHaveLength(1)
  })

  it('counts visits or points where the programme does', async () => {
    const { gold, send, writes } = await shown({ 'PUT /tiers': { body: visits } }, visits)
    await field(gold, 'Poin atau kunjungan, mulai dari').setValue(' 8 ')
    await send()
    expect(((await writes()[0]!.json()) as { tiers: unknown[] }).tiers[1]).toEqual({ code: 'gold', name: { id: 'Emas', en: 'Gold' }, count: 8 })
  })

  it('two people who change it choose, tier by tier', async () => {
    const { form, gold, answers, send, writes } = await shown({ 'PUT /tiers': changedMeanwhile })
    await field(gold, threshold).setValue('750000')
    answers['GET /tiers'] = { body: { ...ladder, version: 8, tiers: [ladder.tiers[0]!, { ...ladder.tiers[1]!, threshold: rupiah(600000) }] } }
    await send()
    for (const told of [`Emas: ${threshold}`, 'mulai Rp750.000 per bulan', 'mulai Rp600.000 per bulan']) expect(words(conflictIn(form))).toContain(told)
    answers['PUT /tiers'] = { body: ladder }
    await settle(form, 'mine')
    expect(writes()[1]!.headers.get('If-Match')).toBe('"8"')
    expect(await writes()[1]!.json()).toMatchObject({ tiers: [{}, { threshold: rupiah(750000) }] })
  })

  it('says at the field what the server refuses, and can be left as it was', async () => {
    const { form, gold, send, writes } = await shown({ 'PUT /tiers': refused('/tiers/1/threshold/amount', 'Harus lebih tinggi dari tingkat sebelumnya.') })
    await send()
    expect(described(field(gold, threshold))).toContain('Harus lebih tinggi dari tingkat sebelumnya.')
    expect(form.emitted('done')).toBeUndefined()
    await button(form, 'Batal').trigger('click')
    expect(form.emitted('done')).toHaveLength(1)
    expect(writes()).toHaveLength(1)
  })
})
