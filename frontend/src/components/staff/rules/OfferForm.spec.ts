import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { SavedAudience } from '@/api/audiences'
import type { BenefitTerms, OfferPlan, RuleChoices } from '@/api/rules'
import { conflictIn } from '@/test/conflict'
import { program } from '@/test/program'
import { render, serve } from '@/test/render'
import { changedMeanwhile, refused, same, signedIn } from '@/test/staff'
import { described, field, words } from '@/test/within'
import OfferForm from './OfferForm.vue'

const choices: RuleChoices = { funders: [{ partnerId: 'par_1', name: 'Kopi Senja' }], categories: [] }
const saved: SavedAudience[] = [{ audienceId: 'aud_1', version: 1, name: 'Pencinta kopi', changedAt: '2026-11-01T03:00:00Z', usedBy: [] }]
const benefit: BenefitTerms = { kind: 'multiplier', factor: '2', conditions: { categories: [], tiers: [], weekdays: [] }, expiryMonths: 12, funderId: 'par_1' }
const offer: OfferPlan = {
  offerId: 'off_1', stage: 'draft', version: 3, name: { id: 'Kopi dobel', en: 'Double coffee' }, description: { id: 'Semua kopi.', en: 'All coffee.' }, badge: '2×', audience: { kind: 'everyone' }, benefit, sentence: same('Poin 2 kali.'), example: same('50 poin'),
  endsAt: '2026-12-31T17:00:00Z', needsActivation: true, usesPerMember: 1, holdoutPercent: 10, announced: false, usedUp: false, activated: 0, used: 0, uses: 0,
}

async function shown(props: { offer?: OfferPlan; audienceId?: string; saved?: SavedAudience[] } = {}, answers: Parameters<typeof serve>[0] = {}) {
  const all: Parameters<typeof serve>[0] = { ...signedIn('marketer'), 'GET /program': { body: program }, 'GET /audiences': { body: { items: saved } }, 'GET /audiences/aud_1/count': { body: { members: 1204, at: '2026-11-28T05:30:00Z' } }, ...answers }
  const calls = serve(all)
  const form = render(OfferForm, { props: { choices, saved, ...props } })
  await flushPromises()
  const send = async () => {
    await form.get('form').trigger('submit')
    await flushPromises()
  }
  return { form, answers: all, send, writes: () => calls.filter(({ method, url }) => method !== 'GET' && !url.includes('/preview')) }
}

describe('writing an offer', () => {
  it('keeps a draft for the chosen tiers, until the end of its last day, and goes there', async () => {
    const { form, send, writes } = await shown({}, { 'POST /offers': { body: offer } })
    await field(form, 'Jenis').setValue('bonus')
    expect(field(form, 'Lencana').element.value).toBe('+100')
    await field(form, 'Ditujukan untuk').setValue('tiers')
    await form.findAll('fieldset').find((set) => words(set.get('legend')) === 'Untuk siapa')!.findAll('input')[1]!.setValue(true)
    await field(form, 'Nama (Indonesia)').setValue('Bonus Emas')
    await field(form, 'Hari terakhir').setValue('2026-12-31')
    await field(form, 'Anggaran poin').setValue('1.500.000')
    await field(form, 'Pemakaian per anggota').setValue('3')
    await send()
    expect(await writes()[0]!.json()).toMatchObject({
      name: { id: 'Bonus Emas', en: '' }, badge: '+100', audience: { kind: 'tiers', tiers: ['gold'] }, benefit: { kind: 'bonus', points: 100, funderId: 'par_1' }, endsAt: '2026-12-31T17:00:00.000Z', usesPerMember: 3, needsActivation: true, budgetPoints: 1500000,
    })
    expect(form.vm.$router.currentRoute.value.params).toEqual({ offerId: 'off_1' })
  })

  it('counts the members of a saved segment, also those held out of it', async () => {
    const { form, send, writes } = await shown({ audienceId: 'aud_1' }, { 'POST /offers': refused('/audience/audienceId', 'Segmen ini sudah dihapus.') })
    expect(field(form, 'Segmen').element.value).toBe('aud_1')
    expect(words(form)).toContain('1.204')
    await field(form, 'Bagian anggota yang menjadi pembanding').setValue('10')
    expect(words(form)).toContain('Sekitar 120 dari 1.204 anggota sekarang.')
    await send()
    expect(((await writes()[0]!.json()) as OfferPlan).audience).toEqual({ kind: 'saved', audienceId: 'aud_1' })
    expect(field(form, 'Segmen').attributes('aria-invalid')).toBe('true')
    expect(form.findAll('[role=alert]').map(words)).toContain('Segmen ini sudah dihapus.')
  })

  it('leads to a first segment where there is none', async () => {
    const { form } = await shown({ saved: [], audienceId: '' })
    await field(form, 'Ditujukan untuk').setValue('saved')
    expect(words(form)).toContain('Belum ada segmen.')
    expect(form.get('a').attributes('href')).toBe('/staff/audiences/new')
  })

  it('says beside a budget that it is no figure, and at the field what the server refuses', async () => {
    const { form, send, writes } = await shown({}, { 'POST /offers': refused('/endsAt', 'Wajib diisi.') })
    await field(form, 'Jatah pemakaian').setValue('banyak')
    await send()
    expect(described(field(form, 'Jatah pemakaian'))).toContain('Tulis angka bulat.')
    expect(writes()).toHaveLength(0)
    await field(form, 'Jatah pemakaian').setValue('200')
    await send()
    expect(described(field(form, 'Hari terakhir'))).toContain('Wajib diisi.')
    expect(document.activeElement).toBe(field(form, 'Hari terakhir').element)
  })
})

describe('changing a draft of an offer', () => {
  it('two people who change it choose, and nothing is lost', async () => {
    const { form, answers, send, writes } = await shown({ offer }, { 'PUT /offers/off_1': changedMeanwhile })
    await field(form, 'Nama (Indonesia)').setValue('Kopi hemat')
    await field(form, 'Lencana').setValue('3×')
    answers['GET /offers/off_1'] = { body: { ...offer, version: 4, name: { id: 'Kopi pagi', en: 'Double coffee' }, announced: true } }
    await send()
    for (const told of ['Kopi hemat', 'Kopi pagi', 'Kabari anggotanya', 'ya', '3×']) expect(words(conflictIn(form))).toContain(told)
    await conflictIn(form).get('input[value=mine]').setValue()
    answers['PUT /offers/off_1'] = { body: { ...offer, version: 5 } }
    await conflictIn(form).get('form').trigger('submit')
    await flushPromises()
    expect(writes().map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"'])
    expect(await writes()[1]!.json()).toMatchObject({ name: { id: 'Kopi hemat', en: 'Double coffee' }, badge: '3×', announced: true, holdoutPercent: 10 })
  })

  it('keeps its conditions when it becomes another kind, and what each of two people added to them', async () => {
    const { form, answers, send, writes } = await shown({ offer: { ...offer, benefit: { ...benefit, conditions: { ...benefit.conditions, payments: ['e_wallet'] } } } }, { 'PUT /offers/off_1': changedMeanwhile })
    expect(form.find('details').exists()).toBe(false)
    await field(form, 'Jenis').setValue('bonus')
    await field(form, 'Sabtu').setValue(true)
    answers['GET /offers/off_1'] = { body: { ...offer, version: 4, benefit: { ...benefit, conditions: { ...benefit.conditions, payments: ['e_wallet'], channels: ['app'] } } } }
    await send()
    for (const told of ['Anggota mendapat 100 poin tambahan tiap belanja.', 'Sabtu', 'lewat aplikasi']) expect(words(conflictIn(form))).toContain(told)
    answers['PUT /offers/off_1'] = { body: { ...offer, version: 5 } }
    await conflictIn(form).get('form').trigger('submit')
    await flushPromises()
    expect((await writes()[1]!.json()).benefit).toEqual({ kind: 'bonus', points: 100, conditions: { categories: [], tiers: [], weekdays: ['saturday'], channels: ['app'], payments: ['e_wallet'] }, expiryMonths: 12, funderId: 'par_1' })
  })

  it('a kind that is not offered but was written elsewhere can be kept', async () => {
    const { form } = await shown({ offer: { ...offer, benefit: { ...benefit, kind: 'per_piece', points: 5, factor: undefined } } })
    expect(field(form, 'Jenis').findAll('option').map(words)).toEqual(['Pengali poin', 'Bonus tetap', 'Poin belanja', 'Poin tiap barang'])
    expect(field(form, 'Jumlah poin').element.value).toBe('5')
  })

  it('a voucher it gives goes back as it came, and its points are not asked for', async () => {
    const { form, send, writes } = await shown({ offer: { ...offer, benefit: undefined, rewardId: 'rew_1', sentence: same('Voucer Payung.') } }, { 'PUT /offers/off_1': { body: offer } })
    expect(words(form)).toContain('Voucer Payung.')
    expect(words(form)).not.toContain('Anggaran poin')
    await send()
    const sent = await writes()[0]!.json()
    expect(sent).toMatchObject({ rewardId: 'rew_1' })
    expect(sent).not.toHaveProperty('benefit')
  })
})
